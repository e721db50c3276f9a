"""A form that is only looked at: nothing in it can be typed, all of it can be read."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from gui.look import Look
from gui.look.buttons import allow
from gui.record_form.form import RecordForm
from gui.record_form.long_editor import LongEditor
from model.fields import Field


def bar(
    look: Look, form: RecordForm, fields: Iterable[Field], agree: QWidget, why_not: str
) -> None:
    """Close the form for the reason ``why_not``; blank leaves it as it is."""
    allow(agree, why_not)
    if why_not:
        for field in fields:
            _close(look, form.editor(field.name))


def _close(look: Look, editor: QWidget) -> None:
    """Long text can still be scrolled and copied; the rest opens no list any more."""
    palette = editor.palette()
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, look.tokens.ink2)
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, look.tokens.ink2)
    editor.setPalette(palette)
    if isinstance(editor, LongEditor):
        editor.setReadOnly(True)
    else:
        editor.setEnabled(False)
