"""The strip on top: seven flat tiles, each a button that opens exactly the list it counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.look import Look, paint
from gui.look.fonts import Role
from model.judgements.overview import Tile

HEIGHT = 72
LOW_HEIGHT = 44
LOW_BELOW = 740  # px of window

# Widths at 1366 px; wider and narrower windows share alike.
WIDTHS = (236, 244, 116, 132, 116, 258, 264)
MARGIN = 16
GAP = 8
LINE_HEIGHT = 40
LOW_LINE_HEIGHT = 16
LOW_BAR = 100
SPOT = paint.LIGHT_SIZE + 6
LABEL_TOP, VALUE_TOP, BELOW_TOP = 7, 24, 48
LEAST_FACT = 40  # a fact with less room than this says nothing

LIGHT_AT_VALUE = "overdue"  # the one tile whose light stands before the value, not the words


class Overview(QWidget):
    """The strip; low windows have a low one, of one line."""

    list_wanted = Signal(str)  # one of gui.room.LISTS

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._low = False
        self._buttons: list[TileButton] = []
        self.setObjectName("overview")
        self.setAccessibleName("概览")
        self.set_low(False)

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these; as many as ever, for a tile without anything says so."""
        if len(tiles) != len(self._buttons):
            self._make_buttons(tiles)
        for button, tile in zip(self._buttons, tiles, strict=True):
            button.show_tile(tile)
        self._lay_out()

    def set_low(self, low: bool) -> None:
        """One line each, the rest in tooltips."""
        self._low = low
        self.setFixedHeight(LOW_HEIGHT if low else HEIGHT)
        self._lay_out()

    def _make_buttons(self, tiles: Sequence[Tile]) -> None:
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [TileButton(self._look, tile.name, self) for tile in tiles]
        for button, tile in zip(self._buttons, tiles, strict=True):
            button.clicked.connect(lambda _checked, name=tile.name: self.list_wanted.emit(name))
            button.show()

    def _lay_out(self) -> None:
        if not self._buttons:
            return
        for button in self._buttons:
            button.low = self._low
            button.spare = False
        widths = self._low_widths() if self._low else _shared(WIDTHS, self.width())
        left = 0
        for button, width in zip(self._buttons, widths, strict=True):
            button.setGeometry(left, 1, width, self.height() - 2)
            left += width

    def _low_widths(self) -> list[int]:
        """As wide as the words; where there is no room the longest facts go, then all shrink."""
        for button in sorted(self._buttons, key=lambda each: -each.fact_width()):
            if self._needed() <= self.width():
                break
            button.spare = True
        hints = [button.sizeHint().width() for button in self._buttons]
        if sum(hints) > self.width():
            return _shared(hints, self.width())
        return [*hints[:-1], self.width() - sum(hints[:-1])]

    def _needed(self) -> int:
        return sum(button.sizeHint().width() for button in self._buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.tokens.surface)
        for top in (0, self.height() - 1):
            paint.across(painter, self._look.tokens.line, 0, self.width(), top)


