"""A form that is only looked at: nothing in it can be typed, all of it can be read and copied."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from gui.look.buttons import allow
from gui.record_form.form import RecordForm
from gui.record_form.line_editor import LineEditor
from gui.record_form.long_editor import LongEditor
from model.fields import Field


def bar(form: RecordForm, fields: Iterable[Field], agree: QWidget, why_not: str) -> None:
    """Close the form for the reason ``why_not``; blank leaves it as it is."""
    allow(agree, why_not)
    if why_not:
        shut(form, fields)


def shut(form: RecordForm, fields: Iterable[Field], *, closed: bool = True) -> None:
    """Let these fields only be looked at, or be typed into again."""
    for field in fields:
        editor = form.editor(field.name)
        if isinstance(editor, LineEditor | LongEditor):
            editor.setReadOnly(closed)
        else:
            editor.setEnabled(not closed)
