"""A file that cannot be used is refused in a sentence and stays as it is, byte for byte."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from model.store import connection as connections
from model.store.identity import VERSION
from tests.gui.command_line.conftest import Call

DEEDS = ("--json", "--export", "--new")
NOT_OURS = "这不是活动台账的文件，没有改动它。"
DAMAGED = "文件已损坏，没有改动它。"
NEWER = "这个文件由更新版本的活动台账建立"


def arguments(deed: str, folder: Path) -> list[object]:
    """A deed with what it needs."""
    needed: dict[str, list[object]] = {
        "--json": [],
        "--export": [folder / "导出"],
        "--new": ["health-centre-2011"],
    }
    return [deed, *needed[deed]]


def as_text(path: Path) -> None:
    path.write_text("问题台账（草稿）", "utf-8")


def as_nothing(path: Path) -> None:
    path.write_bytes(b"")


def as_another_programs(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE account (id)")
    connection.close()


def as_newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version={VERSION + 1}")
    connection.close()


def as_cut_off(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def as_flipped(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    for place in range(4096, len(whole), 97):
        whole[place] ^= 0xFF
    path.write_bytes(whole)


def as_without_a_column(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE campaign DROP COLUMN theme")
    connection.close()


def as_without_a_name(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM file")
    connection.close()


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (as_text, NOT_OURS),
        (as_nothing, NOT_OURS),
        (as_another_programs, NOT_OURS),
        (as_newer, NEWER),
        (as_cut_off, DAMAGED),
        (as_flipped, DAMAGED),
        (as_without_a_column, DAMAGED),
        (as_without_a_name, DAMAGED),
    ],
)
def test_it_is_refused_untouched(
    call: Call,
    ledger: Path,
    tmp_path: Path,
    deed: str,
    spoil: Callable[[Path], None],
    said: str,
) -> None:
    spoil(ledger)
    before = ledger.read_bytes()
    ended = call(ledger, *arguments(deed, tmp_path))
    assert (ended.status, ended.out) == (1, "")
    assert ended.error.startswith(said)
    assert "请" in ended.error, "it says what to do"
    assert ledger.read_bytes() == before
    assert not (tmp_path / "导出").exists()


@pytest.mark.parametrize("deed", ["--json", "--export"])
def test_a_file_that_is_not_there_is_named_and_not_made(
    call: Call, tmp_path: Path, deed: str
) -> None:
    ended = call(tmp_path / "没有.db", *arguments(deed, tmp_path))
    assert ended.status == 1
    assert "没有找到文件" in ended.error
    assert not (tmp_path / "没有.db").exists()


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("绕", "是绕回自己的链接"),
        ("绕/台账.db", "是绕回自己的链接"),
        (f"{'a' * 300}.db", "太长"),
        ("文件夹", "是一个文件夹，不是文件"),
    ],
)
def test_a_path_that_leads_to_no_file_says_what_it_is(
    call: Call, tmp_path: Path, deed: str, name: str, said: str
) -> None:
    (tmp_path / "绕").symlink_to("绕")
    (tmp_path / "文件夹").mkdir()
    ended = call(tmp_path / name, *arguments(deed, tmp_path))
    assert (ended.status, ended.out) == (1, "")
    assert said in ended.error
    assert not ended.error.startswith("没有找到")


def test_a_full_disk_is_said_and_nothing_is_lost(
    call: Call, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle = connections.settle

    def settle_without_room(connection: sqlite3.Connection, *, journal: bool = True) -> None:
        settle(connection, journal=journal)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={pages}")

    monkeypatch.setattr(connections, "settle", settle_without_room)
    before = call(ledger, "--json")
    ended = call(ledger, "--new", "health-centre-2011")
    assert ended.status == 1
    assert ended.error.startswith("磁盘已满，这次没有写入，原有内容完好。")
    assert call(ledger, "--json") == before


def test_a_file_that_may_not_be_written_is_read_and_refused_for_writing(
    call: Call, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle = connections.settle

    def settle_read_only(connection: sqlite3.Connection, *, journal: bool = True) -> None:
        settle(connection, journal=journal)
        connection.execute("PRAGMA query_only=1")

    monkeypatch.setattr(connections, "settle", settle_read_only)
    before = ledger.read_bytes()
    assert call(ledger, "--json").status == 0
    ended = call(ledger, "--new", "health-centre-2011")
    assert (ended.status, ended.error[:8]) == (1, "文件是只读的，没")
    assert ledger.read_bytes() == before


@pytest.mark.parametrize("below", ["", "/下一层"])
def test_an_export_into_what_is_no_folder_is_refused(
    call: Call, ledger: Path, tmp_path: Path, below: str
) -> None:
    blocked = tmp_path / "不是文件夹"
    blocked.write_text("", "utf-8")
    ended = call(ledger, "--export", f"{blocked}{below}")
    assert ended.status == 1
    assert ended.error.startswith("建不了文件夹")


def test_a_ledger_below_a_file_is_refused(call: Call, ledger: Path) -> None:
    ended = call(ledger / "台账.db", "--new", "health-centre-2011")
    assert ended.status == 1
    assert "建不了文件" in ended.error
