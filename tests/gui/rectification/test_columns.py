"""The date of a row is red when late, and pale where the whole row is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from gui.look import Look
from gui.record_table import Cell
from gui.rectification.columns import COLUMNS
from model.judgements.lights import Light, Verdict


@pytest.mark.parametrize(
    ("light", "faded", "ink"),
    [(Light.RED, False, "red_t"), (Light.GREEN, False, "ink"), (Light.GREY, True, "ink2")],
)
def test_the_ink_of_a_date(
    look: Look, monkeypatch: pytest.MonkeyPatch, light: Light, faded: bool, ink: str
) -> None:
    inks: list[object] = []
    monkeypatch.setattr(look.texts, "line", lambda *given: inks.append(given[4]))
    (due,) = (column for column in COLUMNS if column.path == "due")
    row = (1, (Verdict(light, "", ""), ()))
    ground = QPixmap(80, 36)
    painter = QPainter(ground)
    assert due.paint is not None
    due.paint(painter, look, Cell(QRectF(0, 0, 80, 36), None, "4月15日", row, faded))
    painter.end()
    assert inks == [getattr(look.tokens, ink)]
