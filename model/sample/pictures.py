"""Draws the sample's evidence “photographs”, so that no real picture need be shipped.

``python3 -m model.sample.pictures FOLDER`` redraws them. The drawn files are kept in
resources/sample/evidence, for another zlib may pack the same picture into other bytes.
"""

import struct
import sys
import zlib
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from math import ceil, cos, hypot, pi, sin
from pathlib import Path

WIDTH, HEIGHT = 640, 480
FINE = 2  # drawn twice as large and averaged, so that slanting edges come out smooth

Point = tuple[float, float]

WALL, FLOOR, WHITE, EDGE = 0xD9E1E6, 0xC3CDD4, 0xFBFAF7, 0xB9BEC3
INK, PALE, SLATE, DARK = 0x8B9096, 0xD5D8DA, 0x587084, 0x33414C
RED, GREEN, YELLOW, WOOD = 0xC8321F, 0x2F8A5B, 0xE0A92E, 0xB08A5E


class Canvas:
    """A sheet of WIDTH × HEIGHT on which flat shapes are laid one over another."""

    def __init__(self, ground: int) -> None:
        row = ground.to_bytes(3, "big") * (WIDTH * FINE)
        self._rows = [bytearray(row) for _ in range(HEIGHT * FINE)]

    def shape(self, points: Iterable[Point], colour: int) -> None:
        """Fill the polygon with these corners."""
        corners = [(x * FINE, y * FINE) for x, y in points]
        sides = list(zip(corners, corners[1:] + corners[:1], strict=True))
        paint = colour.to_bytes(3, "big")
        for y, row in enumerate(self._rows):
            cuts = sorted(_cuts(sides, y + 0.5))
            for left, right in zip(cuts[::2], cuts[1::2], strict=True):
                first, last = max(0, ceil(left)), min(WIDTH * FINE, ceil(right))
                row[3 * first : 3 * last] = paint * max(0, last - first)

    def box(self, x: float, y: float, width: float, height: float, colour: int) -> None:
        self.shape([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], colour)

    def disc(self, x: float, y: float, across: float, high: float, colour: int) -> None:
        self.shape(_round(x, y, across, high), colour)

    def line(self, points: Sequence[Point], thick: float, colour: int) -> None:
        for start, end in pairwise(points):
            reach = hypot(end[0] - start[0], end[1] - start[1])
            dx = (end[1] - start[1]) / reach * thick / 2
            dy = (start[0] - end[0]) / reach * thick / 2
            ends = (start, end)
            there = [(x + dx, y + dy) for x, y in ends]
            self.shape(there + [(x - dx, y - dy) for x, y in reversed(ends)], colour)
            for point in ends:
                self.disc(*point, thick, thick, colour)

    def png(self) -> bytes:
        pairs = zip(self._rows[::FINE], self._rows[1::FINE], strict=True)
        lines = b"".join(b"\0" + _averaged(upper, lower) for upper, lower in pairs)
        head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
        body = _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(lines, 9))
        return b"\x89PNG\r\n\x1a\n" + body + _chunk(b"IEND", b"")


def _cuts(sides: Iterable[tuple[Point, Point]], y: float) -> Iterable[float]:
    """Where the sides of a polygon cross the horizontal at ``y``."""
    for (x1, y1), (x2, y2) in sides:
        if (y1 <= y) != (y2 <= y):
            yield x1 + (y - y1) * (x2 - x1) / (y2 - y1)


def _round(x: float, y: float, across: float, high: float) -> list[Point]:
    turns = [2 * pi * step / 72 for step in range(72)]
    return [(x + across / 2 * cos(turn), y + high / 2 * sin(turn)) for turn in turns]


