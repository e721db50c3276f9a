"""The type of the program: which family, and which size and weight for which purpose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

# The first that is present is used. Windows knows its fonts by either name.
FAMILIES = (
    "Microsoft YaHei UI",
    "微软雅黑 UI",
    "Microsoft YaHei",
    "微软雅黑",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "思源黑体",
    "WenQuanYi Micro Hei",
    "SimSun",
    "宋体",
)

Role = Literal[
    "program",  # 20 bold: the name of the program
    "dialog_title",  # 15 bold
    "tile_value",  # 14 bold
    "page_title",  # 13 bold
    "big_button",  # 12 bold: also the heading of a way in
    "heading",  # 11 bold: heading of a panel, the active tab
    "lead",  # 11: tabs, the problem's text in the detail
    "strong",  # 10 bold: heading of a section
    "body",  # 10
    "label_strong",  # 9 bold: overdue words, the current step
    "label",  # 9: labels, table headers, lights, chips, status bar
    "caption",  # 8: only under thumbnails and discs
]

# Only Regular and Bold: 微软雅黑 has no other weight that is safe.
SIZES: dict[Role, tuple[float, bool]] = {
    "program": (20, True),
    "dialog_title": (15, True),
    "tile_value": (14, True),
    "page_title": (13, True),
    "big_button": (12, True),
    "heading": (11, True),
    "lead": (11, False),
    "strong": (10, True),
    "body": (10, False),
    "label_strong": (9, True),
    "label": (9, False),
    "caption": (8, False),
}

# A 汉字 fills its em from 0.88 above to 0.12 below the base line: its middle is 0.38 above.
MIDDLE = 0.38


class Fonts:
    """The fonts by role, made once; `scale` enlarges all of them alike."""

    def __init__(self, scale: float = 1.0, preferred: Sequence[str] = ()) -> None:
        self._scale, self._preferred = scale, tuple(preferred)
        families = [*preferred, *FAMILIES]
        self._fonts = {
            role: _font(families, size * scale, bold) for role, (size, bold) in SIZES.items()
        }
        self._metrics: dict[Role, QFontMetricsF] = {}
        screen = QGuiApplication.primaryScreen()
        dots = screen.logicalDotsPerInchY() if screen is not None else 96.0
        self._ems = {role: size * scale * dots / 72 for role, (size, _bold) in SIZES.items()}

    def enlarged(self, factor: float) -> Fonts:
        """The same type, so many times as large."""
        return Fonts(self._scale * factor, self._preferred)

    def font(self, role: Role) -> QFont:
        """The font of a role; set it on a widget or a painter as it is."""
        return self._fonts[role]

    def em(self, role: Role) -> float:
        """The size of a role in logical px."""
        return self._ems[role]

    def metrics(self, role: Role) -> QFontMetricsF:
        """The metrics of a role, measured at first use (some ms for the first font of all)."""
        if role not in self._metrics:
            self._metrics[role] = QFontMetricsF(self._fonts[role])
        return self._metrics[role]

    def width(self, role: Role, text: str) -> float:
        """How wide a single line is, in logical px."""
        return self.metrics(role).horizontalAdvance(text)

    def line_height(self, role: Role) -> int:
        """9 pt 18, 10 pt 20, 11 pt 22: twice the point size, in logical px."""
        return round(self._fonts[role].pointSizeF() * 2)

    def baseline(self, role: Role, rect: QRectF) -> float:
        """Where the base line of a single line lies so that it sits optically centred in `rect`."""
        return rect.center().y() + MIDDLE * self._ems[role]


def _font(families: Sequence[str], size: float, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPointSizeF(size)
    font.setBold(bold)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    return font
