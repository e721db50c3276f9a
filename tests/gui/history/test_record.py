"""What became of one record: an issue with all its parts, any other record alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from gui.history.record import RecordHistory
from gui.main_window import MainWindow
from gui.office import Office
from gui.record_form import RecordDialog
from gui.record_table import RecordTable
from model.changes import Change
from model.fields import Record
from model.records import Issue, Measure, Person
from model.store import Store
from tests.gui.story.clerk import Clerk


@pytest.fixture
def worked(store: Store) -> Store:
    issue, person = store.get(Issue, 1), store.get(Person, 2)
    store.apply([Change(None, Measure(1, rectification=1, content="更换座椅"))], "添加整改措施")
    store.apply([Change(issue, replace(issue, cause="无人检修。"))], "修改产生原因")
    store.apply([Change(person, replace(person, post="书记"))], "修改职务")
    return store


def opened(qtbot: QtBot, office: Office, record: Record) -> RecordHistory:
    dialog = RecordHistory(None, office, record)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def lines(dialog: RecordHistory) -> list[tuple[str, ...]]:
    """The words of each row but the time."""
    rows = dialog.changes.records.rows
    columns = range(1, len(rows.columns))
    return [tuple(rows.text(row, column) for column in columns) for row in range(len(rows))]


def test_an_issue_is_told_with_its_parts(qtbot: QtBot, office: Office, worked: Store) -> None:
    dialog = opened(qtbot, office, worked.get(Issue, 1))
    assert dialog.windowTitle() == "问题2011-001的变更历史"
    assert lines(dialog)[:2] == [
        ("张明", "修改产生原因", "问题2011-001", "产生原因", "（空）", "无人检修。"),
        ("张明", "添加整改措施", "整改措施“更换座椅”", "新增", "", "整改措施：更换座椅"),
    ]
    assert {line[2] for line in lines(dialog)[2:]} == {"问题2011-001", "第1轮整改"}


def test_another_record_is_told_alone(qtbot: QtBot, office: Office, worked: Store) -> None:
    dialog = opened(qtbot, office, worked.get(Person, 2))
    assert lines(dialog) == [
        ("张明", "修改职务", "职务", "副院长", "书记"),
        ("张明", "建立活动", "新增", "", "姓名：李芳；职务：副院长"),
    ]


def test_what_was_taken_back_says_so(qtbot: QtBot, office: Office, worked: Store) -> None:
    worked.undo()
    dialog = opened(qtbot, office, worked.get(Person, 2))
    assert [line[1] for line in lines(dialog)] == [
        "修改职务（撤销）", "修改职务（已撤销）", "建立活动",
    ]  # fmt: skip


def test_search_leaves_what_holds_the_text(qtbot: QtBot, office: Office, worked: Store) -> None:
    dialog = opened(qtbot, office, worked.get(Issue, 1))
    dialog._search("检修")
    assert [line[1] for line in lines(dialog)] == ["修改产生原因"]
    hint = dialog.findChild(QLabel, "record_history_hint")
    assert hint is not None
    assert hint.text().startswith("显示 1 /")


def test_a_form_opens_the_history_of_its_record(
    qtbot: QtBot, office: Office, worked: Store, window: MainWindow
) -> None:
    form = RecordDialog(window, office, worked.get(Person, 2), "修改人员", None, None)
    qtbot.addWidget(form)
    form.show()
    clerk = Clerk(qtbot, window, worked)
    button = form.findChild(QPushButton, "dialog_history")
    assert button is not None

    def look() -> None:
        table = clerk.see(QTableView, "record_changes_table")
        assert isinstance(table, RecordTable)
        assert len(table.records.rows) == 2

    clerk.in_dialog(lambda: qtbot.mouseClick(button, Qt.MouseButton.LeftButton), look)


def test_a_new_record_has_no_history(qtbot: QtBot, office: Office) -> None:
    form = RecordDialog(None, office, Person(9), "新增人员", None, None)
    qtbot.addWidget(form)
    assert form.findChild(QPushButton, "dialog_history") is None


def test_the_detail_of_an_issue_opens_its_history(
    qtbot: QtBot, window: MainWindow, worked: Store
) -> None:
    clerk = Clerk(qtbot, window, worked)
    window.show_room("rectification").reveal("issue", 1)
    seen: list[str] = []

    def look() -> None:
        clerk.see(QTableView, "record_changes_table")
        seen.append(clerk.says("record_history_title"))

    clerk.in_dialog(lambda: clerk.choose("issue_menu", "变更历史…"), look)
    assert seen == ["问题2011-001的变更历史"]
