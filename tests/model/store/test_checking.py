"""The check finds what SQLite's own does not see, and shows both of two that disagree."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from model.changes import Change
from model.records import Person
from model.refused import Refused
from model.sample import FILE
from model.store import Store
from model.store.checking import MOST_FAULTS, Checked, check, glance
from tests.model.conftest import LEADER, OWNER
from tests.model.store.test_upgrading import RELEASED

BYTES = b"a photo"


def spoil(path: Path, statement: str) -> None:
    """Alter the file behind the program's back."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA ignore_check_constraints=1")
    connection.execute(statement)
    connection.commit()
    connection.close()


def faults(path: Path) -> dict[str, tuple[str, ...]]:
    return {each.name: each.faults for each in check(path) if each.faults}


@pytest.fixture
def whole(store: Store, path: Path) -> Path:
    """A closed ledger in which something was edited, deleted, taken back, and proved."""
    store.apply([Change(LEADER, replace(LEADER, post="书记"))], "修改职务")
    store.apply([Change(OWNER, None)], "删除王强")
    store.apply([Change(None, Person(9, name="孙丽"))], "新增人员")
    store.undo()
    store.apply([Change(None, Person(10, name="周涛"))], "新增人员", [BYTES])
    store.close()
    return path


def test_a_whole_ledger_has_no_faults(whole: Path) -> None:
    assert faults(whole) == {}
    assert all(not each.faults for each in glance(whole))


def test_the_sample_has_no_faults() -> None:
    assert faults(FILE) == {}


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
def test_an_older_ledger_has_no_faults(path: Path) -> None:
    assert faults(path) == {}


def test_a_value_that_changed_by_itself_is_shown_with_the_one_it_should_be(whole: Path) -> None:
    spoil(whole, "UPDATE person SET post = '书犯' WHERE id = 1")
    (found,) = faults(whole)["记录与变更历史"]
    assert found == "人员（编号1）的“职务”：表里是“书犯”，变更历史里是“书记”。"


def test_sqlite_itself_does_not_see_that(whole: Path) -> None:
    spoil(whole, "UPDATE person SET post = '书犯' WHERE id = 1")
    assert "文件结构" not in faults(whole)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE person SET name = '王弪' WHERE id = 2", "“姓名”：表里是“王弪”"),
        ("UPDATE person SET deleted = NULL WHERE id = 2", "表里没有删除，变更历史里已删除"),
        ("UPDATE person SET deleted = 3 WHERE id = 1", "表里已删除，变更历史里没有删除"),
        ("INSERT INTO person (id, name) VALUES (77, '吴霞')", "表里有，变更历史里没有"),
        ("DELETE FROM person WHERE id = 10", "变更历史里有，表里没有"),
        ("UPDATE change SET after = '{' WHERE record = 10", "变更历史读不出来"),
        ("UPDATE change SET after = '7' WHERE record = 10", "变更历史读不出来"),
        ("UPDATE person SET post = CAST(x'B4FF' AS TEXT) WHERE id = 1", "“职务”"),
    ],
)
def test_rows_and_history_are_compared(whole: Path, statement: str, said: str) -> None:
    spoil(whole, statement)
    assert said in "".join(faults(whole)["记录与变更历史"])


def test_bytes_that_do_not_give_their_key(whole: Path) -> None:
    spoil(whole, "UPDATE blob SET bytes = x'6120706869746F'")
    assert "指纹不符" in faults(whole)["附件内容"][0]


def test_a_reference_into_nothing(whole: Path) -> None:
    spoil(whole, "UPDATE category SET campaign = 55")
    assert "表 category" in faults(whole)["记录之间的引用"][0]


def test_a_table_that_is_not_as_declared(whole: Path) -> None:
    spoil(whole, "ALTER TABLE person DROP COLUMN post")
    assert faults(whole)["表结构"] == ("表 person 和程序声明的不一致。",)


def test_a_torn_file(whole: Path) -> None:
    content = bytearray(whole.read_bytes())
    content[8192:40960] = b"\x55" * (40960 - 8192)
    whole.write_bytes(content)
    assert "文件结构" in faults(whole)
    assert any(each.faults for each in glance(whole))


def test_a_long_list_is_cut(whole: Path) -> None:
    spoil(
        whole,
        "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 160) "
        "INSERT INTO person (id, name) SELECT i, '某人' FROM n",
    )
    found = faults(whole)["记录与变更历史"]
    assert len(found) == MOST_FAULTS + 1
    assert found[-1] == "还有41处，没有列出。"


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_bytes(b"hello" * 900)
    with pytest.raises(Refused, match="不是活动台账"):
        check(tmp_path / "notes.db")


def test_a_newer_ledger_is_not_held_against_our_tables(whole: Path) -> None:
    spoil(whole, "PRAGMA user_version=99")
    found = {each.name: each for each in check(whole)}
    assert found["表结构"] == Checked("表结构", "由更新版本建立（第99版），没有核对")
