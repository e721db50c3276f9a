"""Filling a report from the ledger: records in, a sheet out."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from model.excel import naming
from model.excel.sheet import Cell, Sheet, SheetColumn
from model.judgements.roster import notice
from model.reader import Reader
from model.records import Campaign
from model.reports.campaign_records import CampaignRecords
from model.reports.report import Report

_NAMES_A_ROW = "number"

FACTS: dict[str, Callable[[CampaignRecords], str]] = {
    "campaign": lambda records: records.campaign.title,
    "notice": lambda records: notice(records.seats),
}
"""What titles and notes may say of the campaign: {campaign}, {notice}."""


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

    ``chosen`` are ids in the order of the screen; without it, everything of the campaign in the
    report's own order. Either way only what the report is meant for is shown: nothing that is
    still open gets into a 销号台账. Persons are shown where the report wants them
    and somebody is named.
    """
    campaign = reader.get(Campaign, campaign_id)
    records = CampaignRecords(reader, campaign, today)
    persons = report.shows_persons
    found = _found(report, records, chosen)
    listed = [item for item in found if _belongs(report, item)]
    return Sheet(
        title=_said(report.title, records),
        institution=campaign.institution,
        filled_on=today,
        columns=tuple(
            SheetColumn(each.heading, each.width, each.align, each.merged)
            for each in report.columns
        ),
        rows=tuple(_rows(report, _numbered(report, records, listed))),
        prepared_by=(prepared_by or None) if persons else None,
        reviewed_by=(reviewed_by or None) if persons else None,
        notes=tuple(filter(None, (_said(note, records) for note in report.notes))),
        signatures=report.signatures,
        key=_key(report),
        tab=report.name,
        left_out=_left_out(report, found),
    )


def file_name(campaign: Campaign, report: Report, today: date) -> str:
    """The name under which a report is saved: 单位-活动-报表-yyyymmdd.xlsx."""
    return naming.file_name(campaign.institution, campaign.title, report.name, today)


def _said(text: str, records: CampaignRecords) -> str:
    """``text`` with the facts it names filled in."""
    return re.sub(r"\{(\w+)\}", lambda found: FACTS[found[1]](records), text)


def _found(report: Report, records: CampaignRecords, chosen: Sequence[int] | None) -> list[Any]:
    """The items that are asked for, also those that the report is not meant for."""
    items = report.source.items(records)
    if chosen is None:
        return _ordered(report, records, items.values())
    return [items[id] for id in chosen if id in items]


def _left_out(report: Report, found: Iterable[Any]) -> tuple[tuple[str, int], ...]:
    """How many the report is not meant for, by their state or kind, in its order."""
    words = (report.source.word(item) for item in found if not _belongs(report, item))
    counts = Counter(words)
    order = list(report.source.words or ())
    known = sorted(filter(None, counts), key=order.index)
    return tuple((str(word or ""), counts[word]) for word in (*known, None) if counts[word])


def _belongs(report: Report, item: Any) -> bool:
    return not report.only or report.source.word(item) in report.only


def _ordered(report: Report, records: CampaignRecords, items: Iterable[Any]) -> list[Any]:
    """The items by the values that the report is sorted by; else as they come."""
    values, line = report.source.values, report.source.line

    def place(item: Any) -> list[tuple[bool, int, Cell]]:
        return [_rank(values[name].of(line(0, item, records))) for name in report.order]

    return sorted(items, key=place)


def _numbered(report: Report, records: CampaignRecords, items: Iterable[Any]) -> list[Any]:
    """The items as lines, numbered from 1."""
    line = report.source.line
    return [line(serial, item, records) for serial, item in enumerate(items, start=1)]


def _rank(value: Cell) -> tuple[bool, int, Cell]:
    """Blanks last; of texts the shorter first, so that 2011-999 comes before 2011-1000."""
    blank = value is None or value == ""
    return blank, len(value) if isinstance(value, str) else 0, "" if blank else value


def _rows(report: Report, lines: Iterable[Any]) -> Iterator[tuple[Cell, ...]]:
    values = [report.source.values[column.value] for column in report.columns]
    for line in lines:
        yield tuple(value.of(line) for value in values)


def _key(report: Report) -> int:
    """The column that names a row: that of the number, else the first."""
    values = [column.value for column in report.columns]
    return values.index(_NAMES_A_ROW) if _NAMES_A_ROW in values else 0
