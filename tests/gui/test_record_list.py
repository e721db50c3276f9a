"""The lists of the menu 活动: added, ordered and deleted at once, refused with all the users."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gui import record_list
from gui.office import Office
from gui.record_list import RecordList
from model.changes import Change
from model.fields import Record
from model.records import Campaign, Category, Person, Phase
from model.store import Store
from tests.gui.prepared import PreparedAsk

MakeList = Callable[[type[Record]], RecordList]


@pytest.fixture
def make(qtbot: QtBot, office: Office, campaign: Campaign) -> MakeList:
    def made(kind: type[Record]) -> RecordList:
        dialog = RecordList(None, office, campaign, kind)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return made


def press(qtbot: QtBot, dialog: RecordList, id: str) -> None:
    button = dialog.findChild(QPushButton, f"list_{id}")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("kind", "count"), [(Phase, 2), (Category, 2), (Person, 2)])
def test_it_shows_all_of_a_kind(make: MakeList, kind: type[Record], count: int) -> None:
    assert len(make(kind).table.records.rows) == count


def test_another_campaigns_phases_are_not_shown(
    make: MakeList, office: Office, campaign: Campaign
) -> None:
    other = Campaign(2, title="纪律教育", start=campaign.start, end=campaign.end)
    phase = Phase(9, campaign=2, name="学习", start=campaign.start, end=campaign.end)
    office.do([Change(None, other), Change(None, phase)], "建立活动")
    assert len(make(Phase).table.records.rows) == 2


def test_one_in_use_is_not_deleted_and_its_users_are_named(
    qtbot: QtBot, make: MakeList, store: Store, ask: PreparedAsk
) -> None:
    dialog = make(Category)
    dialog.table.select_id(1)
    ask.expect("refuse")
    press(qtbot, dialog, "delete")
    assert "2011-001" in ask.asked[0][1]
    assert len(store.all(Category)) == 2


def test_one_out_of_use_is_deleted(qtbot: QtBot, make: MakeList, store: Store) -> None:
    dialog = make(Category)
    dialog.table.select_id(2)
    press(qtbot, dialog, "delete")
    assert [category.id for category in store.all(Category)] == [1]
    assert len(dialog.table.records.rows) == 1


def test_order_is_changed_as_one_operation(qtbot: QtBot, make: MakeList, store: Store) -> None:
    dialog = make(Phase)
    dialog.table.select_id(2)
    press(qtbot, dialog, "up")
    assert [phase.id for phase in store.all(Phase)] == [2, 1]
    store.undo()
    assert [phase.id for phase in store.all(Phase)] == [1, 2]


def test_the_first_cannot_go_further_up(qtbot: QtBot, make: MakeList, store: Store) -> None:
    dialog = make(Phase)
    dialog.table.select_id(1)
    last = store.history.last_id()
    press(qtbot, dialog, "up")
    assert store.history.last_id() == last


def test_persons_have_no_order(make: MakeList) -> None:
    button = make(Person).findChild(QPushButton, "list_up")
    assert button is not None
    assert button.isHidden()


def test_a_new_one_stands_last(
    qtbot: QtBot, make: MakeList, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Record] = []
    monkeypatch.setattr(record_list, "edit_record", lambda *given: asked.append(given[2]))
    press(qtbot, make(Phase), "add")
    assert isinstance(asked[0], Phase)
    assert asked[0].seq == 3
    assert asked[0].campaign == 1


def test_a_read_only_ledger_disables_the_verbs(
    make: MakeList, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "read_only", "现在是只读查看。")
    button = make(Phase).findChild(QPushButton, "list_add")
    assert button is not None
    assert not button.isEnabled()
    assert button.toolTip() == "现在是只读查看。"


@pytest.mark.parametrize("kind", [Category, Person])
def test_pasted_rows_stand_last(make: MakeList, store: Store, kind: type[Record]) -> None:
    table = make(kind).table
    QApplication.clipboard().setText("新甲\n新乙")
    model = table.records
    column = model.column_of("name")
    table.setCurrentIndex(model.index(len(model.rows), column))
    table.paste()
    names = [model.rows.text(row, column) for row in range(model.rowCount())]
    assert names[2:] == ["新甲", "新乙", ""]
    assert [record.title for record in store.all(kind)][2:] == ["新甲", "新乙"]
