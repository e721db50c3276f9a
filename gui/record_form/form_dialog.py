"""What all dialogs with a form share: they differ in the form and in what is done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.look.buttons import DIALOG_HEIGHT, plain_button, primary_button
from gui.look.fonts import Role
from gui.look.keys import send_by_ctrl_enter
from gui.look.panels import label
from gui.office import Office
from gui.record_form.form import RecordForm
from gui.record_form.form_area import FormArea

MARGIN = 28
FRAME = 40  # px that a desktop needs for the title bar


class FormDialog(QDialog):
    """A title, a form, a place for what was refused, 取消 and the filled button.

    It is as high as its form where the screen has room for that, and grows and shrinks with it;
    where the screen has not, the form scrolls and the buttons stay in sight. What was typed is not
    thrown away without a question.
    """

    refusals: tuple[Role, str] = ("body", "red")  # type and ink of what was refused
    _opened_with = 0  # px of height
    _fitted = 0  # that it was given last; where it has another now, the user chose that

    def __init__(self, parent: QWidget | None, office: Office, name: str, title: str) -> None:
        super().__init__(parent)
        self._office = office
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        self.setProperty("ground", "surface")

    def lay_out(self, form: RecordForm, agree: str = "确定", subject: str = "") -> None:
        """Build the dialog around ``form``; ``subject`` is a line that says what it is about."""
        self.form = form
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 24, MARGIN, 24)
        column.setSpacing(14)
        title = label(self._office.look, "dialog_title", self.windowTitle(), "dialog_title")
        self._title_label: QLabel = title
        column.addWidget(title)
        if subject:
            column.addWidget(self._subject_line(subject))
        self._area = FormArea(form)
        column.addWidget(self._area, 1)
        self._refusal_label: QLabel = label(self._office.look, "dialog_refusal", "", *self.refusals)
        self._refusal_label.setWordWrap(True)
        column.addWidget(self._refusal_label)
        self.say("")
        column.addSpacing(8)
        column.addLayout(self._buttons(agree))
        send_by_ctrl_enter(self, self.send)

    def show_title(self, title: str) -> None:
        """It is about another record now."""
        self.setWindowTitle(title)
        self._title_label.setText(title)

    def show_form(self, form: RecordForm) -> None:
        """Ask by this form from now on."""
        self.form = form
        self._area.show_form(form)
        self.say("")

    def put_above(self, widget: QWidget) -> None:
        """Show something between the title and the form."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self._area), widget)

    def say(self, text: str) -> None:
        """Tell what was refused, above the buttons; blank: nothing was."""
        self._refusal_label.setText(text)
        self._refusal_label.setVisible(bool(text))
        self._fit()

    def send(self) -> None:
        """Do what the dialog is for, or say why not."""
        raise NotImplementedError

    def may_close(self) -> bool:
        """Whether nothing typed is lost, or shall be."""
        return not self.form.is_altered() or self._office.ask.discard()

    def reject(self) -> None:
        if self.may_close():
            super().reject()

    # -- building --------------------------------------------------------------------------

    def _subject_line(self, subject: str) -> QLabel:
        look, words = self._office.look, subject.replace("\n", " ")
        cut, _width = look.texts.cut(words, "label", self.minimumWidth() - 2 * MARGIN)
        line: QLabel = label(look, "dialog_subject", cut, "label", "ink2")
        line.setToolTip(subject)
        return line

    def _buttons(self, agree: str) -> QHBoxLayout:
        look = self._office.look
        cancel = plain_button(look, "dialog_cancel", "取消", height=DIALOG_HEIGHT)
        cancel.clicked.connect(self.reject)
        self.agree_button = primary_button(look, "dialog_agree", agree)
        self.agree_button.setToolTip("Ctrl+Enter")
        self.agree_button.clicked.connect(self.send)
        self.agree_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(12)
        for beside in self.beside_buttons():
            row.addWidget(beside)
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.agree_button)
        return row

    def beside_buttons(self) -> list[QWidget]:
        """What stands at the left of the buttons."""
        return []

    # -- height ----------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        if not self._opened_with:
            self._opened_with = self._needed()
            self.resize(self.width(), self._opened_with)  # before Qt puts it into its place
            self._fitted = self.height()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        if not self._opened_with:
            return
        needed = self._needed()
        if needed >= self.height() or self.height() == self._fitted:
            self.resize(self.width(), max(needed, self._opened_with))
            self._fitted = self.height()

    def _needed(self) -> int:
        """As high as all of it, at most as the screen."""
        column = self.layout()
        assert column is not None
        wraps = column.hasHeightForWidth()
        whole = column.totalHeightForWidth(self.width()) if wraps else self.sizeHint().height()
        return min(whole, self.screen().availableGeometry().height() - FRAME)
