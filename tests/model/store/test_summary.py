"""What a ledger holds and what was done since, in numbers, without opening it to write."""

import shutil
from dataclasses import replace
from pathlib import Path

from model.changes import Change
from model.lifecycle import register
from model.records import Issue, Person
from model.store import Store
from model.store.summary import Altered, difference, last_token, summary
from model.words import State
from tests.model.conftest import CAMPAIGN, LEADER, OWNER
from tests.model.store.test_upgrading import RELEASED


def add_issue(store: Store) -> None:
    store.apply(register(store, CAMPAIGN, content="候诊区座椅破损。"), "新增问题")


def test_counts_and_the_last_operation(store: Store, path: Path) -> None:
    add_issue(store)
    found = summary(path)
    assert (found.campaigns, found.issues) == (1, {State.REGISTERED: 1})
    assert (found.generation, found.last, found.label) == (2, 2, "新增问题")
    assert found.at is not None
    assert f"{found.at:%H:%M}" == "10:32"


def test_what_is_deleted_is_not_counted(store: Store, path: Path) -> None:
    add_issue(store)
    store.undo()
    assert summary(path).issue_count == 0


def test_an_empty_ledger_has_no_last_operation(tmp_path: Path) -> None:
    Store.open_or_create(tmp_path / "new.db").close()
    found = summary(tmp_path / "new.db")
    assert (found.last, found.token, found.at, found.campaigns) == (0, "", None, 0)
    assert last_token(tmp_path / "new.db") == ""


def test_the_difference_counts_what_is_new_other_and_gone(store: Store, path: Path) -> None:
    older = path.with_name("older.db")
    shutil.copy(path, older)
    add_issue(store)
    store.apply([Change(LEADER, replace(LEADER, post="书记"))], "修改职务")
    store.apply([Change(OWNER, None)], "删除王强")
    found = difference(older, path)
    assert found.operations == 3
    assert Altered("人员", added=0, edited=1, deleted=1) in found.altered
    assert Altered(Issue.noun, added=1, edited=0, deleted=0) in found.altered
    assert "问题类别" not in [each.noun for each in found.altered]


def test_what_was_done_and_taken_back_is_no_difference(store: Store, path: Path) -> None:
    older = path.with_name("older.db")
    shutil.copy(path, older)
    store.apply([Change(None, Person(9, name="孙丽"))], "新增人员")
    store.undo()
    found = difference(older, path)
    assert (found.operations, found.altered) == (2, ())


def test_ledgers_that_went_different_ways_have_no_count(store: Store, path: Path) -> None:
    older = path.with_name("older.db")
    shutil.copy(path, older)
    other = Store(older)
    other.apply([Change(None, Person(9, name="孙丽"))], "新增人员")
    other.close()
    store.apply([Change(None, Person(9, name="周涛"))], "新增人员")
    found = difference(older, path)
    assert found.operations is None
    assert found.altered == (Altered("人员", added=0, edited=1, deleted=0),)


def test_an_older_ledger_is_read_as_it_is(path: Path, store: Store) -> None:
    assert summary(RELEASED[0]).issue_count > 0
    assert difference(RELEASED[0], path).operations is None
