"""One row of a form: the label with its marks, the editor, and why its text was refused."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.look import Look
from gui.look.panels import label
from gui.record_form.editors import Editor, Surroundings, editor_for
from gui.record_form.remarks import remark
from model.fields import Field
from model.refused import Refused

PRIVATE = "仅本机：除非报表点名要它，不会导出。"
MARK = 14
ABOVE_LABEL = 5  # px, so that the label stands beside the editor's first line


class FormRow(QObject):
    """The widgets of one field; ``left`` tells that the user went on to something else."""

    left = Signal()
    altered = Signal()

    def __init__(
        self, field: Field, around: Surroundings, parent: QWidget, starred: bool = False
    ) -> None:
        super().__init__(parent)
        self.field, self.starred = field, starred or field.required
        self._around = around
        self.editor: Editor = editor_for(field, around)
        self.caption = _caption(field, self.editor, around.look, self.starred)
        self.refusal = label(around.look, f"{field.name}_refusal", "", "label", "red")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self._remark = label(around.look, f"{field.name}_remark", "", "label", "ink2")
        self._remark.setWordWrap(True)
        self._remark.hide()
        self.place = QWidget()
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        self._line.addWidget(self.editor, 1)
        column = QVBoxLayout(self.place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._line)
        column.addWidget(self.refusal)
        column.addWidget(self._remark)
        column.addStretch()
        for gone in (self.editor.left, self.editor.picked):
            gone.connect(self.left)
            gone.connect(self._look_over)
        self.editor.altered.connect(self._altered)
        self._shown = ""

    def add_beside(self, widget: QWidget) -> None:
        """Put a button at the right of the editor."""
        self._line.addWidget(widget)

    def explain(self, note: str) -> None:
        """Say below the editor what its value is for."""
        words = label(self._around.look, f"{self.field.name}_note", note, "label", "ink3")
        words.setWordWrap(True)
        column = self.place.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, words)

    def show_text(self, text: str) -> None:
        """Show a value's words; what the user is typing right now or must mend is left alone."""
        mending = bool(self.refusal.text())
        if self.is_altered() and (mending or self.editor.hasFocus()):
            return
        self.written(text)

    def written(self, text: str) -> None:
        """What was typed is now the value; show it as it is written."""
        self.editor.fill(text)
        self._shown = self.editor.typed()
        self.refuse("")

    def is_altered(self) -> bool:
        """Whether there is something else in the editor than was shown."""
        return self.editor.typed() != self._shown

    def refuse(self, text: str) -> None:
        """Say why what stands in the editor is not taken; blank: it is."""
        self.editor.set_refused(bool(text))
        self.refusal.setText(text)
        self.refusal.setVisible(bool(text))
        self._say("")

    def _look_over(self) -> None:
        """Say what is odd about a text that is taken; nothing is asked for."""
        around = self._around
        try:
            said = remark(self.field.kind, self.editor.typed(), around.context(), around.today)
        except Refused:
            return  # that is said where it is read
        self._say(f"{said}。" if said else "")

    def _say(self, words: str) -> None:
        self._remark.setText(words)
        self._remark.setVisible(bool(words))

    def _altered(self) -> None:
        self.refuse("")
        self.altered.emit()


def _caption(field: Field, editor: Editor, look: Look, starred: bool) -> QWidget:
    """The label, a red star where something must be filled in, a mark where it stays here."""
    caption = QWidget()
    row = QHBoxLayout(caption)
    row.setContentsMargins(0, ABOVE_LABEL, 8, 0)
    row.setSpacing(3)
    words: QLabel = label(look, f"{field.name}_label", field.label, "label", "ink2")
    words.setBuddy(editor)
    row.addWidget(words)
    if starred:
        star: QLabel = label(look, f"{field.name}_required", "＊", "label", "red")
        star.setToolTip("必填")
        row.addWidget(star)
    if field.private:
        row.addWidget(_private_mark(field, look))
    row.addStretch()
    caption.setSizePolicy(
        caption.sizePolicy().horizontalPolicy(), caption.sizePolicy().Policy.Fixed
    )
    return caption


def _private_mark(field: Field, look: Look) -> QLabel:
    """No lock: that is what cells have that cannot be typed into."""
    mark = QLabel()
    mark.setObjectName(f"{field.name}_private")
    mark.setAccessibleName("仅本机")
    mark.setToolTip(PRIVATE)
    mark.setPixmap(look.icon("private", MARK, look.tokens.ink3).pixmap(MARK, MARK))
    return mark
