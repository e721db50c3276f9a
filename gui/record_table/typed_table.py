"""A table that is typed into: keys, clicks and input methods open editors and act on cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import (
    QEvent,
    QKeyCombination,
    QPoint,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from gui.look import Look
from gui.look.paint import TICK_BOX
from gui.record_form.editors import Add, Editor, Suggest, Surroundings, editor_name
from gui.record_form.flag_editor import NO, YES
from gui.record_table.cells import CellWork
from gui.record_table.editing import STAY, CellEditing
from gui.record_table.going import GoingTable, Select
from gui.record_table.model import Index, TableModel
from gui.record_table.note import parts
from gui.record_table.style import TableStyle
from model.fields import Field
from model.kinds import Flag
from model.refused import Refused

Trigger = QAbstractItemView.EditTrigger
Key, Modifier = Qt.Key, Qt.KeyboardModifier
NOT_TYPING = Modifier.ControlModifier | Modifier.AltModifier | Modifier.MetaModifier
AROUND_BOX = 4  # px beside a tick box that count as the box
BY_KEY = (Trigger.AnyKeyPressed, Trigger.EditKeyPressed)
NOT_MEANT = object()  # what a command answers that had nothing to do
AS_EVER = object()  # and what one answers that leaves the key to Qt


class TypedTable(GoingTable):
    """Opens an editor in the cell; what was typed goes to the model's ``edit``."""

    opened = Signal(int)  # Enter or double click on a row that is not typed into: the record's id
    edit_wanted = Signal(int, str)  # F2, in a sheet a double click, on a locked cell: id, path

    def __init__(
        self,
        model: TableModel,
        look: Look,
        style: TableStyle,
        suggest: Suggest | None,
        add: Add | None,
        today: Callable[[], date],
        parent: QWidget | None,
    ) -> None:
        super().__init__(model, look, style, parent)
        suggest = suggest or self._used_before
        around = Surroundings(look, lambda: model.context, suggest, add, today)
        self.editing = CellEditing(self, around)
        self.setItemDelegate(self.editing)
        self.setEditTriggers(Trigger.DoubleClicked | Trigger.EditKeyPressed | Trigger.AnyKeyPressed)
        self.cells = CellWork(self, self.editing.note, today)
        self._keys = self._commands()
        self._pressed: Index | None = None  # the tick box that the mouse went down on
        self._band_pressed = False  # whether it went down on the heading of a group

    def _commands(self) -> dict[QKeyCombination, Callable[[], object]]:
        control, shift = Modifier.ControlModifier, Modifier.ShiftModifier
        return {
            QKeyCombination(Key.Key_Return): self._enter,
            QKeyCombination(Modifier.KeypadModifier, Key.Key_Enter): self._enter,
            QKeyCombination(shift, Key.Key_Return): lambda: self.step(-1, 0),
            QKeyCombination(Key.Key_Tab): lambda: self._go_on(1),
            QKeyCombination(Key.Key_Backtab): lambda: self._go_on(-1),  # Qt takes Shift off
            QKeyCombination(Key.Key_Delete): self.cells.clear,
            QKeyCombination(Key.Key_Backspace): self.cells.clear,
            QKeyCombination(control, Key.Key_C): self.copy,
            QKeyCombination(control, Key.Key_X): self.cut,
            QKeyCombination(control, Key.Key_V): self.paste,
            QKeyCombination(control, Key.Key_D): self.cells.fill_down,
            QKeyCombination(control, Key.Key_Semicolon): self.cells.enter_today,
            QKeyCombination(shift, Key.Key_Space): self._select_row,
            QKeyCombination(Key.Key_Escape): self._give_up_row,
        }

    # -- what the menu asks as well --------------------------------------------------------

    def copy(self) -> None:
        self.cells.copy()

    def copy_with_headings(self) -> None:
        self.cells.copy(headings=True)

    def cut(self) -> None:
        self.cells.copy()
        self.cells.clear("剪切")

    def paste(self) -> None:
        self.cells.paste()

    def leave_cell(self) -> bool:
        """Write what is being typed; False when that is refused: then the editor stays open."""
        return self.editing.finish(STAY)

    def unfinished(self) -> Iterator[tuple[str, str, str]]:
        """What waits in the row that is no record yet, for whoever keeps drafts."""
        for edit in self.records.fresh_edits():
            place = self.records.column_of(edit.path)
            column = self.records.columns[place]
            text = self.records.rows.text(len(self.records.rows), place)
            yield (
                editor_name(column.field),
                f"{self.accessibleName()}新的一行 · {column.title}",
                text,
            )

    # -- opening an editor -----------------------------------------------------------------

    def edit(  # type: ignore[override]  # Qt has a slot of the same name
        self,
        index: Index,
        trigger: Trigger = Trigger.AllEditTriggers,
        event: QEvent | None = None,
    ) -> bool:
        """Open the editor of a cell. Qt calls this for keys, double clicks and input methods."""
        typed = trigger == Trigger.AnyKeyPressed
        if not index.isValid() or (typed and not _types(event)):
            return False
        wanted = typed or trigger in (Trigger.EditKeyPressed, Trigger.DoubleClicked)
        if trigger in BY_KEY and index == self.currentIndex():
            index = self._go_to_active()
            self.scrollTo(index)  # rows may have been arranged anew below it
        if wanted and self.records.locked(index.row(), index.column()):
            if not (_is_space(event) and self.style_of_rows.whole_rows):  # there it selects
                self._say_locked(index, trigger)
            return False
        if wanted and self._is_flag(index):
            return typed and _is_space(event) and self._toggle(index)
        self.editing.typed_open = typed
        opened = super().edit(index, trigger, event)  # type: ignore[arg-type]  # None is right
        if opened:
            self.editing.begin()
        return opened

    def _go_to_active(self) -> Index:
        """What is selected stays selected."""
        active = self.active()
        if active != self.currentIndex():
            self.selectionModel().setCurrentIndex(active, Select.NoUpdate)
        return active

    def _say_locked(self, index: Index, trigger: Trigger) -> None:
        """A letter on a locked cell says why; F2 and a double click ask for another way in.

        In a list a double click opens the record.
        """
        row, column = index.row(), index.column()
        sheet = not self.style_of_rows.whole_rows
        elsewhere = trigger == Trigger.EditKeyPressed or (
            trigger == Trigger.DoubleClicked and sheet
        )
        if elsewhere and not self.records.is_fresh(row):
            path = self.records.columns[column].path
            self.edit_wanted.emit(self.records.rows.id_at(row), path)
        elif sheet or trigger == Trigger.AnyKeyPressed:
            self.editing.note.say(*parts(self.records.locked(row, column)), self.visualRect(index))

    def _is_flag(self, index: Index) -> bool:
        return isinstance(self.records.columns[index.column()].field.kind, Flag)

    def _toggle(self, index: Index) -> bool:
        row, column = index.row(), index.column()
        try:
            self.records.commit(row, column, NO if self.records.rows.value(row, column) else YES)
        except Refused as refusal:
            self.editing.note.say(*parts(refusal.text), self.visualRect(index))
        return True

    def _used_before(self, field: Field) -> list[str]:
        """The texts that the rows have in the column of this field."""
        fields = [column.field for column in self.records.columns]
        place = fields.index(field) + 1
        return sorted({row[place] for row in self.records.rows.all if row[place]})

    # -- keys and mouse --------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editor = self.editing.editor
        if editor is not None:
            self._pass_on(editor, event)
            return
        self.editing.note.hide()
        command = self._keys.get(event.keyCombination())
        answer = command() if command is not None else AS_EVER
        if answer is AS_EVER:
            super().keyPressEvent(event)
        elif answer is NOT_MEANT:
            event.ignore()

    def _pass_on(self, editor: Editor, event: QKeyEvent) -> None:
        """An input method was composing when the editor opened: so the focus stayed here."""
        if editor.hasFocus():
            event.ignore()  # the editor had no use for it
        elif not editor.composing:
            editor.setFocus()
            if editor.hasFocus():  # not in a window that is not the active one: it came back here
                QApplication.sendEvent(editor, event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are typed into cells; they do not jump about in the rows."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.leave_cell() and self.editing.editor is not None:
            self.editing.editor.setFocus()
            return
        self.editing.note.hide()
        self._band_pressed = self.on_band(event.position().toPoint())
        if self._band_pressed:
            return  # the heading of a group: what is chosen stays chosen
        self._pressed = self._box_at(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._band_pressed:  # else Qt would choose from where it was pressed before
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        box = self._box_at(event.position().toPoint())
        if box is not None and box == self._pressed and not event.modifiers():
            self._toggle(box)
        self._pressed = None
        self._band_pressed = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if self.style_of_rows.whole_rows and index.isValid() and self.editing.editor is None:
            self.opened.emit(self.current_id())

    def _box_at(self, place: QPoint) -> Index | None:
        """The cell whose tick box is there and can be ticked."""
        index = self.indexAt(place)
        if not index.isValid() or not self._is_flag(index):
            return None
        words = self.words_place(index.row(), index.column())
        box = QRectF(words.left(), words.top(), TICK_BOX, words.height())
        on_box = box.adjusted(-AROUND_BOX, 0, AROUND_BOX, 0).contains(QPointF(place))
        return index if on_box and not self.records.locked(index.row(), index.column()) else None

    def _select_row(self) -> object:
        if self.style_of_rows.whole_rows:
            return NOT_MEANT
        self.selectRow(self.active().row())
        return None

    def _give_up_row(self) -> object:
        """Esc on the row that is no record yet empties it."""
        if not (self.records.is_fresh(self.currentIndex().row()) and self.records.is_begun()):
            return NOT_MEANT
        self.records.forget_fresh()
        return None

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if previous.isValid() and self.records.is_fresh(previous.row()) != self.records.is_fresh(
            current.row()
        ):
            self.editing.say_lacking()

    def _go_on(self, right: int) -> object:
        """Tab in a block; else Qt knows where it leads."""
        return None if self.goes_round(0, right) else AS_EVER

    def _enter(self) -> None:
        if self.style_of_rows.whole_rows:
            self.opened.emit(self.current_id())
        else:
            self.step(1, 0)


def _types(event: QEvent | None) -> bool:
    """Whether a key or an input method brings text, and no command."""
    if isinstance(event, QInputMethodEvent):
        return bool(event.preeditString() or event.commitString())
    return (
        isinstance(event, QKeyEvent)
        and event.text().isprintable()
        and event.text() != ""
        and not event.modifiers() & NOT_TYPING
    )


def _is_space(event: QEvent | None) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Key.Key_Space
