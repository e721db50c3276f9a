"""The dialog of a move that came too early: all that is missing, each with its button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.look import Look, paint
from gui.look.buttons import DIALOG_HEIGHT, icon_button, plain_button, primary_button
from gui.look.panels import label
from model.lifecycle import Missing, Readiness
from model.records import Issue
from model.words import Move

WIDTH, MARGIN, ROW = 600, 28, 56
DISC, INDENT, BUTTON = 22, 26, 116

UNTOUCHED, KEPT = "没有改动任何内容", "刚才补的已经保存"


class MissingRow(QWidget):
    """① 整改措施3未完成 / 抽查运行病历30份 ········ [标为今天完成]"""

    mended = Signal(object)  # the Missing

    def __init__(self, look: Look, number: int, missing: Missing) -> None:
        super().__init__()
        self._look, self._number, self._missing = look, number, missing
        self.setObjectName(f"missing_{number}")
        self.setAccessibleName(f"{missing.text}，{missing.wanted}")
        self.setToolTip(missing.wanted)
        self.setFixedHeight(ROW)
        self.button = plain_button(look, f"mend_{number}", str(missing.remedy))
        self.button.setFixedWidth(BUTTON)
        self.button.clicked.connect(lambda: self.mended.emit(missing))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        row.addWidget(self.button)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens, texts = self._look.tokens, self._look.texts
        middle = self.height() / 2
        disc = QRectF(0, middle - DISC / 2, DISC, DISC)
        paint.number_disc(painter, self._look, disc, str(self._number))
        words = QRectF(INDENT + 6, middle - 20, self.width() - INDENT - BUTTON - 24, 20)
        texts.line(painter, words, self._missing.text, "body", tokens.ink)
        below = words.translated(0, 20)
        texts.line(painter, below, self._missing.wanted, "label", tokens.ink2)
        paint.across(painter, tokens.line, INDENT + 6, self.width(), self.height() - 1)


class RefusedMove(QDialog):
    """Lists what a move still needs; ``wanted`` asks to mend one of them, ``go_on`` to continue."""

    wanted = Signal(object)  # the Missing
    go_on = Signal()
    help_page = "closing"

    def __init__(self, look: Look, move: Move, issue: Issue, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._look, self._move = look, move
        self._rows: list[MissingRow] = []
        self._first: Missing | None = None
        self._begun_with: tuple[Missing, ...] | None = None
        self.setObjectName("refused_move")
        self.setWindowTitle(f"还不能{move}")
        self.setFixedWidth(WIDTH)
        self.setProperty("ground", "surface")
        self._build(f"{issue.number} {issue.content}".replace("\n", " "))

    def show_readiness(self, found: Readiness, *, excused: bool = False) -> None:
        """Show what is missing now; with nothing missing the button goes on with the move.

        ``excused``: a reason will do instead, so another button goes on as well.
        """
        self._first = found.missing[0] if found.missing else None
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.setParent(None)
            row.deleteLater()
        self._rows = [
            MissingRow(self._look, number, each) for number, each in enumerate(found.missing, 1)
        ]
        for row in self._rows:
            row.mended.connect(self.wanted)
            self._list.addWidget(row)
        self._say(found)
        self._excuse.setVisible(excused and bool(found.missing))
        self._send.setFocus(Qt.FocusReason.OtherFocusReason)  # not what is next to a mended row
        self.adjustSize()

    def _say(self, found: Readiness) -> None:
        count = len(found.missing)
        if self._begun_with is None:
            self._begun_with = found.missing
        self._note.setText(UNTOUCHED if found.missing == self._begun_with else KEPT)
        self._title.setText(f"还不能{self._move}" if count else f"可以{self._move}了")
        self._lead.setText(f"还差{count}项，补齐后再办：" if count else "各项已经补齐。")
        self._present.setText("已具备：" + "、".join(found.present))
        self._ticked.setVisible(bool(found.present))
        self._send.setText("去补第一项" if count else f"继续{self._move}")
        self._send.setAccessibleName(self._send.text())

    def _build(self, subject: str) -> None:
        look = self._look
        self._title: QLabel = label(look, "refused_title", "", "dialog_title")
        close = icon_button(look, "refused_close", "close", "关闭", size=20)
        close.clicked.connect(self.reject)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc does the same
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(close)
        shown = look.texts.cut(subject, "label", WIDTH - 2 * MARGIN)[0]
        self._lead: QLabel = label(look, "refused_lead", "", "strong")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._present: QLabel = label(look, "refused_present", "", "label", "ink2")
        self._present.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 20, MARGIN, 20)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(label(look, "refused_subject", shown, "label", "ink2"))
        column.addSpacing(8)
        column.addWidget(self._lead)
        column.addLayout(self._list)
        column.addSpacing(4)
        self._ticked = _Ticked(look, self._present)
        column.addWidget(self._ticked)
        column.addSpacing(16)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        look = self._look
        later = plain_button(look, "refused_later", "暂不办理", height=DIALOG_HEIGHT)
        later.clicked.connect(self.reject)
        self._excuse = plain_button(look, "refused_excuse", "写明原因后继续", height=DIALOG_HEIGHT)
        self._excuse.clicked.connect(self.go_on)
        self._send = primary_button(look, "refused_first", "去补第一项")
        self._send.setMinimumWidth(148)
        self._send.setDefault(True)
        self._send.clicked.connect(self._press)
        self._send.setFocus(Qt.FocusReason.OtherFocusReason)
        row = QHBoxLayout()
        row.setSpacing(12)
        self._note: QLabel = label(look, "refused_note", UNTOUCHED, "label", "ink2")
        row.addWidget(self._note, 1)
        row.addWidget(later)
        row.addWidget(self._excuse)
        row.addWidget(self._send)
        return row

    def _press(self) -> None:
        if self._first is None:
            self.go_on.emit()
        else:
            self.wanted.emit(self._first)


class _Ticked(QWidget):
    """Words behind a green tick."""

    def __init__(self, look: Look, words: QLabel) -> None:
        super().__init__()
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(INDENT + 6, 4, 0, 4)
        row.addWidget(words, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = QRectF(2, 4, 18, 20)
        self._look.paint_icon(painter, place, "check", self._look.tokens.green, 16)
