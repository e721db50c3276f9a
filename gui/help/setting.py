"""Sets a page of the help in the program's type and colours: Markdown alone brings none."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
)

from gui.look import Look
from gui.look.fonts import Role

MARGIN = 28
INDENT = 28  # px of a list
READING = 1.2  # of a usual line: longer texts want more air than panels
CELL = 4
# Type, px above and px below, by the level of a heading.
HEADINGS: dict[int, tuple[Role, int, int]] = {1: ("dialog_title", 12, 12), 2: ("heading", 20, 4)}
_HEIGHT = QTextBlockFormat.LineHeightTypes.FixedHeight.value


def set_page(document: QTextDocument, look: Look) -> None:
    """Dress a document that was just made from Markdown; its text stays as it is."""
    for table in _tables(document):
        _set_table(table, look)
    for block in _blocks(document):
        _set_block(block, look)
    frame = QTextFrameFormat()
    frame.setMargin(MARGIN)
    frame.setTopMargin(MARGIN / 2)
    document.rootFrame().setFrameFormat(frame)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _tables(document: QTextDocument) -> list[QTextTable]:
    frames: list[QTextFrame] = document.rootFrame().childFrames()
    return [frame for frame in frames if isinstance(frame, QTextTable)]


def _set_block(block: QTextBlock, look: Look) -> None:
    cursor = QTextCursor(block)
    level = block.blockFormat().headingLevel()
    if level:
        _set_heading(block, cursor, look, level)
    elif any(fragment.charFormat().isImageFormat() for fragment in _fragments(block)):
        _set_picture(block, cursor)
    else:
        _set_body(block, cursor, look)
    for start, length, dressed in _dressed(block, look):
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(dressed)


def _set_heading(block: QTextBlock, cursor: QTextCursor, look: Look, level: int) -> None:
    role, above, below = HEADINGS[level]
    made = QTextBlockFormat(block.blockFormat())
    made.setTopMargin(above)
    made.setBottomMargin(below)
    cursor.setBlockFormat(made)
    words = QTextCharFormat()
    words.setFont(look.font(role))
    words.setForeground(look.tokens.ink)
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    cursor.setCharFormat(words)
    cursor.clearSelection()


def _set_picture(block: QTextBlock, cursor: QTextCursor) -> None:
    made = QTextBlockFormat(block.blockFormat())
    made.setTopMargin(8)
    made.setBottomMargin(16)
    cursor.setBlockFormat(made)


def _set_body(block: QTextBlock, cursor: QTextCursor, look: Look) -> None:
    made = QTextBlockFormat(block.blockFormat())
    in_table = cursor.currentTable() is not None
    made.setLineHeight(round(READING * look.fonts.line_height("body")), _HEIGHT)
    made.setTopMargin(0)
    made.setBottomMargin(0 if in_table else 4 if _goes_on(block) else 8)
    if made.hasProperty(QTextFormat.Property.BlockQuoteLevel):
        made.setBackground(look.tokens.alt)
        made.setLeftMargin(0)
        made.setRightMargin(0)
    cursor.setBlockFormat(made)


def _goes_on(block: QTextBlock) -> bool:
    """Whether another line of the same list follows."""
    return block.textList() is not None and block.next().textList() is not None


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    place = block.begin()
    while not place.atEnd():
        yield place.fragment()
        place += 1


def _dressed(block: QTextBlock, look: Look) -> list[tuple[int, int, QTextCharFormat]]:
    """Place, length and new format of what is a link, a key or a caption."""
    found = []
    for fragment in _fragments(block):
        before = fragment.charFormat()
        dress = _dress_of(before)
        if dress is not None:
            after = QTextCharFormat(before)
            dress(after, look)
            found.append((fragment.position(), fragment.length(), after))
    return found


def _dress_of(before: QTextCharFormat) -> Callable[[QTextCharFormat, Look], None] | None:
    if before.isAnchor():
        return _dress_link
    if before.fontFixedPitch():
        return _dress_key
    return _dress_caption if before.fontItalic() else None


def _dress_link(words: QTextCharFormat, look: Look) -> None:
    words.setForeground(QBrush(look.tokens.slate))
    words.setFontUnderline(False)
    words.setFontWeight(QFont.Weight.Bold)


def _dress_key(words: QTextCharFormat, look: Look) -> None:
    words.setFont(look.font("body"))
    words.setFontFixedPitch(False)
    words.setBackground(look.tokens.head)


def _dress_caption(words: QTextCharFormat, look: Look) -> None:
    words.setFont(look.font("label"))
    words.setForeground(look.tokens.ink3)


def _set_table(table: QTextTable, look: Look) -> None:
    made = table.format()
    made.setBorder(0)
    made.setCellPadding(CELL)
    made.setCellSpacing(0)
    made.setTopMargin(4)
    made.setBottomMargin(12)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(made)
    for row in range(table.rows()):
        for column in range(table.columns()):
            _set_cell(table.cellAt(row, column), look, is_head=row == 0)


def _set_cell(cell: QTextTableCell, look: Look, is_head: bool) -> None:
    made = cell.format().toTableCellFormat()
    made.setBottomBorder(1)
    made.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBottomBorderBrush(look.tokens.line)
    if is_head:
        made.setBackground(look.tokens.head)
    cell.setFormat(made)
