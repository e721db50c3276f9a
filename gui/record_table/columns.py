"""What a table shows: its columns, declared once, each with its field, width and painter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.look import Look
from model.fields import Field
from model.frozen import Frozen
from model.kinds import Choice, Day, Flag, Ref, Suggested

Row = tuple[Any, ...]
"""``(id, value of each column…)``, as ``Store.rows`` gives it, perhaps with judged values added."""


class Cell(Frozen):
    """What a painter gets to paint: the place inside the padding, the value, its words, the row."""

    rect: QRectF
    value: Any
    text: str
    row: Row
    faded: bool = False


Painter = Callable[[QPainter, Look, Cell], None]


class TableColumn(Frozen):
    """One column.

    ``width`` is in logical px; 0 takes a ``share`` of what the others leave, at least 160.
    ``editable`` cells are typed in place. ``paint`` draws the inside of the cell instead of words;
    ``show`` gives the words of a value that no field kind knows (for search, copy and tooltips),
    ``order`` what it is sorted by. ``label`` stands in the header instead of the field's own.
    ``quiet`` words are secondary (numbers, states) and written paler.
    ``filed_under`` gives the words by which the filter lists a value, where several share one
    (逾期 for every light 逾期3天).
    When the table is too narrow, columns with ``optional`` above 0 hide, the highest first;
    a column with ``shown_from`` is there only when the table is at least so wide (px).
    """

    path: str
    field: Field
    width: int = 0
    editable: bool = False
    paint: Painter | None = None
    show: Callable[[Any], str] | None = None
    order: Callable[[Any], Any] | None = None
    filed_under: Callable[[Any], str] | None = None
    label: str = ""
    quiet: bool = False
    share: int = 1
    optional: int = 0
    shown_from: int = 0

    @property
    def title(self) -> str:
        """What stands in the header."""
        return self.label or self.field.label

    @property
    def wraps(self) -> bool:
        """Whether its words are broken into lines."""
        return self.width == 0 or not self.field.kind.short

    @property
    def groups(self) -> bool:
        """Whether many rows share one of its values, so that they can be grouped by it."""
        shared = isinstance(self.field.kind, Choice | Day | Flag | Ref | Suggested)
        return shared or self.filed_under is not None
