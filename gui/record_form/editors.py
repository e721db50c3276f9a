"""One editor for each kind of field; forms and the cells of tables use the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from gui.look import Look
from gui.record_form.choice_editor import ChoiceEditor
from gui.record_form.day_editor import DayEditor
from gui.record_form.flag_editor import FlagEditor
from gui.record_form.line_editor import LineEditor
from gui.record_form.long_editor import LongEditor
from model.fields import Field
from model.frozen import Frozen
from model.initials import words
from model.kinds import Choice, Context, Day, Flag, LongText, Ref, Suggested
from model.records import BY_TABLE

Editor = LineEditor | LongEditor | FlagEditor
"""All of them: ``typed()``, ``fill(text)``, ``set_refused(bool)``, ``settle()``, ``composing``."""

Suggest = Callable[[Field], Sequence[str]]
Add = Callable[[Field, str], bool]


class Surroundings(Frozen):
    """What an editor asks while one types in it.

    ``suggest`` gives the usual texts of a field; ``add`` makes a person out of a new name and
    tells whether it did. After ``today`` nothing has happened yet; calendars open at it.
    """

    look: Look
    context: Callable[[], Context]
    suggest: Suggest | None = None
    add: Add | None = None
    today: Callable[[], date] = date.today


def editor_for(field: Field, around: Surroundings, parent: QWidget | None = None) -> Editor:
    """An empty editor for one field, named after it."""
    editor = _made(field, around, parent)
    editor.setObjectName(editor_name(field))
    editor.setAccessibleName(field.label)
    if field.hint and isinstance(editor, LineEditor | LongEditor):
        editor.setPlaceholderText(field.hint)
    return editor


def editor_name(field: Field) -> str:
    """What the editor of a field is called among the widgets."""
    return f"{field.name}_edit"


def _made(field: Field, around: Surroundings, parent: QWidget | None) -> Editor:
    kind = field.kind
    if isinstance(kind, LongText):
        return LongEditor(around.look, parent)
    if isinstance(kind, Flag):
        return FlagEditor(parent)
    if isinstance(kind, Day):
        return _day_editor(field, around, parent)
    if isinstance(kind, Choice | Suggested | Ref):
        return _choice_editor(field, around, parent)
    return LineEditor(around.look, parent)


def _day_editor(field: Field, around: Surroundings, parent: QWidget | None) -> DayEditor:
    def read(text: str) -> Any:
        return field.kind.parse(text, around.context())

    def show(day: date) -> str:
        return field.show(day, around.context())

    return DayEditor(around.look, read, show, around.today, parent)


def _choice_editor(field: Field, around: Surroundings, parent: QWidget | None) -> ChoiceEditor:
    kind, add = field.kind, around.add
    adds = isinstance(kind, Ref) and kind.table == "person" and add is not None
    return ChoiceEditor(
        around.look,
        lambda: choices(field, around),
        free=isinstance(kind, Suggested),
        add=(lambda name: bool(add and add(field, name))) if adds else None,
        noun=BY_TABLE[kind.table].noun if isinstance(kind, Ref) else "",
        readings=lambda: around.context().readings() or words(),
        parent=parent,
    )


def choices(field: Field, around: Surroundings) -> list[str]:
    """The values that are offered for a field, each once."""
    kind = field.kind
    if isinstance(kind, Choice):
        return [str(value) for value in kind.values]
    if isinstance(kind, Ref):
        return list(dict.fromkeys(around.context().names.get(kind.table, {}).values()))
    fixed = kind.values if isinstance(kind, Suggested) else ()
    used = around.suggest(field) if around.suggest else ()
    return list(dict.fromkeys([*fixed, *used]))
