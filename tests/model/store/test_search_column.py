"""What a text reads otherwise than by its characters is stored beside it, and follows it."""

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from model.changes import Change
from model.deletion import deletion
from model.initials import ALSO
from model.lifecycle import register
from model.records import KINDS, Campaign, Category, Issue, Person
from model.store import Store, putting, search_column
from model.store.checking import check
from model.store.summary import columns, difference, reading
from tests.model.conftest import CAMPAIGN, CATEGORY, OWNER


def test_a_new_text_is_found_by_how_it_reads(store: Store) -> None:
    store.apply([Change(CATEGORY, replace(CATEGORY, name="银行", guidance="长期\n整改"))], "修改")
    known = store.readings()
    assert (known["银行"], known["长期\n整改"]) == ("yh", "cq\nzg")


def test_a_name_reads_as_a_name_also_where_it_is_a_text(store: Store) -> None:
    person = Person(7, name="单雪")
    store.apply([Change(None, person)], "新增人员")
    store.apply([Change(CATEGORY, replace(CATEGORY, name="单雪"))], "修改")
    assert store.readings()["单雪"] == "sx"


def test_a_name_with_two_readings_has_both(store: Store) -> None:
    store.apply([Change(None, Person(7, name="覃丽"))], "新增人员")
    assert store.readings()["覃丽"] == f"ql{ALSO}tl"


def test_what_is_stored_next_is_known_too(store: Store) -> None:
    store.readings()
    store.apply([Change(OWNER, replace(OWNER, name="曾静"))], "改名")
    assert store.readings()["曾静"] == "zj"
    store.undo()
    assert "曾静" not in store.readings()


def test_a_text_that_reads_as_its_characters_takes_no_room(store: Store) -> None:
    assert "张明" not in store.readings()


def test_a_date_that_is_altered_loads_no_dictionary(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: object) -> str:
        raise AssertionError

    monkeypatch.setattr(putting, "written", fail)
    store.apply([Change(OWNER, replace(OWNER, left_on=date(2011, 4, 1)))], "调离")
    left = store.get(Person, OWNER.id)
    with pytest.raises(AssertionError):
        store.apply([Change(left, replace(left, post="院长"))], "改职务")


def test_only_tables_with_texts_have_the_column() -> None:
    assert search_column.searched(Person) == ["name", "post", "department", "phone"]
    assert "number" in search_column.searched(Issue)
    assert "campaign" not in search_column.searched(Category)


def test_the_column_is_neither_compared_nor_checked(
    store: Store, path: Path, tmp_path: Path
) -> None:
    store.apply([Change(CAMPAIGN, replace(CAMPAIGN, theme="长期"))], "修改主题")
    store.close()
    copy = tmp_path / "copy.db"
    copy.write_bytes(path.read_bytes())
    connection = sqlite3.connect(copy)
    connection.execute("UPDATE campaign SET initials = 'x'")
    connection.commit()
    connection.close()
    assert difference(path, copy).altered == ()
    assert [each.faults for each in check(copy) if each.faults] == []
    with reading(copy) as opened:
        assert search_column.COLUMN not in columns(opened, Campaign.table)


def test_parts_that_do_not_fit_the_fields_are_passed_over(store: Store, path: Path) -> None:
    store.apply([Change(CATEGORY, replace(CATEGORY, name="银行"))], "修改")
    store._connection.execute("UPDATE category SET initials = 'yh'")
    assert "银行" not in store.readings()


def columns_of(connection: sqlite3.Connection) -> dict[str, list[tuple[int, str]]]:
    """The search columns of all tables that have one, by id."""
    return {
        kind.table: connection.execute(
            f'SELECT "id", "initials" FROM "{kind.table}" ORDER BY "id"'
        ).fetchall()
        for kind in KINDS
        if search_column.searched(kind)
    }


def written_anew(store: Store) -> dict[str, list[tuple[int, str]]]:
    """What would stand there if it were made from the texts now."""
    copy = sqlite3.connect(":memory:")
    store._connection.backup(copy)
    copy.execute('UPDATE "issue" SET "initials" = \'stale\'')
    search_column.fill(copy)
    found = columns_of(copy)
    copy.close()
    return found


def test_the_column_says_how_the_texts_read_whatever_is_done(store: Store) -> None:
    def holds() -> str:
        assert columns_of(store._connection) == written_anew(store)
        return str(dict(columns_of(store._connection)["issue"]).get(1, ""))

    made = store.apply(register(store, CAMPAIGN, content="银行"), "新增").changes[0].record
    assert isinstance(made, Issue)
    first = holds()
    store.apply([Change(made, replace(made, content="长期", cause="重庆"))], "粘贴")
    second = holds()
    assert "yh" in first
    assert "cq" in second
    store.undo()
    assert holds() == first
    store.redo()
    assert holds() == second
    issue = store.get(Issue, 1)
    store.apply(deletion(issue, store), "删除")
    holds()
    store.restore(*store.bin.deleted())
    assert holds() == second
