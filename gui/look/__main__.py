"""A developer's picture of every element: `python -m gui.look FOLDER` writes it light and dark."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget

from gui.look import Look, apply, load_look, paint
from gui.look.buttons import plain_button, primary_button
from gui.look.chips import Chip
from gui.look.fields import SearchField
from gui.look.focus import Ring
from gui.look.fonts import Role
from gui.look.icons import ICON_FOLDER

COLOURS = (
    "纸 window,面 surface,表头 head,悬停 hover,细线 line,线 line2,"
    "墨 ink,次墨 ink2,淡墨 ink3,失效 off",
    "强调 accent,强调底 accent_fill,选中底 tint,石板 slate,石板浅 slate2,石板淡 slate3,"
    "红 red,黄 amber,绿 green,灰 grey",
)
TYPE: tuple[tuple[str, Role, int], ...] = (
    ("9 项 整改处理", "tile_value", 32),
    ("标题 11 粗", "heading", 179),
    ("小节 10 粗", "strong", 280),
    ("正文 10 常规", "body", 372),
    ("说明 9 常规", "label", 477),
    ("注 8", "caption", 569),
    ("0123456789", "body", 620),
)
LIGHTS = (
    ("red", "逾期3天", 32),
    ("amber", "还剩2个工作日", 122),
    ("green", "还剩12个工作日", 248),
    ("grey", "已销号", 380),
)
STATES = ("常态", "焦点", "失效")


class Elements(QWidget):
    """The page: what is painted is painted here, what is a widget stands here as a widget."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("elements")
        self.setFixedSize(1366, 880)
        self._place_buttons()
        self._place_chips()
        self._place_popups()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.tokens.surface)
        paint.down(painter, self._look.tokens.line, 880, 28, 852)
        for section in (self._colours, self._type, self._lights, self._cells, self._rest):
            section(painter)
        self._icons(painter)

    # Widgets

    def _place_buttons(self) -> None:
        for number, state in enumerate(STATES):
            primary = primary_button(self._look, f"primary_{number}", "提交验收", parent=self)
            primary.setGeometry(32 + 116 * number, 404, 104, 36)
            plain = plain_button(self._look, f"plain_{number}", "导出", icon="export", parent=self)
            plain.setGeometry(512 + 88 * number, 408, 76, 28)
            for button in (primary, plain):
                self._put_into(button, state)

    def _put_into(self, button: QPushButton, state: str) -> None:
        button.setEnabled(state != "失效")
        if state == "焦点":
            Ring(button, self._look.tokens)

    def _place_chips(self) -> None:
        left = 32
        for text, light, count in (
            ("整改中", "none", 29),
            ("待验收", "none", 4),
            ("逾期", "red", 2),
        ):
            chip = Chip(self._look, f"chip_{count}", text, light=light, count=count, parent=self)
            chip.setChecked(count == 29)
            chip.setGeometry(left, 708, chip.sizeHint().width(), 24)
            left += chip.width() + 8

    def _place_popups(self) -> None:
        typed = SearchField(self._look, "typed", "查找", parent=self)
        typed.setText("zth")
        typed.setGeometry(32, 748, 220, 32)
        Ring(typed, self._look.tokens)
        wanted = SearchField(self._look, "wanted", "查找类别", parent=self)
        wanted.setGeometry(444, 692, 216, 28)
        for number, text in enumerate(("素质能力", "体制机制效率", "发展环境")):
            box = QCheckBox(text, self)
            box.setChecked(number < 2)
            box.setGeometry(444, 730 + 28 * number, 160, 20)
        agree = plain_button(self._look, "agree", "确定", parent=self)
        agree.setGeometry(588, 818, 72, 28)

    # Painted

    def _word(
        self, painter: QPainter, left: float, middle: float, text: str, role: Role, ink: str
    ) -> float:
        rect = QRectF(left, middle - 20, 400, 40)
        colour = getattr(self._look.tokens, ink)
        return self._look.texts.line(painter, rect, text, role, colour)

    def _heading(
        self, painter: QPainter, left: float, middle: float, title: str, fact: str
    ) -> None:
        width = self._word(painter, left, middle, title, "heading", "ink")
        self._word(painter, left + width + 12, middle, fact, "label", "ink3")

    def _colours(self, painter: QPainter) -> None:
        self._heading(painter, 32, 34, "颜色", "一种强调色，其余是纸、墨、石板灰")
        for row, line in enumerate(COLOURS):
            for column, entry in enumerate(line.split(",")):
                word, token = entry.split()
                colour = getattr(self._look.tokens, token)
                left, top = 32 + 82 * column, 56 + 76 * row
                edge = self._look.tokens.line2
                paint.outline(painter, QRectF(left, top, 70, 32), colour, edge, 4)
                self._word(painter, left, top + 43, word, "label", "ink")
                self._word(painter, left, top + 58, colour.name().upper(), "caption", "ink3")

    def _type(self, painter: QPainter) -> None:
        self._heading(painter, 32, 230, "字", "常规和加粗两种，行高取4的倍数")
        for text, role, left in TYPE:
            self._word(painter, left, 264, text, role, "ink2" if text[0] == "0" else "ink")

    def _lights(self, painter: QPainter) -> None:
        self._heading(painter, 32, 306, "灯", "形状、颜色、文字三重区分")
        for kind, words, left in LIGHTS:
            rect = QRectF(left, 330, 160, 20)
            paint.light_words(painter, self._look, rect, kind, words)
        self._heading(painter, 32, 382, "按钮", "每个画面只有一个实心红按钮")
        for number, state in enumerate(STATES):
            for left, width in ((32 + 116 * number, 104), (512 + 88 * number, 76)):
                self._below(painter, QRectF(left, 442, width, 18), state)

    def _below(self, painter: QPainter, rect: QRectF, text: str) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        self._look.texts.line(painter, rect, text, "label", self._look.tokens.ink3, centre)

    def _cells(self, painter: QPainter) -> None:
        self._heading(painter, 32, 486, "单元格", "整行选中用红底红条，成块选中用石板底")
        cells: tuple[tuple[str, Callable[[QPainter, QRectF], None]], ...] = (
            ("常态", self._plain_cell),
            ("悬停", self._hovered_cell),
            ("整行选中", self._selected_cell),
            ("成块选中", self._block_cell),
            ("当前格（焦点）", self._current_cell),
            ("拒绝：说明写在旁边", self._refused_cell),
            ("只读", self._read_only_cell),
            ("搜索命中", self._hit_cell),
            ("当前命中", self._current_hit_cell),
            ("进度，竖线是应到", self._progress_cell),
        )
        for number, (name, cell) in enumerate(cells):
            row, column = divmod(number, 5)
            rect = QRectF(32 + 138 * column, 508 + 76 * row, 126, 40)
            cell(painter, rect)
            self._word(painter, rect.left(), rect.bottom() + 12, name, "label", "ink3")

    def _in_cell(self, painter: QPainter, rect: QRectF, text: str, ink: str = "ink") -> None:
        colour = getattr(self._look.tokens, ink)
        self._look.texts.line(painter, rect.adjusted(8, 0, -8, 0), text, "body", colour)

    def _plain_cell(self, painter: QPainter, rect: QRectF) -> None:
        paint.outline(painter, rect, None, self._look.tokens.line, 0)
        self._in_cell(painter, rect, "群众评议")

    def _hovered_cell(self, painter: QPainter, rect: QRectF) -> None:
        paint.outline(painter, rect, self._look.tokens.hover, self._look.tokens.line, 0)
        self._in_cell(painter, rect, "群众评议")

    def _selected_cell(self, painter: QPainter, rect: QRectF) -> None:
        painter.fillRect(rect, self._look.tokens.tint)
        paint.row_bar(painter, self._look, rect)
        self._in_cell(painter, rect, "群众评议")

    def _block_cell(self, painter: QPainter, rect: QRectF) -> None:
        painter.fillRect(rect, self._look.tokens.slate3)
        paint.block_frame(painter, self._look, rect)
        self._in_cell(painter, rect, "群众评议")

    def _current_cell(self, painter: QPainter, rect: QRectF) -> None:
        paint.current_frame(painter, self._look, rect)
        self._in_cell(painter, rect, "群众评议")

    def _refused_cell(self, painter: QPainter, rect: QRectF) -> None:
        painter.fillRect(rect, self._look.tokens.tint)
        paint.refused_frame(painter, self._look, rect)
        self._in_cell(painter, rect, "4月31日")

    def _read_only_cell(self, painter: QPainter, rect: QRectF) -> None:
        paint.outline(painter, rect, self._look.tokens.alt, self._look.tokens.line, 0)
        self._in_cell(painter, rect, "2011-023", "ink3")
        corner = QRectF(rect.right() - 22, rect.top(), 16, rect.height())
        self._look.paint_icon(painter, corner, "lock", self._look.tokens.ink3, 16)

    def _hit_cell(self, painter: QPainter, rect: QRectF) -> None:
        self._found(painter, rect, "村医培训走过场", current=False)

    def _current_hit_cell(self, painter: QPainter, rect: QRectF) -> None:
        self._found(painter, rect, "岗前培训不足", current=True)

    def _found(self, painter: QPainter, rect: QRectF, text: str, current: bool) -> None:
        paint.outline(painter, rect, None, self._look.tokens.line, 0)
        inner = rect.adjusted(8, 0, -8, 0)
        places = self._look.texts.places(inner, text, "body", 1, [(2, 2)])
        paint.hits(painter, self._look, places, current)
        self._look.texts.lines(painter, inner, text, "body", self._look.tokens.ink, 1)

    def _progress_cell(self, painter: QPainter, rect: QRectF) -> None:
        paint.outline(painter, rect, None, self._look.tokens.line, 0)
        bar = QRectF(rect.left() + 8, rect.top(), 60, rect.height())
        paint.mini_bar(painter, self._look, bar, 2 / 3, 0.8)
        self._word(painter, rect.left() + 76, rect.center().y(), "2/3", "label", "ink2")

    def _rest(self, painter: QPainter) -> None:
        self._word(painter, 32, 686, "筛选与下拉", "heading", "ink")
        paint.outline(
            painter,
            QRectF(32, 784, 220, 64),
            self._look.tokens.surface,
            self._look.tokens.line2,
            4,
        )
        painter.fillRect(QRectF(33, 788, 218, 28), self._look.tokens.tint)
        for text, initials, middle in (("座谈会", "zth", 802), ("专题讨论会", "zttlh", 830)):
            self._word(painter, 44, middle, text, "body", "ink")
            self._at_right(painter, 240, middle, initials)
        self._filter(painter)

    def _filter(self, painter: QPainter) -> None:
        tokens = self._look.tokens
        popup = QRectF(432, 680, 240, 172)
        paint.shadow(painter, self._look, popup, 5)
        paint.outline(painter, popup, tokens.surface, tokens.line2, 5)
        for count, middle in (("12", 740), ("15", 768), ("10", 796)):
            self._at_right(painter, 660, middle, count)
        paint.across(painter, tokens.line, 433, 671, 812)
        self._word(painter, 444, 832, "清除", "body", "ink2")

    def _at_right(self, painter: QPainter, right: float, middle: float, text: str) -> None:
        rect = QRectF(right - 80, middle - 10, 80, 20)
        edge = Qt.AlignmentFlag.AlignRight
        self._look.texts.line(painter, rect, text, "label", self._look.tokens.ink3, edge)

    def _icons(self, painter: QPainter) -> None:
        self._heading(painter, 908, 34, "图标", "20与16像素，线宽1.5，圆头")
        names = sorted({path.stem for path in ICON_FOLDER.glob("*.svg")} - {"taizhang-small"})
        for number, name in enumerate(names):
            row, column = divmod(number, 5)
            left, top = 932 + 88 * column, 64 + 80 * row
            tokens = self._look.tokens
            self._look.paint_icon(painter, QRectF(left, top, 20, 20), name, tokens.ink)
            self._look.paint_icon(
                painter, QRectF(left + 28, top + 4, 16, 16), name, tokens.ink2, 16
            )
            self._below(painter, QRectF(left - 24, top + 28, 88, 18), name)


def main(folder: str) -> None:
    """Write elements-light.png and elements-dark.png into `folder`."""
    app = QApplication(sys.argv[:1])
    for dark in (False, True):
        look = load_look(dark)
        apply(app, look)
        page = Elements(look)
        page.show()
        app.processEvents()
        page.setFocus()
        page.grab().save(str(Path(folder) / f"elements-{'dark' if dark else 'light'}.png"))
        page.close()


if __name__ == "__main__":
    main(sys.argv[1])
