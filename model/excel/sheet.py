"""A report as a plain value, before it is a workbook, a page on the screen or a print."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from model.frozen import Frozen

Cell = str | int | float | date | None
Align = Literal["left", "center"]

SIGNATURES = ("填报人：", "负责人签字：　　　　　　　　（盖章）")
CONTINUED = (
    "（续）"  # stands behind the number of a row that goes on with the text of the row above
)
NOTHING = "（无）"  # an empty ledger is handed in all the same, and says so (零报告)


def joined(rows: Iterable[tuple[Cell, ...]], key: int = 0) -> list[tuple[Cell, ...]]:
    """Rows as they were before a long text was continued below: the inverse of laying out."""
    whole: list[tuple[Cell, ...]] = []
    for row in rows:
        if whole and str(row[key] or "").endswith(CONTINUED):
            whole[-1] = tuple(
                above if index == key or below is None else f"{above or ''}{below}"
                for index, (above, below) in enumerate(zip(whole[-1], row, strict=True))
            )
        else:
            whole.append(row)
    return whole


class SheetColumn(Frozen):
    """One column: its heading, its width in digits of the workbook's font, how its cells stand.

    In a ``merged`` column neighbouring rows that read alike share one cell, as far as the merged
    columns before it do.
    """

    heading: str
    width: float
    align: Align = "left"
    merged: bool = False


class Sheet(Frozen):
    """A filled-in table of the office: a title, who fills it in and when, and rows of values.

    ``key`` is the column whose value names a row; a text too long for one row goes on in the next,
    under that value and （续）. ``prepared_by`` and ``reviewed_by`` are shown under the title
    unless they are None. ``notes`` are lines below the table; ``tab`` names the sheet's tab (the
    title if blank). ``left_out`` says of whoever is asked for but not listed which sort it is of
    and how many there are; it is told on the screen and not written.
    """

    title: str
    institution: str
    filled_on: date
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    prepared_by: str | None = None
    reviewed_by: str | None = None
    notes: tuple[str, ...] = ()
    signatures: tuple[str, ...] = SIGNATURES
    key: int = 0
    tab: str = ""
    left_out: tuple[tuple[str, int], ...] = ()

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError("a sheet needs columns")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row must have one value for each column")
