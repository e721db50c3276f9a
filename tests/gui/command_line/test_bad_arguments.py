"""What makes no sense is refused before anything is done: 1 for the matter, 2 for the usage."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.gui.command_line.conftest import Call

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = "import sys; from gui.command_line import run; sys.exit(run(sys.argv[1:]))"
TITLE = "解放思想大讨论"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--new", "没有这个"], "没有“没有这个”这个内置方案。可选：health-centre-2011"),
        (["--new", "health-centre-2011", "--start", "2011-02-30"], "2011年2月没有30日。"),
        (["--new", "health-centre-2011", "--start", "下周一"], "“下周一”不是日期。"),
        (["--new", "health-centre-2011", "--start", "9999-01-01"], "年份9999不对。"),
        (["--json", "--today", "2011-02-30"], "2011年2月没有30日。"),
        (["--export", "导出", "--report", "没有"], "没有“没有”这种报表。可选：活动阶段安排表"),
        (["--export", "导出", "--campaign", "9"], "没有“9”这个活动。现有：1 "),
        (["--export", "导出", "--campaign", "没有"], "没有“没有”这个活动。现有：1 "),
    ],
)
def test_the_matter_is_refused(
    call: Call,
    ledger: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(ledger.parent)
    before = ledger.read_bytes()
    ended = call(ledger, *arguments)
    assert (ended.status, ended.out) == (1, "")
    assert ended.error.startswith(said)
    assert ended.error.count("\n") == 1
    assert ledger.read_bytes() == before
    assert not Path("导出").exists()


@pytest.mark.parametrize("wanted", [[], ["--campaign", TITLE]])
def test_one_of_several_campaigns_must_be_named(
    call: Call, ledger: Path, tmp_path: Path, wanted: list[str]
) -> None:
    assert call(ledger, "--new", "health-centre-2011").status == 0
    ended = call(ledger, "--export", tmp_path / "导出", *wanted)
    assert ended.status == 1
    assert "请用 --campaign 指定一个：1 " in ended.error
    assert "；2 " in ended.error
    assert call(ledger, "--export", tmp_path / "导出", "--campaign", "2").status == 0


def test_a_refused_plan_leaves_no_empty_ledger(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "新.db"
    assert call(path, "--new", "health-centre-2011", "--start", "2011-02-30").status == 1
    assert not path.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--size", "大", "--snapshot", "图"], "“大”不是大小，请写成 1366x768。"),
        (["--size", "0x0", "--snapshot", "图"], "“0x0”不是大小"),
        (["--size", "-5x9", "--snapshot", "图"], "--size"),
        (["--size", "99999x99999", "--snapshot", "图"], "“99999x99999”太大"),
        (["--scale", "9", "--snapshot", "图"], "“9”不是比例"),
        (["--size", "1366x768"], "--size 要和 --snapshot 一起用。"),
        (["--report", "问题台账"], "--report 要和 --export 一起用。"),
        (["--campaign", "1", "--json"], "--campaign 要和 --export 一起用。"),
        (["--start", "2011-01-01"], "--start 要和 --new 一起用。"),
        (["--export"], "--export 后面要写内容。"),
        (["--export", ""], "--export 后面的内容是空的。"),
        (["--new", ""], "--new 后面的内容是空的。"),
        (["--export", "导出", "--report", ""], "--report 后面的内容是空的。"),
        (["--json", "--export", "导出"], "--export 和 --json 不能一起用。"),
        (["--json", "--dark"], "--dark 只用于窗口和 --snapshot。"),
        (["--demo"], "--demo 打开示例的副本，后面不用写文件。"),
        (["--nonsense"], "不认识“--nonsense”。"),
        (["另一个.db", "--json"], "不认识“另一个.db”。"),
    ],
)
def test_wrong_usage_is_said(call: Call, ledger: Path, arguments: list[str], said: str) -> None:
    before = ledger.read_bytes()
    ended = call(ledger, *arguments)
    assert (ended.status, ended.out) == (2, "")
    assert ended.error.startswith("用法不对：")
    assert said in ended.error
    assert ledger.read_bytes() == before


def test_an_empty_file_name_is_not_the_offices_own_ledger(call: Call) -> None:
    assert call("", "--json")[0::2] == (2, "用法不对：文件名是空的。\n用 --help 看怎么用。\n")


def process(*arguments: object, out: int | None = subprocess.PIPE) -> tuple[int, str]:
    """Status and stderr of the program in a process of its own."""
    command = [sys.executable, "-c", PROGRAM, *map(str, arguments)]
    ended = subprocess.run(command, cwd=ROOT, stdout=out, stderr=subprocess.PIPE, check=False)
    return ended.returncode, ended.stderr.decode("utf-8")


def test_a_process_ends_with_the_sentence_and_no_traceback(tmp_path: Path) -> None:
    ended = process(tmp_path / "没有.db", "--json")
    assert ended == (1, f"没有找到文件“{tmp_path / '没有.db'}”。请检查文件名和位置。\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
@pytest.mark.parametrize("deed", ["--json", "--help"])
def test_output_that_finds_no_room_is_said(ledger: Path, deed: str) -> None:
    with open("/dev/full", "wb") as full:
        ended = process(ledger, deed, out=full.fileno())
    assert ended == (1, "磁盘已满。请检查磁盘空间和权限后再试。\n")
