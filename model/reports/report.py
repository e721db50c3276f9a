"""A report as it is declared: what it lists, in which order, in which columns.

What the files hold is described in resources/reports/README.md.
"""

import json
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from model.excel.sheet import SIGNATURES, Align
from model.frozen import Frozen
from model.refused import Refused
from model.report_names import FOLDER
from model.reports.source import Source
from model.reports.sources import SOURCES


class ReportColumn(Frozen):
    """One column: its heading, the name of what it shows, its width in digits, how cells stand.

    Neighbouring cells of a ``merged`` column that read alike are one.
    """

    heading: str
    value: str
    width: float
    align: Align = "left"
    merged: bool = False


class Report(Frozen):
    """One report that can be made of a campaign.

    ``title`` and ``notes`` hold {campaign} where the campaign's name goes (see ``building``);
    ``group`` is the heading it is listed under. ``lists`` names the source of its lines, ``only``
    the states or kinds that are listed (empty: all). ``order`` names the values that the lines
    are sorted by (empty: as the source has them). ``shows_persons`` adds 填报人 and 审核人 under
    the title. ``may_show`` names private values that it is allowed to show.
    """

    id: str
    name: str
    group: str
    title: str
    lists: str
    columns: tuple[ReportColumn, ...]
    only: tuple[StrEnum, ...] = ()
    order: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    signatures: tuple[str, ...] = SIGNATURES
    shows_persons: bool = False
    may_show: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Hold the declaration, and whatever is made of it, to what may leave the office."""
        values = self.source.values
        named = {*(column.value for column in self.columns), *self.order, *self.may_show}
        if unknown := named - values.keys():
            raise ValueError(f"{self.id} names unknown values: {sorted(unknown)}")
        private = {name for name in named if values[name].private} - self.may_show
        if private:
            raise ValueError(f"{self.id} may not show private values: {sorted(private)}")

    @property
    def source(self) -> Source:
        """Where its lines come from."""
        return _source(self.id, self.lists)


def catalogue(folder: Path = FOLDER) -> list[Report]:
    """Every declared report, in the order they are listed."""
    declared = [json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")]
    return [_report(given) for given in sorted(declared, key=lambda given: given["place"])]


def find(name: str, folder: Path = FOLDER) -> Report:
    """The report of this id or name. Raises Refused for any other, and lists what there is."""
    reports = catalogue(folder)
    for report in reports:
        if name in (report.id, report.name):
            return report
    known = "、".join(f"{report.name}（{report.id}）" for report in reports)
    raise Refused(f"没有“{name}”这种报表。可选：{known}。")


def _report(given: Mapping[str, Any]) -> Report:
    words = _source(given["id"], given["lists"]).words
    if given.get("only") and words is None:
        raise ValueError(f"{given['id']}: nothing to choose {given['lists']} by")
    return Report(
        id=given["id"],
        name=given["name"],
        group=given["group"],
        title=given["title"],
        lists=given["lists"],
        columns=tuple(ReportColumn(**column) for column in given["columns"]),
        only=tuple(words(word) for word in given.get("only", ())) if words else (),
        order=tuple(given.get("order", ())),
        notes=tuple(given.get("notes", ())),
        signatures=tuple(given.get("signatures", SIGNATURES)),
        shows_persons=given.get("shows_persons", False),
        may_show=frozenset(given.get("may_show", ())),
    )


def _source(report: str, name: str) -> Source:
    if name not in SOURCES:
        raise ValueError(f"{report} lists unknown {name}; there are {sorted(SOURCES)}")
    return SOURCES[name]
