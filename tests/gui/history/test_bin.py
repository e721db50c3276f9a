"""The bin shows what was deleted, one line each, and puts it back where it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from gui.history.bin import BinDialog
from gui.main_window import MainWindow
from gui.office import Office
from gui.record_table import RecordTable
from model.changes import Change
from model.deletion import deletion
from model.records import Campaign, Category, Issue, Measure, Phase, Progress
from model.store import Store
from tests.gui.prepared import PreparedAsk
from tests.gui.story.clerk import Clerk


@pytest.fixture
def emptied(store: Store, campaign: Campaign) -> Store:
    """An issue with its parts, a category and a phase were deleted, in this order."""
    parts = [
        Measure(1, rectification=1, content="更换座椅"),
        Measure(2, rectification=1, content="增设座椅"),
        Progress(1, rectification=1, on=campaign.start, content="已联系厂家"),
    ]
    store.apply([Change(None, part) for part in parts], "登记")
    store.apply(deletion(store.get(Issue, 1), store), "删除问题2011-001")
    store.apply(deletion(store.get(Category, 2), store), "删除问题类别")
    store.apply(deletion(store.get(Phase, 2), store), "删除阶段")
    return store


@pytest.fixture
def dialog(qtbot: QtBot, office: Office, emptied: Store, campaign: Campaign) -> BinDialog:
    made = BinDialog(None, office, campaign)
    qtbot.addWidget(made)
    made.show()
    return made


def lines(dialog: BinDialog) -> list[tuple[str, ...]]:
    rows = dialog.table.records.rows
    columns = range(1, len(rows.columns))
    return [tuple(rows.text(row, column) for column in columns) for row in range(len(rows))]


def restore(qtbot: QtBot, dialog: BinDialog) -> None:
    button = dialog.findChild(QPushButton, "bin_restore")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_each_line_says_who_what_and_what_went_with_it(dialog: BinDialog) -> None:
    assert lines(dialog) == [
        ("张明", "阶段", "阶段“查摆问题”", "", "删除阶段"),
        ("张明", "问题类别", "问题类别“发展环境”", "", "删除问题类别"),
        (
            "张明",
            "问题",
            "2011-001 候诊区座椅破损。",
            "含整改措施2条、整改进展1条",
            "删除问题2011-001",
        ),
    ]


def test_one_comes_back_with_its_parts(qtbot: QtBot, dialog: BinDialog, store: Store) -> None:
    dialog.table.select_id(3)
    restore(qtbot, dialog)
    assert store.get(Issue, 1).content == "候诊区座椅破损。"
    assert len(store.all(Measure)) == 2
    assert dialog.place is not None
    assert (dialog.place.table, dialog.place.id) == ("issue", 1)
    assert not dialog.isVisible()


def test_several_come_back_at_once_and_go_again_at_once(
    qtbot: QtBot, dialog: BinDialog, store: Store
) -> None:
    dialog.table.selectAll()
    button = dialog.findChild(QPushButton, "bin_restore")
    assert button is not None
    assert button.text() == "恢复3条"
    restore(qtbot, dialog)
    assert store.bin.deleted() == []
    store.undo()
    assert store.find(Phase, 2) is None
    assert store.find(Issue, 1) is None


def test_search_leaves_what_holds_the_text(dialog: BinDialog) -> None:
    dialog.search_edit.setText("座椅")
    assert [line[1] for line in lines(dialog)] == ["问题"]
    hint = dialog.findChild(QLabel, "recycle_bin_hint")
    assert hint is not None
    assert hint.text() == "显示 1 / 3 条"
    assert dialog.table.selected_ids() == [3]


def test_what_has_lost_its_owner_is_refused_and_stays(
    qtbot: QtBot, office: Office, emptied: Store, campaign: Campaign, ask: PreparedAsk
) -> None:
    other = Campaign(2, title="纪律教育", start=campaign.start, end=campaign.end)
    phase = Phase(9, campaign=2, name="学习", start=campaign.start, end=campaign.end)
    emptied.apply([Change(None, other), Change(None, phase)], "建立活动")
    emptied.apply([Change(phase, None)], "删除阶段")
    emptied.apply([Change(other, None)], "删除活动")
    dialog = BinDialog(None, office, campaign)
    qtbot.addWidget(dialog)
    dialog.show()
    assert lines(dialog)[1][2] == "阶段“学习”（纪律教育）"
    dialog.table.select_id(2)
    ask.expect("refuse")
    restore(qtbot, dialog)
    assert "已不在台账里" in ask.asked[0][1]
    assert dialog.isVisible()
    assert emptied.find(Phase, 9) is None


def test_what_an_undo_took_away_says_so(
    qtbot: QtBot, office: Office, store: Store, campaign: Campaign
) -> None:
    store.apply([Change(None, Measure(1, rectification=1, content="更换座椅"))], "添加整改措施")
    store.undo()
    dialog = BinDialog(None, office, campaign)
    qtbot.addWidget(dialog)
    assert lines(dialog)[0][-1] == "撤销：添加整改措施"


def test_an_empty_bin_says_so(
    qtbot: QtBot, office: Office, store: Store, campaign: Campaign
) -> None:
    dialog = BinDialog(None, office, campaign)
    qtbot.addWidget(dialog)
    dialog.show()
    empty = dialog.findChild(QLabel, "bin_empty_sentence")
    assert empty is not None
    assert empty.isVisible()


def test_the_window_shows_what_came_back(qtbot: QtBot, window: MainWindow, emptied: Store) -> None:
    clerk = Clerk(qtbot, window, emptied)
    window.show_room("ledger")

    def choose() -> None:
        table = clerk.see(QTableView, "bin_table")
        assert isinstance(table, RecordTable)
        table.select_id(1)
        clerk.press("恢复")

    clerk.in_dialog(lambda: clerk.choose_from_menu("文件", "回收站…"), choose)
    assert window._workspace.door.name == "timeline"
    assert emptied.find(Phase, 2) is not None


def test_the_only_campaign_comes_back_from_the_first_start_page(
    qtbot: QtBot, window: MainWindow, store: Store, campaign: Campaign
) -> None:
    store.apply(deletion(campaign, store), "删除活动")
    assert window.windowTitle() == "活动台账"
    clerk = Clerk(qtbot, window, store)
    clerk.in_dialog(lambda: clerk.choose_from_menu("文件", "回收站…"), lambda: clerk.press("恢复"))
    assert store.find(Campaign, 1) == campaign
    assert campaign.title in window.windowTitle()


def test_enter_in_the_search_brings_nothing_back(
    qtbot: QtBot, dialog: BinDialog, store: Store
) -> None:
    dialog.search_edit.setFocus()
    qtbot.keyClick(dialog.search_edit, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert len(store.bin.deleted()) == 3
