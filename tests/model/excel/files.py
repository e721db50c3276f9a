"""A small table to write, and written workbooks read back."""

from datetime import date
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring
from openpyxl import load_workbook

from model.excel.sheet import Cell, Sheet, SheetColumn

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
COLUMNS = (
    SheetColumn("序号", 6, "center"),
    SheetColumn("问题编号", 11, "center"),
    SheetColumn("存在问题", 30),
    SheetColumn("整改时限", 12, "center"),
)
HEAD_ROWS = 3
Row = tuple[Cell, ...]


def line(number: int, content: str = "药房未公示药品价格") -> Row:
    return (number, f"2011-{number:03}", content, date(2011, 4, 22))


def sheet_of(*rows: Row, **changed: Any) -> Sheet:
    """A table with these rows, numbered in the second column."""
    given: dict[str, Any] = {
        "title": "“开放·创新”活动整改台账",
        "institution": "某某镇卫生院",
        "filled_on": date(2011, 4, 20),
        "columns": COLUMNS,
        "rows": rows,
        "key": 1,
    }
    return Sheet(**(given | changed))


def page_of(path: Path) -> Any:
    """The only page of a workbook, as openpyxl reads it."""
    return load_workbook(path).worksheets[0]


def values_of(path: Path, columns: int = len(COLUMNS)) -> list[tuple[Any, ...]]:
    """The rows of the table as they stand in the file, without head and signatures."""
    rows = page_of(path).iter_rows(min_row=HEAD_ROWS + 1, max_col=columns, values_only=True)
    return [tuple(_plain(value) for value in row) for row in rows][:-1]


def _plain(value: Any) -> Any:
    return value.date() if hasattr(value, "date") else value


def xml_of(path: Path, part: str = "xl/worksheets/sheet1.xml") -> Element:
    with ZipFile(path) as parts:
        root: Element = fromstring(parts.read(part))
    return root