def _averaged(upper: bytearray, lower: bytearray) -> bytes:
    parts = []
    for colour in range(3):
        planes = [row[start::6] for row in (upper, lower) for start in (colour, colour + 3)]
        parts.append([sum(values) // 4 for values in zip(*planes, strict=True)])
    return bytes(value for pixel in zip(*parts, strict=True) for value in pixel)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _turned(points: Iterable[Point], degrees: float) -> list[Point]:
    """Points turned about the middle of the sheet."""
    turn, mid_x, mid_y = degrees * pi / 180, WIDTH / 2, HEIGHT / 2
    return [
        (
            mid_x + (x - mid_x) * cos(turn) - (y - mid_y) * sin(turn),
            mid_y + (x - mid_x) * sin(turn) + (y - mid_y) * cos(turn),
        )
        for x, y in points
    ]


def _paper(canvas: Canvas, degrees: float, gaps: tuple[int, ...]) -> None:
    """A written sheet, a little askew; lines number ``gaps`` are left half empty."""
    for grow, colour in ((3, EDGE), (0, WHITE)):
        left, top, right, foot = 170 - grow, 20 - grow, 470 + grow, 470 + grow
        corners = [(left, top), (right, top), (right, foot), (left, foot)]
        canvas.shape(_turned(corners, degrees), colour)
    canvas.line(_turned([(255, 62), (385, 62)], degrees), 12, DARK)
    for number in range(11):
        y, end = 108 + 31 * number, 250 if number in gaps else 430 - 17 * (number % 3)
        canvas.line(_turned([(205, y), (end, y)], degrees), 7, INK)


def record_before() -> Canvas:
    canvas = Canvas(WALL)
    _paper(canvas, -7, (3, 4, 8))
    canvas.line([*_round(385, 215, 170, 100), (470, 215)], 8, RED)
    canvas.line([(250, 400), (360, 387)], 8, RED)
    return canvas


def record_after() -> Canvas:
    canvas = Canvas(WALL)
    _paper(canvas, 5, ())
    canvas.line([(330, 340), (385, 400), (500, 265)], 20, GREEN)
    return canvas


def _chairs(canvas: Canvas, broken: tuple[int, ...]) -> None:
    canvas.box(0, 330, WIDTH, 150, FLOOR)
    canvas.box(70, 318, 500, 14, DARK)
    for number in range(4):
        x = 80 + 125 * number
        if number in broken:
            canvas.shape([(x, 265), (x, 215), (x + 40, 240), (x + 62, 205), (x + 62, 265)], SLATE)
            canvas.shape([(x + 30, 380), (x + 90, 398), (x + 84, 430), (x + 20, 420)], SLATE)
        else:
            canvas.box(x, 145, 100, 120, SLATE)
        canvas.box(x - 4, 282, 108, 36, SLATE)
        canvas.box(x + 44, 332, 12, 90, DARK)


def chairs_before() -> Canvas:
    canvas = Canvas(WALL)
    _chairs(canvas, (1, 3))
    return canvas


def chairs_after() -> Canvas:
    canvas = Canvas(WALL)
    _chairs(canvas, ())
    return canvas


def price_board() -> Canvas:
    canvas = Canvas(WALL)
    canvas.box(75, 45, 490, 390, DARK)
    canvas.box(87, 57, 466, 366, WHITE)
    canvas.box(87, 57, 466, 58, RED)
    canvas.line([(225, 86), (415, 86)], 16, WHITE)
    for number in range(9):
        y = 145 + 31 * number
        canvas.line([(115, y), (250 + 23 * (number % 4), y)], 8, INK)
        canvas.line([(460, y), (515, y)], 8, DARK)
        canvas.line([(105, y + 15), (535, y + 15)], 1.5, PALE)
    return canvas


def repair_book() -> Canvas:
    canvas = Canvas(WOOD)
    canvas.shape([(45, 75), (318, 50), (318, 425), (45, 440)], WHITE)
    canvas.shape([(322, 50), (595, 75), (595, 440), (322, 425)], WHITE)
    for page, top, slope in ((60, 112, -0.07), (335, 92, 0.07)):
        for number in range(9):
            y = top + 36 * number
            written = 205 - number % 3 * 20
            rule, date, words = (
                (0, 240, 0, 2, PALE),
                (8, 90, -13, 6, INK),
                (120, written, -13, 6, SLATE),
            )
            for start, end, drop, thick, colour in (rule, date, words):
                ends = [(page + x, y + drop + x * slope) for x in (start, end)]
                canvas.line(ends, thick, colour)
    canvas.line([*_round(520, 365, 92, 92), (566, 365)], 6, RED)
    return canvas


def guide_desk() -> Canvas:
    canvas = Canvas(WALL)
    canvas.box(0, 350, WIDTH, 130, FLOOR)
    canvas.box(190, 35, 260, 66, GREEN)
    canvas.line([(235, 68), (405, 68)], 16, WHITE)
    canvas.shape([(255, 200), (385, 200), (410, 300), (230, 300)], WHITE)
    canvas.disc(320, 160, 84, 92, 0xE8C9AE)
    canvas.shape([(275, 138), (365, 138), (352, 108), (288, 108)], WHITE)
    canvas.box(110, 285, 420, 26, DARK)
    canvas.box(130, 311, 380, 120, WOOD)
    return canvas


def parking() -> Canvas:
    canvas = Canvas(0x9AA1A6)
    for number in range(6):
        canvas.line([(40 + 112 * number, 30), (40 + 112 * number, 230)], 8, WHITE)
    canvas.line([(40, 30), (600, 30)], 8, WHITE)
    canvas.shape([(0, 300), (WIDTH, 270), (WIDTH, 440), (0, 470)], 0x868D92)
    for number in range(9):
        canvas.line([(20 + 75 * number, 455), (70 + 75 * number, 300)], 12, YELLOW)
    for x, colour in ((58, RED), (282, WHITE), (506, SLATE)):
        canvas.box(x, 70, 76, 120, colour)
        canvas.box(x + 10, 92, 56, 26, DARK)
    return canvas


PICTURES: dict[str, Callable[[], Canvas]] = {
    "病历整改前.png": record_before,
    "病历整改后.png": record_after,
    "候诊椅整改前.png": chairs_before,
    "候诊椅整改后.png": chairs_after,
    "价格公示牌整改后.png": price_board,
    "报修登记本.png": repair_book,
    "导医台整改后.png": guide_desk,
    "停车划线整改后.png": parking,
}


def draw_all(folder: Path) -> None:
    """Draw every picture into ``folder``."""
    for name, draw in PICTURES.items():
        (folder / name).write_bytes(draw().png())


if __name__ == "__main__":
    draw_all(Path(sys.argv[1]))
