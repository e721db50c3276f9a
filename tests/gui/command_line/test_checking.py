"""--check says what was checked, shows what disagrees, and ends with 1 where anything is wrong."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

from gui.ledgers import sample_copy
from model.backups import Reason, folder_of, take
from tests.gui.command_line.conftest import Call

EVERYTHING = [
    "文件结构",
    "记录之间的引用",
    "表结构",
    "记录与变更历史",
    "变更历史",
    "附件内容",
    "最近的备份",
]


def test_a_whole_ledger(call: Call, tmp_path: Path) -> None:
    path = sample_copy(tmp_path)
    take(path, folder_of(path), datetime(2026, 3, 2, 9, 58), Reason.BY_HAND)
    said = call(path, "--check")
    assert (said.status, said.error) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == f"检查：{path}"
    assert lines[-1] == "没有发现问题。"
    assert "最近的备份：示例台账_20260302_095800_手动.db，完好" in lines
    assert [line.split("：")[0] for line in lines if line.endswith("，完好")] == EVERYTHING


def test_a_flipped_bit_is_shown_with_what_should_be_there(call: Call, tmp_path: Path) -> None:
    path = sample_copy(tmp_path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE person SET name = '张朋' WHERE id = 1")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    said = call(path, "--check")
    assert said.status == 1
    assert "表里是“张朋”，变更历史里是" in said.out
    assert "发现1处问题，文件没有改动" in said.error
    assert path.read_bytes() == before


def test_the_sample_can_be_checked(call: Call) -> None:
    said = call("--demo", "--check")
    assert said.status == 0
    assert "最近的备份：还没有备份\n" in said.out


def test_a_missing_file(call: Call, tmp_path: Path) -> None:
    said = call(tmp_path / "没有.db", "--check")
    assert said.status == 1
    assert "没有找到文件" in said.error
