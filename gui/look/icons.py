"""Our outlines as pixmaps and icons in any colour, crisp at every scale of the screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer  # 1 ms, measured

ICON_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"

# A large picture keeps thin lines.
LARGE = 32
THIN_FROM, THIN_TO = b'stroke-width="1.5"', b'stroke-width="1"'


class Icons:
    """Draws the outlines of `folder`; each pixmap is kept by name, colour, size and ratio."""

    def __init__(self, folder: Path = ICON_FOLDER) -> None:
        self._folder = folder
        self._pixmaps: dict[tuple[str, int, int, float, int], QPixmap] = {}
        self._outlines: dict[str, bytes] = {}

    def pixmap(self, name: str, colour: QColor, size: int, ratio: float, room: int = 0) -> QPixmap:
        """The icon `name` in `colour`, `size` logical px wide, for a screen of `ratio`.

        `room` are empty px at its right (at its left if negative): Qt leaves but 4 between the
        icon and the text of a button.
        """
        key = (name, colour.rgba(), size, ratio, room)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._drawn(name, colour, size, ratio, room)
        return self._pixmaps[key]

    def icon(
        self,
        name: str,
        colour: QColor,
        size: int,
        disabled: QColor | None = None,
        chosen: QColor | None = None,
        room: int = 0,
    ) -> QIcon:
        """For widgets: `chosen` is the colour of the active tab or of a checked button."""
        icon = QIcon()
        for ratio in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
            icon.addPixmap(self.pixmap(name, colour, size, ratio, room))
            if disabled is not None:
                icon.addPixmap(self.pixmap(name, disabled, size, ratio, room), QIcon.Mode.Disabled)
            if chosen is not None:
                on = self.pixmap(name, chosen, size, ratio, room)
                icon.addPixmap(on, QIcon.Mode.Normal, QIcon.State.On)
        return icon

    def program(self) -> QIcon:
        """The seal, in all the sizes that a desktop asks for; read when first shown."""
        return QIcon(str(self._folder / "taizhang.ico"))

    def paint(self, painter: QPainter, rect: QRectF, name: str, colour: QColor, size: int) -> None:
        """The icon in the middle of `rect`, on whole pixels of the device."""
        ratio = painter.device().devicePixelRatioF()
        left = round((rect.center().x() - size / 2) * ratio) / ratio
        top = round((rect.center().y() - size / 2) * ratio) / ratio
        painter.drawPixmap(QPointF(left, top), self.pixmap(name, colour, size, ratio))

    def _drawn(self, name: str, colour: QColor, size: int, ratio: float, room: int) -> QPixmap:
        pixmap = QPixmap(round((size + abs(room)) * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        outline = self._outline(name).replace(b"#000", colour.name().encode())
        if size >= LARGE:
            outline = outline.replace(THIN_FROM, THIN_TO)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(outline)).render(painter, QRectF(max(0, -room), 0, size, size))
        painter.end()
        return pixmap

    def _outline(self, name: str) -> bytes:
        if name not in self._outlines:
            self._outlines[name] = (self._folder / f"{name}.svg").read_bytes()
        return self._outlines[name]
