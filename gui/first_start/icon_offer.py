"""The first start offers an icon on the desktop: a line with a button, no question."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.look.buttons import flat_button
from gui.look.panels import label
from gui.office import Office
from gui.shortcut import make
from model.refused import Refused

WORDS = "以后从桌面双击打开："


class IconOffer(QWidget):
    """Says what was done in its own line."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.setObjectName("icon_offer")
        look = office.look
        self.words = label(look, "icon_offer_words", WORDS, "label", "ink3")
        self.button = flat_button(look, "make_icon", "在桌面建快捷方式", icon="plus")
        self.button.clicked.connect(lambda _checked: self._make())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.words)
        row.addWidget(self.button)

    def _make(self) -> None:
        try:
            self.words.setText(make())
        except Refused as refusal:
            self._office.ask.refuse(refusal.text)
        else:
            self.button.hide()