class TileButton(QAbstractButton):
    """One tile: label, value, and a third line or (low) one fact."""

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._tile = Tile(name, "", "")
        self.low = False
        self.spare = False  # low and without room: no fact
        self.setObjectName(f"tile_{name}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ring", False)

    def show_tile(self, tile: Tile) -> None:
        self._tile = tile
        told = f"{tile.label} {tile.value}{tile.unit} {tile.fact}".rstrip()
        self.setAccessibleName(told)
        self.setAccessibleDescription(tile.hint)
        self.setToolTip("\n".join(filter(None, (told, tile.words, tile.hint))))
        self.update()

    def sizeHint(self) -> QSize:
        """What the low tile takes."""
        width = self._look.fonts.width
        tile = self._tile
        used = width("label", tile.label) + GAP + width(self._value_role(), tile.value)
        used += SPOT if self._light_at_value() else 0
        used += 4 + width("label", self._low_unit()) if self._low_unit() else 0
        used += 0 if self.spare else self.fact_width()
        return QSize(round(used + 0.5) + 2 * MARGIN, LOW_HEIGHT)

    def fact_width(self) -> float:
        """What the low tile saves without its fact."""
        tile = self._tile
        if tile.pips is not None:
            pip, gap = paint.PIP
            return GAP + tile.pips[1] * (pip + gap)
        fact = self._low_fact()
        used = GAP + self._look.fonts.width("label", fact) if fact else 0.0
        used += SPOT if self._low_light() != "none" else 0
        return used + (GAP + LOW_BAR if self._has_low_bar() else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._look.tokens
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), tokens.hover)
        if self.low:
            self._paint_low(painter)
        else:
            self._paint_high(painter)
        if self.x() > 0:
            height = LOW_LINE_HEIGHT if self.low else LINE_HEIGHT
            top = (self.height() - height) / 2
            paint.down(painter, tokens.line, 0, top, top + height)
        if self.isDown() or self.hasFocus():
            foot = QRectF(0, self.height() - 2, self.width(), 2)
            painter.fillRect(foot, tokens.accent)

    def _light_at_value(self) -> bool:
        return self._tile.name == LIGHT_AT_VALUE and self._tile.light != "none"

    def _value_role(self) -> Role:
        return "heading" if self.low else "tile_value"

    def _paint_value(self, painter: QPainter, place: QRectF) -> None:
        """The light, where it stands here, and the value; what is left of ``place`` is free."""
        tile, tokens, colour = self._tile, self._look.tokens, self._look.tokens.ink
        if self._light_at_value():
            spot = QRectF(place.left(), place.top(), paint.LIGHT_SIZE, place.height())
            paint.light(painter, self._look, spot, tile.light)
            place.setLeft(place.left() + SPOT)
            colour = tokens.red_t
        used = self._look.texts.line(painter, place, tile.value, self._value_role(), colour)
        place.setLeft(place.left() + used)

    # -- high: three lines -------------------------------------------------------------------

    def _paint_high(self, painter: QPainter) -> None:
        texts, tokens, tile = self._look.texts, self._look.tokens, self._tile
        inner = QRectF(MARGIN, 0, self.width() - 2 * MARGIN, 18)
        texts.line(painter, inner.translated(0, LABEL_TOP - 1), tile.label, "label", tokens.ink3)
        rest = QRectF(inner.left(), VALUE_TOP - 1, inner.width(), 28)
        self._paint_value(painter, rest)
        rest.adjust(GAP / 2, 1, 0, 1)
        if tile.unit:
            used = texts.line(painter, rest, tile.unit, "label", tokens.ink2)
            rest.setLeft(rest.left() + used)
        rest.setLeft(rest.left() + GAP)
        if rest.width() >= LEAST_FACT:
            texts.line(painter, rest, tile.fact, "label", tokens.ink2)
        self._paint_below(painter, inner.translated(0, BELOW_TOP - 1))

    def _paint_below(self, painter: QPainter, place: QRectF) -> None:
        tile, look = self._tile, self._look
        if tile.pips is not None:
            paint.pips(painter, look, place, *tile.pips)
            pip, gap = paint.PIP
            place.setLeft(place.left() + tile.pips[1] * (pip + gap) + GAP)
        elif tile.share is not None:
            bar = QRectF(place.left(), place.center().y() - 2.5, place.width(), 5)
            paint.progress(painter, look, bar, tile.share)
            return
        if tile.light == "none" or self._light_at_value():
            look.texts.line(painter, place, tile.words, "label", look.tokens.ink2)
        else:
            paint.light_words(painter, look, place, tile.light, tile.words)

    # -- low: one line -----------------------------------------------------------------------

    def _low_unit(self) -> str:
        """/ 57: a bare 项 needs no room."""
        return self._tile.unit if self._tile.unit.startswith("/") else ""

    def _low_fact(self) -> str:
        tile = self._tile
        if tile.name == "submission":
            return tile.words
        if tile.name == "closed":
            return tile.fact.removeprefix("整改率")
        return tile.fact.rpartition(" · ")[2]

    def _low_light(self) -> str:
        return self._tile.light if self._tile.name == "submission" else "none"

    def _has_low_bar(self) -> bool:
        return self._tile.name == "closed"

    def _paint_low(self, painter: QPainter) -> None:
        texts, tokens, tile = self._look.texts, self._look.tokens, self._tile
        rest = QRectF(MARGIN, 0, self.width() - MARGIN - 4, self.height())
        used = texts.line(painter, rest, tile.label, "label", tokens.ink3)
        rest.setLeft(rest.left() + used + GAP)
        self._paint_value(painter, rest)
        if self._low_unit():
            unit = rest.adjusted(4, 1, 0, 1)
            used = texts.line(painter, unit, self._low_unit(), "label", tokens.ink2)
            rest.setLeft(unit.left() + used)
        if not self.spare:
            self._paint_low_fact(painter, rest.adjusted(GAP, 0, 0, 0))

    def _paint_low_fact(self, painter: QPainter, rest: QRectF) -> None:
        tile, look = self._tile, self._look
        if tile.pips is not None:
            paint.pips(painter, look, rest, *tile.pips)
            return
        if self._has_low_bar():
            bar = QRectF(rest.left(), rest.center().y() - 2.5, LOW_BAR, 5)
            paint.progress(painter, look, bar, tile.share or 0.0)
            rest.setLeft(bar.right() + GAP)
        if self._low_light() == "none":
            look.texts.line(painter, rest, self._low_fact(), "label", look.tokens.ink2)
        else:
            paint.light_words(painter, look, rest, self._low_light(), self._low_fact())


def _shared(parts: Sequence[int], width: int) -> list[int]:
    """``width`` in proportion to the parts, the last taking what rounding leaves."""
    whole = sum(parts)
    shares = [part * width // whole for part in parts]
    return [*shares[:-1], width - sum(shares[:-1])]
