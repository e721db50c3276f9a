"""Edited cells become one operation of the store, or none."""

from __future__ import annotations

import pytest

from gui.record_table import CellEdit, StoreEdits
from model.records import Category, Issue, Rectification
from model.refused import Place, Refused
from model.store import Store


def test_cells_of_several_records_are_one_operation(store: Store) -> None:
    edits = [CellEdit(1, "name", "能力"), CellEdit(2, "name", "环境"), CellEdit(2, "seq", 7)]
    StoreEdits(store, Category)(edits, "粘贴2行")
    assert store.names(Category) == {1: "能力", 2: "环境"}
    assert store.get(Category, 2).seq == 7
    store.undo()
    assert store.names(Category) == {1: "素质能力", 2: "发展环境"}


def test_a_record_is_read_once_for_all_its_cells(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    get = store.get

    def noted(kind: type[Category], id: int) -> Category:
        read.append(id)
        return get(kind, id)

    monkeypatch.setattr(store, "get", noted)
    edits = [CellEdit(1, "name", "能力"), CellEdit(2, "name", "环境"), CellEdit(1, "seq", 7)]
    StoreEdits(store, Category)(edits, "粘贴2行")
    assert read == [1, 2]


def test_a_cell_of_the_round_is_written_to_the_round(store: Store) -> None:
    StoreEdits(store, Issue)([CellEdit(1, "round.owner", 2)], "修改责任人")
    assert store.get(Rectification, 1).owner == 2


def test_a_refusal_names_the_cell(store: Store) -> None:
    edits = [CellEdit(1, "cause", "年久"), CellEdit(1, "content", "")]
    with pytest.raises(Refused) as refused:
        StoreEdits(store, Issue)(edits, "粘贴")
    assert refused.value.place == Place("issue", 1, "content")
    assert store.get(Issue, 1).cause == ""


def test_a_refusal_in_the_round_names_the_cell_of_the_row(store: Store) -> None:
    with pytest.raises(Refused) as refused:
        StoreEdits(store, Issue)([CellEdit(1, "round.owner", 99)], "修改责任人")
    assert refused.value.place == Place("issue", 1, "round.owner")
