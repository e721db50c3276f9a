"""A laid out sheet as an openpyxl workbook: page set-up, and rows streamed from the top down."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties

from model.excel.cells import ColumnCells, fill, font_of, strip_cell
from model.excel.layout import Layout
from model.excel.look import Look
from model.excel.merging import Merge
from model.excel.naming import tab_name
from model.excel.sheet import Sheet
from model.excel.strips import Strip

_A4 = "9"
_FOOTER = "第 &P 页 共 &N 页"


class RefittingRow(RowDimension):
    """A row with a height that the clerk's program may still fit to an edited text.

    openpyxl marks every height that it writes as set by hand (customHeight); such a row would
    hide what is added to it.
    """

    @property
    def customHeight(self) -> bool:  # noqa: N802 (the name is openpyxl's)
        return False


def build(
    sheet: Sheet, layout: Layout, look: Look, at_row: Callable[[int], None] = lambda index: None
) -> Workbook:
    """The workbook, ready to be saved. ``at_row`` is called before each row of the table."""
    workbook = _empty_workbook(sheet, look)
    page = workbook.create_sheet(tab_name(sheet.tab or sheet.title))
    _set_up(page, layout, look)
    columns = [ColumnCells(page, look, column.align) for column in sheet.columns]
    rows = _Rows(page, look)
    with _removed_on_failure(page):
        for strip in layout.head:
            rows.add_strip(strip)
        covered = {(row, merge.column) for merge in layout.merged for row in _covered(merge)}
        for index, row in enumerate(layout.rows):
            at_row(index)
            values = [
                None if (index, place) in covered else value
                for place, value in enumerate(row.cells)
            ]
            cells = zip(columns, values, strict=True)
            rows.add([column.cell(value) for column, value in cells], row.height)
        for merge in layout.merged:
            rows.merge(merge, len(layout.head))
        for strip in layout.tail:
            rows.add_strip(strip)
    return workbook


def _covered(merge: Merge) -> range:
    """The rows of a merged cell that show nothing; they keep their style, or borders have gaps."""
    return range(merge.first + 1, merge.last + 1)


@contextmanager
def _removed_on_failure(page: Any) -> Iterator[None]:
    """openpyxl streams rows into a file of its own, which else stays until the program ends."""
    try:
        yield
    except BaseException:
        page.close()
        page._writer.cleanup()
        raise


def _empty_workbook(sheet: Sheet, look: Look) -> Workbook:
    workbook = Workbook(write_only=True)
    # Font 0 is the measure of column widths, and openpyxl has no public way to set it.
    workbook._fonts = IndexedList([font_of(look.grid)])  # type: ignore[attr-defined]
    normal = workbook._named_styles["Normal"]  # type: ignore[attr-defined]
    normal.font = font_of(look.grid)
    workbook.properties.creator = sheet.institution
    workbook.properties.title = sheet.title
    return workbook


def _set_up(page: Any, layout: Layout, look: Look) -> None:
    """Columns, view and print; openpyxl wants all of it before the first row."""
    for number, width in enumerate(layout.widths, start=1):
        page.column_dimensions[get_column_letter(number)].width = width
    heading = len(layout.head)
    below = heading + max(1, len(layout.rows))
    last = get_column_letter(len(layout.widths))
    page.freeze_panes = f"A{heading + 1}"
    if not layout.merged:  # sorting refuses tables with merged cells
        page.auto_filter.ref = f"A{heading}:{last}{below}"
    page.print_title_rows = f"{heading}:{heading}"
    page.print_area = f"A1:{last}{heading + len(layout.rows) + len(layout.tail)}"
    _set_up_paper(page, look)
    for row in layout.forced:
        page.row_breaks.append(Break(id=heading + row))


def _set_up_paper(page: Any, look: Look) -> None:
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.paperSize = _A4
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.print_options.horizontalCentered = True
    page.HeaderFooter.oddFooter.center.text = _FOOTER
    margins, paper = page.page_margins, look.paper
    margins.left = margins.right = paper.side
    margins.top, margins.bottom = paper.top, paper.bottom
    margins.header = margins.footer = paper.footer


class _Rows:
    """Adds rows to a page and keeps count of them."""

    def __init__(self, page: Any, look: Look) -> None:
        self._page = page
        self._look = look
        self._count = 0

    def add(self, cells: list[Any], height: float) -> None:
        self._count += 1
        self._page.row_dimensions[self._count] = RefittingRow(self._page, self._count, ht=height)
        self._page.append(cells)

    def merge(self, merge: Merge, above: int) -> None:
        """Make the cells one; ``above`` rows stand before the table's first."""
        column = get_column_letter(merge.column + 1)
        first, last = (above + row + 1 for row in (merge.first, merge.last))
        self._page.merged_cells.add(f"{column}{first}:{column}{last}")

    def add_strip(self, strip: Strip) -> None:
        """Every cell has its style, those within a merged span too: else borders have gaps."""
        cells = []
        for span in strip.spans:
            text, *blanks = (
                strip_cell(self._page, self._look, strip.part, span.align)
                for _ in range(span.first, span.last + 1)
            )
            cells += [fill(text, span.text), *blanks]
        self.add(cells, strip.height)
        for span in strip.spans:
            if span.last > span.first:
                first, last = (get_column_letter(n + 1) for n in (span.first, span.last))
                self._page.merged_cells.add(f"{first}{self._count}:{last}{self._count}")
