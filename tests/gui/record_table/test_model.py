"""The model shows, sorts and filters rows by their declared fields and never alters its own."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from gui.record_table import CellEdit, TableColumn, TableModel, ValueRole
from gui.record_table.ordering import ranks, sorted_by
from gui.record_table.values import dictionary_keys, ordered_by
from model.kinds import Context
from model.records import Opinion
from model.refused import Refused
from tests.gui.record_table.samples import COLUMNS, CONTEXT, ROWS, Written

CONTENT, CATEGORY, LEVEL, FOUND, PUBLIC, OWNER = 1, 2, 3, 4, 5, 6
DOWN = Qt.SortOrder.DescendingOrder


def ids(model: TableModel) -> list[int]:
    return [model.rows.id_at(row) for row in range(model.rowCount())]


def shown(model: TableModel, row: int) -> list[str]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_values_are_shown_in_the_words_of_their_fields(model: TableModel) -> None:
    assert shown(model, 0) == [
        "2011-001", "候诊区座椅破损。", "发展环境", "科室", "3月9日", "是", "李芳", "登记",
    ]  # fmt: skip
    assert shown(model, 1)[2:] == ["素质能力", "个人", "", "否", "", "登记"]


def test_native_values_have_their_role(model: TableModel) -> None:
    assert model.index(0, FOUND).data(ValueRole) == date(2011, 3, 9)


def test_headers_are_the_labels_of_the_fields(model: TableModel) -> None:
    assert model.headerData(CONTENT, Qt.Orientation.Horizontal) == "问题表现"
    assert model.headerData(1, Qt.Orientation.Vertical) == 2


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (CONTENT, [11, 12, 13]),  # by pinyin: hòu, péi, yuàn
        (CATEGORY, [11, 12, 13]),  # as the scheme has them
        (OWNER, [11, 13, 12]),  # by name: lǐ, zhāng; blank last
        (LEVEL, [11, 12, 13]),  # in the order of the office; blank last
        (FOUND, [13, 11, 12]),
        (PUBLIC, [11, 12, 13]),
    ],
)
def test_sorting_is_by_kind(model: TableModel, column: int, order: list[int]) -> None:
    model.sort(column)
    assert ids(model) == order


def test_categories_follow_the_scheme_also_when_that_is_altered(model: TableModel) -> None:
    """As the statistics beside the sheet do; by pinyin 发展环境 would be the first."""
    scheme = {1: "素质能力", 2: "发展环境"}
    other = Context(CONTEXT.year, {**CONTEXT.names, "category": scheme})
    model.follow_rows(ROWS, other)
    model.sort(CATEGORY)
    assert ids(model) == [12, 13, 11]
    assert [option.words for option in model.rows.options(CATEGORY)] == list(scheme.values())
    model.group(CATEGORY)
    assert [group.words for group in model.rows.groups.values()] == list(scheme.values())


def test_blanks_stay_last_when_reversed(model: TableModel) -> None:
    model.sort(FOUND, DOWN)
    assert ids(model) == [11, 13, 12]


def test_equals_stay_as_they_came(model: TableModel) -> None:
    model.sort(CATEGORY, DOWN)
    assert ids(model) == [12, 13, 11]
    model.sort(-1)
    assert ids(model) == [11, 12, 13]


def test_sorting_is_one_reset(qtbot: QtBot, model: TableModel) -> None:
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.sort(CONTENT)
    assert len(resets) == 1


@pytest.mark.parametrize(
    ("text", "order"),
    [("培训", [12, 13]), ("李芳", [11]), ("3月2日", [13]), ("pxbkh", [13]), ("没有", [])],
)
def test_filter_by_text_looks_into_every_cell(
    model: TableModel, text: str, order: list[int]
) -> None:
    model.filter(text=text)
    assert ids(model) == order


def test_no_text_crosses_from_cell_to_cell(model: TableModel) -> None:
    model.filter(text="001候诊")
    assert ids(model) == []


def test_filter_by_predicate(model: TableModel) -> None:
    model.filter(lambda row: row[FOUND + 1] is not None, "培训")
    assert ids(model) == [13]
    assert (model.rowCount(), len(model.rows.all)) == (1, 3)


def test_update_alters_rows_where_they_stand(qtbot: QtBot, model: TableModel) -> None:
    model.sort(FOUND)
    changed = (11, "2011-001", "座椅已换。", *ROWS[0][3:])
    with qtbot.waitSignal(model.dataChanged) as told:
        model.update_rows([changed, ROWS[1]])
    assert told.args[0].row() == 1
    assert ids(model) == [13, 11, 12]
    assert shown(model, 1)[CONTENT] == "座椅已换。"


def test_an_updated_row_is_found_by_its_new_words(model: TableModel) -> None:
    model.filter(text="座椅")
    model.update_rows([(12, "2011-002", "座椅太少。", *ROWS[1][3:])])
    model.refresh()
    assert ids(model) == [11, 12]


def test_new_rows_come_last_and_gone_ones_go(model: TableModel) -> None:
    model.update_rows([(14, "2011-004", "新问题。", *ROWS[0][3:])], gone=[12])
    assert ids(model) == [11, 13, 14]
    assert shown(model, 2)[CONTENT] == "新问题。"
    assert model.rows.row_of(14) == 2
    assert model.rows.row_of(12) is None


def test_rows_hidden_by_a_filter_are_updated_too(model: TableModel) -> None:
    model.filter(text="候诊")
    model.update_rows([], gone=[13])
    model.filter()
    assert ids(model) == [11, 12]


def test_only_declared_cells_of_open_rows_are_editable(model: TableModel) -> None:
    editable = Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index(0, CONTENT)) & editable
    assert not model.flags(model.index(0, 0)) & editable
    assert not model.flags(model.index(2, CONTENT)) & editable
    assert not model.flags(QModelIndex()) & editable


def test_committing_asks_to_write_and_alters_nothing(model: TableModel, written: Written) -> None:
    written.model = None  # nobody announces what was written
    model.commit(0, FOUND, "4.30")
    assert written.edits == [CellEdit(11, "found_on", date(2011, 4, 30))]
    assert written.labels == ["修改发现时间"]
    assert shown(model, 0)[FOUND] == "3月9日"


def test_the_same_value_again_writes_nothing(model: TableModel, written: Written) -> None:
    model.commit(0, FOUND, "2011-3-9")
    assert written.labels == []


@pytest.mark.parametrize(
    ("row", "column", "text", "reason"),
    [
        (0, FOUND, "4月31日", "4月没有31日"),
        (0, CONTENT, " ", "不能为空"),
        (0, 0, "2011-009", "不在这里填写"),
        (2, CONTENT, "改", "已销号"),
    ],
)
def test_what_is_refused_is_not_written(
    model: TableModel, written: Written, row: int, column: int, text: str, reason: str
) -> None:
    with pytest.raises(Refused, match=reason):
        model.commit(row, column, text)
    assert not model.setData(model.index(row, column), text)
    assert written.labels == []


def test_a_model_without_an_edit_is_read_only(qapp: object) -> None:
    model = TableModel(COLUMNS, CONTEXT)
    model.show_rows(ROWS)
    assert not model.flags(model.index(0, CONTENT)) & Qt.ItemFlag.ItemIsEditable


def test_what_was_sorted_ahead_follows_what_is_written(model: TableModel) -> None:
    while model.rows.prepare():
        pass
    model.sort(FOUND)
    assert ids(model) == [13, 11, 12]
    model.update_rows([(13, *ROWS[2][1:5], date(2011, 5, 1), *ROWS[2][6:])])
    model.refresh()
    assert ids(model) == [11, 13, 12]
    model.filter(lambda row: row[0] != 11)
    assert ids(model) == [13, 12]


def test_few_different_values_sort_like_many() -> None:
    values = ["乙", "", "甲", None, "丙"] * 100
    few = ranks(values, dictionary_keys)
    plain = dictionary_keys(values)
    everything = range(len(values))
    for reverse in (False, True):
        assert sorted_by(few, everything, reverse) == sorted_by(plain, everything, reverse)
    assert isinstance(few[0], int)


def test_the_thousandth_number_is_sorted_behind_the_one_before() -> None:
    numbers = ["2011-1000", "", "2011-999"]
    keys = ordered_by(COLUMNS[0], CONTEXT)(numbers)
    assert [numbers[at] for at in sorted_by(keys, range(3), False)] == ["2011-999", "2011-1000", ""]


def test_of_no_texts_there_are_no_keys() -> None:
    """A campaign without people, or without issues."""
    assert dictionary_keys([]) == []
    assert ranks([], dictionary_keys) == []


def test_an_empty_row_says_what_to_type_where_there_is_most_room(written: Written) -> None:
    paths = ("channel", "received_on", "content", "declined_reason")
    widths = (104, 84, 0, 0)
    columns = [
        TableColumn(path, Opinion.field(path), width, editable=True)
        for path, width in zip(paths, widths, strict=True)
    ]
    model = TableModel(columns, edit=written, adds="新增意见")
    assert model.hinted() == 2  # what is needed, and not the narrow first
    model.rows.fresh = (0, "", None, "候诊没有椅子。", "")
    assert model.hinted() == 0  # now only that lacks
