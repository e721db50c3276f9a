"""The paragraph that names the leading group in the notice, ready to be copied."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from gui.look import Look
from gui.look.buttons import plain_button
from gui.look.panels import PanelHeading, label

LINE_HEIGHT = "115%"


class Notice(QWidget):
    """通知段落 and its 复制; the words can also be marked with the mouse."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName("通知段落")
        heading = PanelHeading(look, "notice_heading", "通知段落")
        self.copy_button = plain_button(look, "notice_copy", "复制", icon="copy")
        self.copy_button.setToolTip("复制通知段落")
        self.copy_button.clicked.connect(self.copy)
        heading.add_button(self.copy_button)
        self.words = ""
        self._words_label = self._made_label(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(self._words_label)

    def show_words(self, words: str) -> None:
        """Show this paragraph from now on."""
        self.words = words
        # A plain text of Qt's has no say in its line height.
        self._words_label.setText(f'<p style="line-height:{LINE_HEIGHT}">{escape(words)}</p>')
        self.copy_button.setEnabled(bool(words))

    def copy(self) -> None:
        """Put the paragraph on the clipboard."""
        QApplication.clipboard().setText(self.words)

    def _made_label(self, look: Look) -> QLabel:
        made = label(look, "notice_words", "", "body", "ink2")
        made.setTextFormat(Qt.TextFormat.RichText)
        made.setAccessibleName("通知段落的文字")
        made.setWordWrap(True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made
