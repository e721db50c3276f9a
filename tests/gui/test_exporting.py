"""An export asks where, writes beside the window's work, and says in plain words how it went."""

import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from pytestqt.qtbot import QtBot

from gui import desktop
from gui.exporting import Exporting
from gui.office import Office
from gui.preferences import Preferences, keep
from model.lifecycle import move, register
from model.records import Campaign, Issue
from model.words import Move
from tests.gui.prepared import PreparedAsk


@pytest.fixture
def exporting(office: Office) -> Exporting:
    return Exporting(office, office.background)


def test_the_proposed_name_says_what_and_when(
    exporting: Exporting, ask: PreparedAsk, campaign: Campaign
) -> None:
    ask.expect("save_path", None)
    exporting.export("问题台账", campaign)
    assert ask.asked[0][1].endswith("解放思想大讨论活动-问题台账-20110420.xlsx")


def test_it_writes_the_report_and_offers_to_open_it(
    qtbot: QtBot, exporting: Exporting, ask: PreparedAsk, campaign: Campaign, tmp_path: Path
) -> None:
    target = tmp_path / "问题台账.xlsx"
    ask.expect("save_path", target)
    with qtbot.waitSignal(exporting.told) as told:
        exporting.export("问题台账", campaign)
    assert told.args is not None
    words, offers = told.args
    assert words == "已导出 问题台账.xlsx，共1条"
    assert [offer[0] for offer in offers][:2] == ["打开文件", "打开所在文件夹"]
    assert "xl/workbook.xml" in ZipFile(target).namelist()


@pytest.mark.parametrize(
    ("report", "told"),
    [
        ("问题台账", "，共1条（不含不予立项1条）"),
        ("整改台账", "，共0条（不含登记、不予立项2条）"),
        ("意见征集汇总表", "，共0条"),
    ],
)
def test_it_says_what_the_report_leaves_out(
    qtbot: QtBot,
    exporting: Exporting,
    office: Office,
    ask: PreparedAsk,
    campaign: Campaign,
    tmp_path: Path,
    report: str,
    told: str,
) -> None:
    office.do(register(office.store, campaign, content="重复。"), "新增问题")
    again = office.store.all(Issue)[-1]
    entries = {"step.reason": "重复。"}
    office.do(move(office.store, again.id, Move.DECLINE, entries, office.today()), "不予立项")
    ask.expect("save_path", tmp_path / "表.xlsx")
    with qtbot.waitSignal(exporting.told) as heard:
        exporting.export(report, campaign)
    assert heard.args is not None
    assert heard.args[0] == f"已导出 表.xlsx{told}"


def test_the_next_export_starts_in_the_same_folder(
    qtbot: QtBot, exporting: Exporting, ask: PreparedAsk, campaign: Campaign, tmp_path: Path
) -> None:
    ask.expect("save_path", tmp_path / "问题台账.xlsx")
    with qtbot.waitSignal(exporting.told):
        exporting.export("问题台账", campaign)
    ask.expect("save_path", None)
    exporting.export("整改台账", campaign)
    assert Path(ask.asked[1][1]).parent == tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows its folders otherwise")
@pytest.mark.parametrize(
    ("there", "proposed"),
    [(["Documents", "Desktop"], "Documents"), (["Desktop"], "Desktop"), ([], "")],
)
def test_the_first_export_starts_in_the_nearest_folder_that_is_there(
    exporting: Exporting,
    ask: PreparedAsk,
    campaign: Campaign,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    there: list[str],
    proposed: str,
) -> None:
    """A bare Linux account has neither; the dialog must not open where the program lies."""
    home = tmp_path / "家"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    for folder in ("", *there):
        (home / folder).mkdir()
    ask.expect("save_path", None)
    exporting.export("问题台账", campaign)
    assert Path(ask.asked[0][1]).parent == home / proposed


def test_a_folder_that_is_not_there_is_said_plainly(
    qtbot: QtBot, exporting: Exporting, ask: PreparedAsk, campaign: Campaign, tmp_path: Path
) -> None:
    ask.expect("save_path", tmp_path / "没有" / "问题台账.xlsx")
    ask.expect("refuse")
    exporting.export("问题台账", campaign)
    qtbot.waitUntil(ask.all_asked)
    assert ask.asked[1][1].startswith("没有文件夹")


def test_a_program_that_is_missing_is_said_plainly(
    qtbot: QtBot,
    exporting: Exporting,
    ask: PreparedAsk,
    campaign: Campaign,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "问题台账.xlsx"
    ask.expect("save_path", target)
    with qtbot.waitSignal(exporting.told) as told:
        exporting.export("问题台账", campaign)
    assert told.args is not None
    target.unlink()
    ask.expect("refuse")
    told.args[1][0][1]()
    assert ask.asked[1] == ("refuse", f"没有找到“{target}”，可能已被移走或删除。")


def test_a_folder_is_opened_for_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(desktop, "open_file", opened.append)
    desktop.open_folder(tmp_path / "台账.db")
    assert opened == [tmp_path]


def test_an_export_has_the_offices_persons_and_fonts(
    qtbot: QtBot,
    office: Office,
    exporting: Exporting,
    ask: PreparedAsk,
    campaign: Campaign,
    tmp_path: Path,
) -> None:
    keep(office.settings, Preferences(prepared_by="李芳", body_font="楷体"))
    ask.expect("save_path", tmp_path / "问题台账.xlsx")
    with qtbot.waitSignal(exporting.told):
        exporting.export("问题台账", campaign)
    written = ZipFile(tmp_path / "问题台账.xlsx")
    parts = {name: written.read(name).decode() for name in written.namelist()}
    assert any("填报人：李芳" in part for part in parts.values())
    assert "楷体" in parts["xl/styles.xml"]
