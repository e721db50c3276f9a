"""Typing into a cell: opens its field's editor and writes what was typed, or says why not."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.record_form.choice_editor import ChoiceEditor
from gui.record_form.editor_state import ENTER
from gui.record_form.editors import Editor, Surroundings, editor_for
from gui.record_form.line_editor import ICON_ROOM, LineEditor
from gui.record_form.long_editor import LongEditor
from gui.record_form.remarks import TITLE, remark
from gui.record_table.model import Index
from gui.record_table.note import AlarmMark, RefusalNote, parts
from gui.record_table.view import PaintedTable
from model.refused import Refused

EndHint = QAbstractItemDelegate.EndEditHint
Trigger = QAbstractItemView.EditTrigger
STAY = (0, 0)


class CellEditing(QStyledItemDelegate):
    """Opens, places and closes the editor of one table; one cell is edited at a time."""

    def __init__(self, table: PaintedTable, around: Surroundings) -> None:
        super().__init__(table)
        self._table = table
        self._around = around
        self._editor: Editor | None = None
        self._cell = QPersistentModelIndex()
        self.typed_open = False  # whether a letter opened the editor: it replaces the text
        self._mark: AlarmMark | None = None
        self.note = RefusalNote(table.look, table.viewport())

    @property
    def editor(self) -> Editor | None:
        """The open editor."""
        return self._editor

    # -- opening ---------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        self.note.hide()
        records = self._table.records
        field = records.columns[index.column()].field
        editor = editor_for(field, replace(self._around, look=self._table.look), parent)
        place = f"{self._table.accessibleName()}{records.rows.title(index.row())}"
        editor.setAccessibleName(f"{place} · {field.label}")  # also what a kept draft is called
        editor.setFont(self._table.look.font("body"))
        editor.setProperty("ring", False)
        editor.left.connect(lambda: self.finish(STAY))
        editor.picked.connect(lambda: self.finish(STAY))
        editor.altered.connect(self._altered)
        self._editor, self._cell = editor, QPersistentModelIndex(index)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if self._editor is None or editor.property("filled"):
            return  # news about the row leave what is being typed alone
        editor.setProperty("filled", True)
        self._editor.fill(self._table.records.rows.text(index.row(), index.column()))
        if isinstance(self._editor, LineEditor | LongEditor) and self.typed_open:
            self._editor.selectAll()
        elif isinstance(self._editor, LongEditor):
            self._editor.moveCursor(self._editor.textCursor().MoveOperation.End)

    def begin(self) -> None:
        """The editor is open and has its width: it takes the height it needs.

        F2 and a double click put the cursor behind the text and show the choices.
        """
        self._grow()
        if self.typed_open:
            return
        if isinstance(self._editor, LineEditor):
            self._editor.end(False)  # Qt has selected it all
        if isinstance(self._editor, ChoiceEditor):
            self._editor.selectAll()
            self._editor.open_list()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The frame lies where the current cell's was, the text where it stood in the cell."""
        cell = self._table.visualRect(index)
        span = self._table.span_of(index.column())
        if isinstance(editor, LineEditor):
            margins = editor.textMargins()
            editor.setTextMargins(span.before - 7, 0, margins.right(), 0)
        if isinstance(editor, LongEditor):
            top = self._table.text_top(index.row(), index.column())
            editor.stand_at(span.before - 7, max(0, round(top) - 5))
        editor.setGeometry(self._grown(editor, cell.adjusted(-1, -1, 0, 0)))

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self._editor:
            self._editor = None
            self._mark = None  # it goes with the editor
            self.note.hide()
        super().destroyEditor(editor, index)

    def _grow(self) -> None:
        if isinstance(self._editor, LongEditor):
            cell = self._table.visualRect(self._cell)
            self._editor.setGeometry(self._grown(self._editor, cell.adjusted(-1, -1, 0, 0)))

    def _grown(self, editor: QWidget, cell: QRect) -> QRect:
        """Long text grows below its cell, as far as the table reaches."""
        if not isinstance(editor, LongEditor):
            return cell
        editor.resize(cell.size())  # its lines depend on its width
        room = self._table.viewport().height()
        height = min(max(cell.height(), editor.needed_height()), room)
        cell.setHeight(height)
        if cell.bottom() > room:
            cell.moveBottom(room)
        return cell

    # -- closing ---------------------------------------------------------------------------

    def finish(self, step: tuple[int, int]) -> bool:
        """Write what was typed and go (down, right); False: refused, the editor stays open."""
        editor = self._editor
        if editor is None or not self._cell.isValid():
            return True
        if not editor.settle():
            return False
        row, column = self._cell.row(), self._cell.column()
        text, kind = editor.typed(), self._table.records.columns[column].field.kind
        has_keyboard = editor.hasFocus()  # else another part of the window was gone to
        try:
            self._table.records.commit(row, column, text)
        except Refused as refusal:
            self._refuse(editor, refusal.text)
            return False
        if self._editor is editor:
            self._close(editor, EndHint.NoHint)
        elif has_keyboard:  # the rows were arranged anew: the editor is gone, what is next got it
            self._table.setFocus()
        records = self._table.records
        if records.is_fresh(row) and step[0] > 0:
            self.say_lacking(go_there=True)
            return True
        if step != STAY:
            self._table.step(*step)
        if said := remark(kind, text, records.context, records.rows.today):
            place = self._table.visualRect(records.index(row, column))
            self.note.say(TITLE, f"{said}。", place)
        return True

    def say_lacking(self, *, go_there: bool = False) -> None:
        """Say which cell the row still needs to be written, if something waits in it."""
        model = self._table.records
        column, row = model.lacking(), len(model.rows)
        if column < 0 or not model.is_begun():
            return
        index = model.index(row, column)
        if go_there:
            self._table.setCurrentIndex(index)
        wanted = model.columns[column].title
        self.note.say(
            f"新的一行还差“{wanted}”，还没有写入",
            "填上就写入，先填的都留着；不要这一行，选中它按 Esc。",
            self._table.visualRect(index),
        )

    def give_up(self) -> None:
        """Close the editor and leave the cell as it was."""
        if self._editor is not None:
            self._close(self._editor, EndHint.RevertModelCache)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Qt asks when another cell becomes current by itself."""
        self.finish(STAY)

    def _close(self, editor: Editor, hint: EndHint) -> None:
        self._mark_off()
        editor.blockSignals(True)  # losing the focus now is no second leaving
        self._editor = None
        self.note.hide()
        self.closeEditor.emit(editor, hint)

    def _refuse(self, editor: Editor, text: str) -> None:
        editor.set_refused(True)
        self._mark_off()
        icon_room = ICON_ROOM if isinstance(editor, LineEditor) and editor.icon else 0
        self._mark = AlarmMark(self._table.look, editor, icon_room)
        before = self._table.records.rows.text(self._cell.row(), self._cell.column())
        first, rest = parts(text)
        back = f"按 Esc 恢复“{before}”。" if before else "按 Esc 恢复为空。"
        self.note.say(f"{first}，还没有写入", rest + back, editor.geometry())

    def _altered(self) -> None:
        if self._editor is not None:
            self._editor.set_refused(False)
            self._mark_off()
            self.note.hide()
            self._grow()

    def _mark_off(self) -> None:
        if self._mark is not None:
            self._mark.hide()
            self._mark.deleteLater()
        self._mark = None

    # -- keys ------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Escape, *ENTER):
                event.accept()
            return False
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if self._editor is None or self._editor.composing:
            return False
        return self._key(event)

    def _key(self, event: QKeyEvent) -> bool:
        """Whether the key was meant for the table: Enter down, Tab right, Esc back."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if event.key() in ENTER and plain:
            self.finish((-1, 0) if shift else (1, 0))
        elif event.key() == Qt.Key.Key_Tab and plain:
            self.finish((0, 1))
        elif event.key() == Qt.Key.Key_Backtab:
            self.finish((0, -1))
        elif event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            return False
        return True
