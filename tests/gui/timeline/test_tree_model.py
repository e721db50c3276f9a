"""The plan as an item model."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.timeline.outline import Wish, groups, with_draft
from gui.timeline.tree_model import NAME, OWNER, STATUS, TreeModel
from model.judgements.timeline import Plan
from tests.gui.timeline.conftest import LATE, SENDING, UNDATED


def filled(plan: Plan) -> TreeModel:
    model = TreeModel()
    model.show(groups(plan.rows, Wish()))
    return model


def test_it_keeps_the_rules_of_item_models(plan: Plan, qtmodeltester: ModelTester) -> None:
    model = filled(plan)
    qtmodeltester.check(model)
    model.show(with_draft(groups(plan.rows, Wish(only_open=True)), ("phase", 2)))
    qtmodeltester.check(model)


def test_a_row_tells_name_person_and_state(plan: Plan) -> None:
    model = filled(plan)
    index = model.index_of(("task", LATE))
    cells = [index.siblingAtColumn(column).data() for column in (NAME, OWNER, STATUS)]
    assert cells == ["走访座谈", "张明", "逾期2天"]


def test_only_names_of_phases_and_tasks_are_typed_into(plan: Plan) -> None:
    model = filled(plan)
    editable = Qt.ItemFlag.ItemIsEditable
    task = model.index_of(("task", LATE))
    assert task.flags() & editable
    assert not task.siblingAtColumn(STATUS).flags() & editable
    assert not model.index_of(("campaign", 1)).flags() & editable
    model.editable = False
    assert not task.flags() & editable


def test_a_phase_is_renamed_without_its_number(plan: Plan) -> None:
    model = filled(plan)
    index = model.index_of(("phase", 2))
    assert index.data() == "第二阶段 查摆问题"
    assert index.data(Qt.ItemDataRole.EditRole) == "查摆问题"


def test_a_typed_name_is_asked_for_and_not_put_in(plan: Plan, qtbot: QtBot) -> None:
    model = filled(plan)
    index = model.index_of(("task", UNDATED))
    with qtbot.waitSignal(model.rename_wanted) as asked:
        model.setData(index, "研讨会")
    assert asked.args is not None
    assert (asked.args[0].id, asked.args[1]) == (UNDATED, "研讨会")
    assert index.data() == "理论研讨"


def test_the_same_rows_with_other_words_do_not_reset_the_view(plan: Plan, qtbot: QtBot) -> None:
    model = filled(plan)
    rows = [row._replace(words="完") for row in plan.rows]
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        assert not model.show(groups(rows, Wish()))
    assert model.index_of(("task", SENDING)).siblingAtColumn(STATUS).data() == "完"
