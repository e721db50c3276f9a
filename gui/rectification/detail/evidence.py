"""佐证材料: thumbnails of what proves the work, and a place to drop more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QMenu, QWidget

from gui.look import Look, paint
from gui.rectification.detail.case import Case
from gui.rectification.detail.section import Section
from model.records import Evidence
from model.words import EvidenceKind

TILE = QSize(88, 64)
CAPTION = 18
GAP = 10
ACROSS = 4
PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp")


class EvidenceTile(QAbstractButton):
    """One file: its picture or a paper, and what it proves; a click opens it."""

    removed = Signal(object)

    def __init__(self, look: Look, evidence: Evidence, picture: QPixmap | None) -> None:
        super().__init__()
        self._look = look
        self.evidence = evidence
        self._picture = picture
        self.removable = True
        self.setObjectName(f"evidence_{evidence.id}")
        self.setFixedSize(TILE)
        shows_kind = evidence.kind in (EvidenceKind.BEFORE, EvidenceKind.AFTER)
        self._caption = str(evidence.kind) if shows_kind else evidence.name
        self.setAccessibleName(f"{evidence.kind}：{evidence.name}")
        self.setToolTip(f"{evidence.kind} · {evidence.name}\n单击打开")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        paint.outline(painter, rect, tokens.alt, tokens.line2, 3)
        shape = QPainterPath()
        shape.addRoundedRect(rect.adjusted(1, 1, -1, -1), 3, 3)
        painter.save()
        painter.setClipPath(shape)
        if self._picture:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(rect.toRect(), self._picture)
        else:
            above = rect.adjusted(0, 0, 0, -CAPTION)
            self._look.paint_icon(painter, above, "report", tokens.ink2, 20)
        band = QRectF(1, rect.bottom() - CAPTION, rect.width() - 2, CAPTION)
        painter.fillRect(band, tokens.surface)
        painter.restore()
        middle = Qt.AlignmentFlag.AlignHCenter
        words = band.adjusted(4, 0, -4, 0)
        self._look.texts.line(painter, words, self._caption, "caption", tokens.ink, middle)
        if self.hasFocus():
            paint.outline(painter, rect, None, tokens.accent, 3)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        opening = QAction("打开", menu)
        opening.triggered.connect(lambda: self.click())
        removing = QAction("删除", menu)
        removing.setEnabled(self.removable)
        removing.triggered.connect(lambda: self.removed.emit(self.evidence))
        menu.addActions([opening, removing])
        menu.popup(event.globalPos())


class DropPlace(QAbstractButton):
    """Takes files that are dropped on it; a click asks for them."""

    dropped = Signal(list)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("evidence_drop")
        self.setAccessibleName("把文件拖到这里，或单击选择")
        self.setToolTip("把照片或文件拖到这里，或单击选择")
        self.setFixedSize(TILE)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        with paint.smooth(painter):
            pen = QPen(tokens.accent if self.hasFocus() else tokens.ctl, 1, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._look.texts.line(painter, rect, "拖到这里", "label", tokens.ink2, middle)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropped.emit([Path(url.toLocalFile()) for url in event.mimeData().urls()])


class EvidenceSection(Section):
    """The files of one issue; pictures are read through the handed-in ``read``."""

    opened = Signal(object)  # the Evidence
    removed = Signal(object)
    dropped = Signal(list)  # of Path

    def __init__(
        self, look: Look, read: Callable[[str], bytes], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "evidence", "佐证材料", "添加文件", "evidence", parent)
        self._read = read
        self._pictures: dict[str, QPixmap] = {}

    def show_case(self, case: Case, barred: str) -> None:
        """Show the files of the case; ``barred`` says why none is added or removed."""
        self.bar(barred)
        files = case.dossier.evidence
        self.heading.set_fact(f"{len(files)} 件")
        tiles: list[QWidget] = [self._tile(each, not barred) for each in files]
        if not barred:
            place = DropPlace(self.look)
            place.dropped.connect(self.dropped)
            place.clicked.connect(self.add_wanted)
            tiles.append(place)
        grid = QWidget()
        layout = QGridLayout(grid)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(GAP)
        layout.setColumnStretch(ACROSS, 1)
        for number, tile in enumerate(tiles):
            layout.addWidget(tile, number // ACROSS, number % ACROSS)
        self.show_rows([grid])

    def _tile(self, evidence: Evidence, removable: bool) -> EvidenceTile:
        tile = EvidenceTile(self.look, evidence, self._picture(evidence))
        tile.removable = removable
        tile.clicked.connect(lambda: self.opened.emit(evidence))
        tile.removed.connect(self.removed)
        return tile

    def _picture(self, evidence: Evidence) -> QPixmap | None:
        if not evidence.name.lower().endswith(PICTURES):
            return None
        if evidence.sha256 not in self._pictures:
            whole = QPixmap()
            whole.loadFromData(self._read(evidence.sha256))
            self._pictures[evidence.sha256] = _fitted(whole, self.devicePixelRatioF())
        found = self._pictures[evidence.sha256]
        return None if found.isNull() else found


def _fitted(whole: QPixmap, ratio: float) -> QPixmap:
    """The middle of the picture at the size of a tile, sharp on this screen."""
    if whole.isNull():
        return whole
    size = TILE * ratio
    scaled = whole.scaled(
        size,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    left, top = (scaled.width() - size.width()) // 2, (scaled.height() - size.height()) // 2
    cut = scaled.copy(left, top, size.width(), size.height())
    cut.setDevicePixelRatio(ratio)
    return cut
