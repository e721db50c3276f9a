"""Filling a report from the ledger: issues in, a sheet out."""

from collections.abc import Iterable, Sequence
from datetime import date

from model.excel import naming
from model.excel.sheet import Cell, Sheet, SheetColumn
from model.reader import Reader
from model.records import Campaign, Issue
from model.reports.lines import Ledger, Line
from model.reports.report import Report
from model.reports.values import VALUES

_NAMES_A_ROW = "number"


def build(
    reader: Reader,
    campaign_id: int,
    report: Report,
    today: date,
    chosen: Sequence[int] | None = None,
    prepared_by: str = "",
    reviewed_by: str = "",
) -> Sheet:
    """The report as it is handed in on ``today``.

    ``chosen`` are ids of issues in the order of the screen; without it, all issues of the
    campaign in the report's own order. Either way only issues in the report's states are shown:
    nothing that is still open gets into a 销号台账. Persons are shown where the report wants them.
    """
    campaign = reader.get(Campaign, campaign_id)
    ledger = Ledger(reader, campaign)
    persons = report.shows_persons
    return Sheet(
        title=report.title.replace("{campaign}", campaign.title),
        institution=campaign.institution,
        filled_on=today,
        columns=tuple(SheetColumn(each.heading, each.width, each.align) for each in report.columns),
        rows=tuple(_row(report, line) for line in _lines(report, ledger, chosen)),
        prepared_by=prepared_by if persons else None,
        reviewed_by=reviewed_by if persons else None,
        notes=report.notes,
        signatures=report.signatures,
        key=_key(report),
        tab=report.name,
    )


def file_name(campaign: Campaign, report: Report, today: date) -> str:
    """The name under which a report is saved: 单位-活动-报表-yyyymmdd.xlsx."""
    return naming.file_name(campaign.institution, campaign.title, report.name, today)


def _lines(report: Report, ledger: Ledger, chosen: Sequence[int] | None) -> list[Line]:
    if chosen is None:
        issues = _ordered(report, ledger)
    else:
        issues = [ledger.issues[id] for id in chosen if id in ledger.issues]
    return ledger.lines(issue for issue in issues if issue.state in report.states)


def _ordered(report: Report, ledger: Ledger) -> Iterable[Issue]:
    def place(line: Line) -> list[tuple[bool, int, Cell]]:
        return [_rank(VALUES[name].of(line)) for name in report.order]

    return [line.issue for line in sorted(ledger.lines(ledger.issues.values()), key=place)]


def _rank(value: Cell) -> tuple[bool, int, Cell]:
    """Blanks last; of texts the shorter first, so that 2011-999 comes before 2011-1000."""
    blank = value is None or value == ""
    return blank, len(value) if isinstance(value, str) else 0, "" if blank else value


def _row(report: Report, line: Line) -> tuple[Cell, ...]:
    return tuple(VALUES[column.value].of(line) for column in report.columns)


def _key(report: Report) -> int:
    """The column that names a row: that of the number, else the first."""
    values = [column.value for column in report.columns]
    return values.index(_NAMES_A_ROW) if _NAMES_A_ROW in values else 0
