"""What the detail writes, it writes for whom it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.office import Office
from gui.rectification.detail.case import read_case
from gui.rectification.detail.desk import Desk
from model.changes import Change
from model.records import Person, Progress
from model.store import Store


@pytest.mark.parametrize(("ids", "writer"), [((901,), 901), ((901, 902), None), ((), None)])
def test_a_line_is_written_by_who_alone_has_the_name_at_this_keyboard(
    qtbot: QtBot, office: Office, store: Store, ids: tuple[int, ...], writer: int | None
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    if ids:
        store.apply([Change(None, Person(id, name="王伟")) for id in ids], "新增人员")
    case = read_case(office, 1)
    assert case is not None
    assert Desk(replace(office, user="王伟"), parent).add_progress(case, "已联系厂家。")
    assert [each.by for each in store.all(Progress)][-1] == writer
