"""Everything that a painted widget needs to look like the rest, in one value that is handed in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter

from gui.look.fonts import Fonts, Role
from gui.look.icons import Icons
from gui.look.palette import DARK, LIGHT, Tokens
from gui.look.texts import Texts
from model.frozen import Frozen


class Look(Frozen):
    """Colours, type, icons and set texts of one theme."""

    tokens: Tokens
    fonts: Fonts
    icons: Icons
    texts: Texts
    dark: bool

    def font(self, role: Role) -> QFont:
        """The font for a purpose, e.g. "label"."""
        return self.fonts.font(role)

    def icon(self, name: str, size: int = 20, colour: QColor | None = None) -> QIcon:
        """For buttons, tabs and menus: ink2, `off` when disabled, accent when checked or chosen."""
        tokens = self.tokens
        return self.icons.icon(name, colour or tokens.ink2, size, tokens.off, tokens.accent)

    def enlarged(self, factor: float) -> Look:
        """The same look with all type so many times as large, for a table that was zoomed."""
        fonts = self.fonts.enlarged(factor)
        return Look(self.tokens, fonts, self.icons, Texts(fonts), self.dark)

    def paint_icon(
        self, painter: QPainter, rect: QRectF, name: str, colour: QColor, size: int = 20
    ) -> None:
        """The icon in the middle of `rect`."""
        self.icons.paint(painter, rect, name, colour, size)


def load_look(dark: bool, scale: float = 1.0, families: Sequence[str] = ()) -> Look:
    """The look of one theme; needs a QGuiApplication.

    `scale` enlarges all type, `families` are tried before our own list.
    """
    fonts = Fonts(scale, families)
    return Look(DARK if dark else LIGHT, fonts, Icons(), Texts(fonts), dark)


def system_is_dark() -> bool:
    """Whether the desktop asks for dark windows (False where it does not tell)."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
