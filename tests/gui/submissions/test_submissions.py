"""报送: written once, kept byte for byte, ticked, offered; and had again as it was."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui import desktop
from gui.entry_form import EntryForm
from gui.office import Office
from gui.submissions import send
from gui.submissions.list import SubmissionList
from gui.submissions.sending import SendingDialog
from model.changes import Change
from model.records import Campaign, Submission, Task
from model.store import Store
from model.submissions import Sending, kept_file
from model.submissions import submit as submitted
from model.words import TaskKind
from tests.gui.conftest import TODAY
from tests.gui.prepared import PreparedAsk

FILE = b"exactly these bytes"


@pytest.fixture
def tasks(store: Store) -> list[Task]:
    """Two things to send; the second is due first."""
    kind = TaskKind.SUBMISSION
    made = [
        Task(
            1, campaign=1, kind=kind, title="报送整改台账", due=date(2011, 4, 25),
            material="整改台账", recipient="县卫生局办公室",
        ),
        Task(
            2, campaign=1, kind=kind, title="报送问题台账", due=date(2011, 4, 22),
            material="问题台账", recipient="县卫生局",
        ),
        Task(3, campaign=1, title="动员大会"),
    ]  # fmt: skip
    store.apply([Change(None, each) for each in made], "排出任务")
    return made


@pytest.fixture
def dialog(qtbot: QtBot, office: Office, campaign: Campaign, tasks: list[Task]) -> SendingDialog:
    made = SendingDialog(None, office, campaign)
    qtbot.addWidget(made)
    made.show()
    return made


def press(qtbot: QtBot, dialog: QDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def refusal(dialog: QDialog) -> str:
    label = dialog.findChild(QLabel, "dialog_refusal")
    assert label is not None
    return label.text()


def when_open(kind: type[QDialog], act: Callable[[QDialog], None]) -> None:
    """Do this as soon as a dialog of this kind is open."""

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, kind):
            act(shown)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


# -- sending -----------------------------------------------------------------------------------


def test_what_is_due_next_is_filled_in(dialog: SendingDialog) -> None:
    values = dialog.form.values()
    assert values is not None
    assert values["report"] == "问题台账"
    assert (values["task"], values["recipient"]) == (2, "县卫生局")
    assert values["submitted_on"] == TODAY


def test_another_task_brings_its_report_and_recipient(
    dialog: SendingDialog, ask: PreparedAsk
) -> None:
    dialog.form.type_text("task", "报送整改台账")
    values = dialog.form.values()
    assert values is not None
    assert values["report"] == "整改台账"
    assert values["recipient"] == "县卫生局办公室"
    ask.expect("confirm", True)
    dialog.reject()


def test_the_file_is_written_kept_and_the_task_ticked_in_one_operation(
    qtbot: QtBot, dialog: SendingDialog, store: Store
) -> None:
    last = store.history.last_id()
    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, dialog, "dialog_agree")
    assert store.history.last_id() == last + 1
    (made,) = store.all(Submission)
    assert dialog.submission == made
    assert (made.report, made.recipient, made.task) == ("问题台账", "县卫生局", 2)
    assert store.get(Task, 2).done_on == TODAY
    content = kept_file(store, made)
    assert hashlib.sha256(content).hexdigest() == made.file
    assert "xl/workbook.xml" in ZipFile(BytesIO(content)).namelist()
    assert b"2011-001" in store.blob(made.values)
    assert made.name.endswith("问题台账-20110420.xlsx")


def test_a_day_to_come_is_refused_and_nothing_is_made(
    qtbot: QtBot, dialog: SendingDialog, store: Store, ask: PreparedAsk
) -> None:
    dialog.form.type_text("submitted_on", "4.21")
    press(qtbot, dialog, "dialog_agree")
    assert "不能晚于今天" in refusal(dialog)
    assert store.all(Submission) == []
    ask.expect("confirm", True)
    dialog.reject()


def test_the_file_is_offered_and_saved_as_it_was_sent(
    qtbot: QtBot,
    office: Office,
    campaign: Campaign,
    tasks: list[Task],
    ask: PreparedAsk,
    tmp_path: Path,
) -> None:
    target = tmp_path / "另存.xlsx"
    when_open(SendingDialog, lambda dialog: press(qtbot, dialog, "dialog_agree"))
    ask.expect("choose", 1)
    ask.expect("save_path", target)
    made = send(None, office, campaign)
    assert made is not None
    assert "已报送问题台账" in ask.asked[0][1]
    assert target.read_bytes() == kept_file(office.store, made)


def test_left_without_sending_nothing_is_offered(
    office: Office, campaign: Campaign, store: Store
) -> None:
    when_open(SendingDialog, lambda dialog: dialog.reject())
    assert send(None, office, campaign) is None
    assert store.all(Submission) == []


# -- the list ----------------------------------------------------------------------------------


@pytest.fixture
def sent(store: Store, tasks: list[Task]) -> Submission:
    sending = Sending(1, "问题台账", 2, "县卫生局", date(2011, 4, 19), "周涛", "问题台账.xlsx")
    store.apply(*submitted(store, sending, FILE, b"{}", TODAY))
    return store.all(Submission)[0]


@pytest.fixture
def listed(
    qtbot: QtBot, office: Office, campaign: Campaign, sent: Submission
) -> Iterator[SubmissionList]:
    made = SubmissionList(None, office, campaign)
    qtbot.addWidget(made)
    made.show()
    made.select(sent.id)
    yield made
    office.bridge.changed.disconnect(made._follow)


def words(listed: SubmissionList) -> list[str]:
    rows = listed.table.records.rows
    return [rows.text(0, column) for column in range(len(listed.table.records.columns))]


def test_it_says_what_went_to_whom_and_when(listed: SubmissionList) -> None:
    assert words(listed) == ["4月19日", "问题台账", "县卫生局", "周涛", "问题台账.xlsx", ""]


def test_a_copy_is_opened_and_the_kept_file_is_out_of_reach(
    qtbot: QtBot,
    listed: SubmissionList,
    sent: Submission,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(desktop, "open_file", opened.append)
    press(qtbot, listed, "submissions_open")
    listed.table.opened.emit(sent.id)
    assert [path.name for path in opened] == ["问题台账.xlsx"] * 2
    assert opened[0] != opened[1]
    assert opened[0].read_bytes() == FILE
    opened[0].chmod(0o600)
    opened[0].write_bytes(b"altered")
    assert kept_file(store, sent) == FILE


def test_a_damaged_file_is_not_opened(
    qtbot: QtBot,
    listed: SubmissionList,
    store: Store,
    ask: PreparedAsk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(store, "blob", lambda sha256: b"other bytes")
    ask.expect("refuse")
    press(qtbot, listed, "submissions_open")
    assert "指纹不符" in ask.asked[0][1]


def test_it_is_saved_where_it_is_wanted(
    qtbot: QtBot, listed: SubmissionList, ask: PreparedAsk, tmp_path: Path
) -> None:
    ask.expect("save_path", tmp_path / "台账.xlsx")
    press(qtbot, listed, "submissions_save")
    assert (tmp_path / "台账.xlsx").read_bytes() == FILE
    assert ask.asked[0][1].endswith("问题台账.xlsx")


def test_it_is_declared_void_with_a_reason(
    qtbot: QtBot, listed: SubmissionList, store: Store
) -> None:
    def explain(form: QDialog) -> None:
        assert isinstance(form, EntryForm)
        press(qtbot, form, "dialog_agree")
        assert form.isVisible()
        qtbot.keyClicks(form.form.editor("void_reason"), "x")
        press(qtbot, form, "dialog_agree")

    when_open(EntryForm, explain)
    press(qtbot, listed, "submissions_void")
    assert store.all(Submission)[0].void_reason == "x"
    assert words(listed)[-1] == "x"
    button = listed.findChild(QPushButton, "submissions_void")
    assert button is not None
    assert (button.isEnabled(), button.toolTip()) == (False, "这条已经作废了")
    assert kept_file(store, store.all(Submission)[0]) == FILE


def test_without_a_choice_nothing_can_be_done(listed: SubmissionList) -> None:
    listed.table.clearSelection()
    for button in listed._buttons.values():
        assert (button.isEnabled(), button.toolTip()) == (False, "先选一条")
