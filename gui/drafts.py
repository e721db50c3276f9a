"""Keeps what is being typed and not stored yet in a small file beside the ledger, each second."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from gui.draft_file import Draft, DraftFile
from gui.look.fields import SearchField
from model.changes import Operation

TICK_MILLISECONDS = 1000

TextEditor = QLineEdit | QPlainTextEdit | QTextEdit


@runtime_checkable
class Sheet(Protocol):
    """A table whose last row is typed into cell by cell before it is a record."""

    def unfinished(self) -> Iterator[tuple[str, str, str]]:
        """Of each cell that waits: the name of its editor, its words for people, its text."""

    def viewport(self) -> QWidget: ...


class Drafts(QObject):
    """Watches whatever text editor or sheet has the keyboard; no editor knows of it.

    ``recovered`` are the drafts of the last time, until they are dismissed or put back.
    """

    recovered_changed = Signal()
    returned = Signal(object, object)  # the editor of a recovered Draft has the keyboard again
    departed = Signal()  # something else has it

    def __init__(
        self, file: DraftFile, may_write: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        """``may_write``: beside another one's window on the same ledger nothing is kept."""
        super().__init__(parent)
        self._file, self._may_write = file, may_write
        self._watched: dict[TextEditor, str] = {}  # and what stood in it before
        self._sheets: list[Sheet] = []
        self._kept: list[Draft] = []
        self.recovered: list[Draft] = []
        self._timer = QTimer(self, interval=TICK_MILLISECONDS)
        self._timer.timeout.connect(self.keep)
        self._on: bool | None = None  # None before the start, False after the end
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusObjectChanged.connect(self._follow_focus)

        self._start()

    def _start(self) -> None:
        """Take up what the last time left, and watch from now on."""
        if self._on is None and self._may_write():
            self._on = True
            self.recovered = self._file.read()
            self.recovered_changed.emit()

    def stop(self) -> None:
        """Keep what is still unfinished for the next start."""
        self.keep()
        self._on = False
        self._timer.stop()
        self._watched.clear()
        self._sheets.clear()

    def keep(self) -> None:
        """Write what is typed now, where it is something else than a second ago."""
        if not self._may_write():
            return
        self._drop_left()
        drafts = [self._draft(*each) for each in self._watched.items() if _is_typed(*each)]
        open_places = {each.place for each in drafts}
        drafts += [each for each in self._waiting() if each.place not in open_places]
        before = {(each.place, each.text) for each in self._kept}
        if {(each.place, each.text) for each in drafts} != before:
            self._kept = drafts
            self._file.write([*self.recovered, *drafts])
        if not self._watched and not self._sheets:
            self._timer.stop()

    def set_aside(self) -> None:
        """Offer what waits in sheets like what the last time left, for they are to be emptied."""
        waiting = self._waiting()
        if waiting:
            self.recovered = [*self.recovered, *waiting]
            self._file.write([*self.recovered, *self._kept])
            self.recovered_changed.emit()

    def follow(self, operation: Operation) -> None:
        """What was stored is a draft no more."""
        stored = {
            getattr(change.after, field.name)
            for change in operation.changes
            if change.after is not None
            for field in change.after.fields
        }
        for editor in self._watched:
            if _is_there(editor) and text_of(editor).strip() in stored:
                self._watched[editor] = text_of(editor)

    def dismiss(self, drafts: Sequence[Draft]) -> None:
        """Forget recovered drafts."""
        self.recovered = [each for each in self.recovered if each not in drafts]
        self._file.write([*self.recovered, *self._kept])
        self.recovered_changed.emit()

    def put_back(self, editor: TextEditor, draft: Draft) -> None:
        """Type a recovered draft into its editor again."""
        editor.selectAll()
        if isinstance(editor, QLineEdit):
            editor.insert(draft.text)
        else:
            editor.textCursor().insertText(draft.text)
        self.keep()
        self.dismiss([draft])

    def _follow_focus(self, focused: QObject | None) -> None:
        self._start()
        if focused is None or not self._on:
            return  # another program has the keyboard; nothing was left
        self.departed.emit()
        QTimer.singleShot(0, self._drop_left)  # the one that is left hears of it only now
        self._watch_sheet(focused)
        if not isinstance(focused, TextEditor) or not _is_kept(focused):
            return
        self._watched.setdefault(focused, text_of(focused))
        self._timer.start()
        place = place_of(focused)
        for draft in self.recovered:
            if (draft.place, draft.before) == (place, text_of(focused)):
                self.returned.emit(focused, draft)
                return

    def _watch_sheet(self, focused: QObject | None) -> None:
        while focused is not None and not isinstance(focused, Sheet):
            focused = focused.parent()
        if focused is not None and focused not in self._sheets:
            self._sheets.append(focused)
            self._timer.start()

    def _drop_left(self) -> None:
        """In the window fields and cells are written when left, in a dialog all at once."""
        self._sheets = [each for each in self._sheets if isValid(each)]
        for editor in list(self._watched):
            if not _is_there(editor) or (_is_written_when_left(editor) and not _is_in(editor)):
                del self._watched[editor]

    def _draft(self, editor: TextEditor, before: str) -> Draft:
        title = editor.window().windowTitle() if _in_dialog(editor) else ""
        words = " · ".join(filter(None, (title, editor.accessibleName())))
        return Draft(place_of(editor), words, before, text_of(editor), _now())

    def _waiting(self) -> list[Draft]:
        """What stands in rows that are no records yet, each at the place of its cell's editor."""
        return [
            Draft(f"{place_of(sheet.viewport())}/{name}", words, "", text, _now())
            for sheet in self._sheets
            for name, words, text in sheet.unfinished()
        ]


def _now() -> str:
    return datetime.now().isoformat(timespec="minutes")


def text_of(editor: TextEditor) -> str:
    """What stands in an editor, without what an input method is composing."""
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def place_of(editor: QWidget) -> str:
    """The way to an editor by the object names from its window on."""
    names: list[str] = []
    widget: QWidget | None = editor
    while widget is not None:
        names.append(widget.objectName())
        widget = None if widget.isWindow() else widget.parentWidget()
    return "/".join(filter(None, reversed(names)))


def _is_kept(editor: TextEditor) -> bool:
    return not editor.isReadOnly() and not isinstance(editor, SearchField)


def _in_dialog(editor: TextEditor) -> bool:
    return isinstance(editor.window(), QDialog)


def _is_in(editor: TextEditor) -> bool:
    """Whether the user is still in it, perhaps with another program before the window."""
    return editor.window().focusWidget() is editor


def _is_written_when_left(editor: TextEditor) -> bool:
    """Unless it was refused: then the text still stands there and is nowhere else."""
    at_once = hasattr(editor, "left") and not _in_dialog(editor)
    return at_once and not editor.property("refused")


def _is_there(editor: TextEditor) -> bool:
    """Whether what it holds can still become a record."""
    return isValid(editor) and (editor.window().isVisible() or not _in_dialog(editor))


def _is_typed(editor: TextEditor, before: str) -> bool:
    text = text_of(editor)
    return text != before and bool(text.strip())
