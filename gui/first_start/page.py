"""Lays the ways in out on one sheet: what to begin with, the sample, an existing ledger."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.first_start.beginning import MARGIN, Beginning
from gui.first_start.icon_offer import IconOffer
from gui.first_start.picture import LedgerPicture
from gui.look import Look, paint
from gui.look.buttons import DIALOG_HEIGHT, flat_button, plain_button
from gui.look.panels import Hairline, label, program_heading
from gui.office import Office
from gui.shortcut import can_make

SHEET = QSize(1126, 520)
SAMPLE_WIDTH = 267
SENTENCE = "从方案到报送，从问题到销号，一处登记，三本台账。数据只存在这台电脑上。"
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FirstStart(QWidget):
    """Enter anywhere in the left part makes the campaign."""

    sample_wanted = Signal()
    ledger_wanted = Signal()
    left = Signal()  # back to the campaign that is open

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.setObjectName("first_start")
        look = office.look
        self.beginning = Beginning(office)
        self._back_button = flat_button(look, "back_to_campaign", "返回当前活动", icon="undo")
        self.icon_offer = IconOffer(office)
        self._lay_out()
        self._wire()

    def show_way_back(self, shown: bool) -> None:
        """Whether there is a campaign to go back to."""
        self._back_button.setVisible(shown)
        self.icon_offer.setVisible(can_make() and not shown)

    def look_again(self) -> None:
        """Offer what there is to begin with now."""
        self.beginning.look_again()

    def offer_copy(self, campaign: int) -> None:
        """Show that this campaign can be copied."""
        self.beginning.offer_copy(campaign)

    # -- building ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setMaximumWidth(SHEET.width())
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addLayout(program_heading(self._office.look, "program", SENTENCE))
        column.addSpacing(28)
        column.addWidget(self._sheet(), 20)
        column.addSpacing(8)
        column.addLayout(self._links())
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)

    def _sheet(self) -> QWidget:
        sheet = _Sheet(self._office.look)
        row = QHBoxLayout(sheet)
        row.setContentsMargins(0, MARGIN, 0, MARGIN)
        row.setSpacing(0)
        row.addWidget(self.beginning, 1)
        row.addWidget(Hairline(self._office.look.tokens.line, upright=True))
        row.addLayout(self._sample_part())
        return sheet

    def _sample_part(self) -> QVBoxLayout:
        look = self._office.look
        part = QVBoxLayout()
        part.setContentsMargins(MARGIN, 0, MARGIN, 0)
        part.setSpacing(6)
        part.addWidget(label(look, "sample_title", "先看示例", "big_button"))
        sentence = label(look, "sample_sentence", "一所乡镇卫生院做到一半的活动。", "label", "ink2")
        part.addWidget(sentence)
        part.addSpacing(10)
        picture = LedgerPicture(look)
        picture.setFixedWidth(SAMPLE_WIDTH)
        part.addWidget(picture, 1)
        hint = "每次打开都是新的副本，不影响正式台账。"
        part.addWidget(label(look, "sample_hint", hint, "label", "ink3"))
        part.addSpacing(12)
        self.sample_button = plain_button(look, "open_sample", "打开示例", height=DIALOG_HEIGHT)
        part.addWidget(self.sample_button)
        return part

    def _links(self) -> QHBoxLayout:
        look = self._office.look
        self.open_button = flat_button(look, "open_ledger", "打开已有台账…", icon="folder")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.open_button)
        row.addWidget(self._back_button)
        row.addStretch(1)
        row.addWidget(self.icon_offer)
        return row

    def _wire(self) -> None:
        self.sample_button.clicked.connect(self.sample_wanted)
        self.open_button.clicked.connect(self.ledger_wanted)
        self._back_button.clicked.connect(self.left)
        self.setFocusProxy(self.beginning)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.beginning.create_campaign()
        elif event.key() == Qt.Key.Key_Escape and not self._back_button.isHidden():
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Sheet(QWidget):
    """The white sheet."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setMaximumSize(SHEET)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        surface = self._look.tokens.surface
        paint.outline(QPainter(self), QRectF(self.rect()), surface, surface, 6)
