"""The dialog after a paste that cannot be written whole: which cells, what they say, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.look import Look
from gui.look.buttons import DIALOG_HEIGHT, plain_button, primary_button
from gui.look.panels import Hairline, label
from gui.record_table.columns import Row, TableColumn
from gui.record_table.model import TableModel
from gui.record_table.pasting import Refusal
from gui.record_table.style import LIST
from gui.record_table.view import PaintedTable
from model.fields import Field
from model.kinds import LongText, Text

SIZE, MARGIN = (720, 420), 28
TALL = replace(LIST, most=3)
MOST_ALIKE = 3  # cells of a column with one reason that are listed singly
COLUMNS = (
    TableColumn("address", Field("address", "格子", Text()), 176),
    TableColumn("text", Field("text", "内容", LongText()), share=44),
    TableColumn("reason", Field("reason", "不能写入的原因", LongText()), share=56),
)


class RefusedCells(QDialog):
    """Accepted: write the others; rejected, also by Esc: write nothing."""

    def __init__(
        self,
        look: Look,
        refusals: Sequence[Refusal],
        titles: Sequence[str],
        rest: str,
        parent: QWidget,
    ) -> None:
        """``rest`` says what can be written, blank for nothing; ``titles`` are the headings."""
        super().__init__(parent)
        self._look = look
        self.setObjectName("refused_cells")
        self.setWindowTitle("粘贴")
        self.setProperty("ground", "surface")
        self.resize(*SIZE)
        model = TableModel(COLUMNS)
        model.show_rows(listed(refusals, titles))
        self.table = PaintedTable(model, look, TALL, self)
        self.table.setObjectName("refused_list")
        self.table.setAccessibleName("不能写入的格子")
        self._build(len(refusals), rest)

    def _build(self, count: int, rest: str) -> None:
        look = self._look
        lead = f"其余{rest}可以写入。" if rest else "没有可以写入的内容。"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, 20, MARGIN, 14)
        top.setSpacing(6)
        top.addWidget(label(look, "refused_title", f"有{count}处不能写入", "dialog_title"))
        lead += "现在还没有改动任何内容。"
        top.addWidget(label(look, "refused_lead", lead, "body", "ink2"))
        column.addLayout(top)
        column.addWidget(Hairline(look.tokens.line))
        column.addWidget(self.table, 1)
        column.addWidget(Hairline(look.tokens.line))
        column.addLayout(self._foot(rest))

    def _foot(self, rest: str) -> QHBoxLayout:
        none = plain_button(
            self._look, "write_none", "全部不写" if rest else "关闭", height=DIALOG_HEIGHT
        )
        none.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 14, MARGIN, 18)
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(none)
        if rest:
            right = primary_button(self._look, "write_right", f"只写正确的{rest}")
            right.clicked.connect(self.accept)
            right.setDefault(True)
            row.addWidget(right)
            right.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            none.setDefault(True)
        return row


def listed(refusals: Sequence[Refusal], titles: Sequence[str]) -> list[Row]:
    """A line for each; many cells of a column that are refused alike share one."""
    alike: dict[tuple[int, str], list[Refusal]] = {}
    for each in refusals:
        key = (each.column, each.reason if each.column >= 0 else f"{id(each)}")
        alike.setdefault(key, []).append(each)
    lines: list[tuple[int, str, str, str]] = []
    for (column, _reason), found in alike.items():
        if len(found) > MOST_ALIKE:
            first, last = found[0].row + 1, found[-1].row + 1
            address = f"“{titles[column]}”第{first}—{last}行"
            text = f"{found[0].text}等{len(found)}格"
            lines.append((found[0].row, address, text, found[0].reason))
        else:
            for each in found:
                lines.append((each.row, _address(each, titles), each.text, each.reason))
    lines.sort(key=lambda line: line[0])
    return [(number, *line[1:]) for number, line in enumerate(lines, 1)]


def _address(refusal: Refusal, titles: Sequence[str]) -> str:
    if refusal.column < 0:
        return "放不下的部分"
    return f"第{refusal.row + 1}行“{titles[refusal.column]}”"
