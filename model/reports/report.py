"""A report as it is declared: which issues, in which order, in which columns.

What the files hold is described in resources/reports/README.md.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from model.excel.sheet import SIGNATURES, Align
from model.frozen import Frozen
from model.refused import Refused
from model.report_names import FOLDER
from model.reports.values import VALUES
from model.words import State


class ReportColumn(Frozen):
    """One column: its heading, the name of what it shows (see values), width in digits, stand."""

    heading: str
    value: str
    width: float
    align: Align = "left"


class Report(Frozen):
    """One report that can be made of a campaign.

    ``title`` holds {campaign} where the campaign's name goes; ``group`` is the heading it is
    listed under. ``order`` names the values that the lines are sorted by. ``shows_persons`` adds
    填报人 and 审核人 under the title. ``may_show`` names private values that it is allowed to show.
    """

    id: str
    name: str
    group: str
    title: str
    states: tuple[State, ...]
    order: tuple[str, ...]
    columns: tuple[ReportColumn, ...]
    notes: tuple[str, ...] = ()
    signatures: tuple[str, ...] = SIGNATURES
    shows_persons: bool = False
    may_show: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Hold the declaration, and whatever is made of it, to what may leave the office."""
        named = {*(column.value for column in self.columns), *self.order, *self.may_show}
        if unknown := named - VALUES.keys():
            raise ValueError(f"{self.id} names unknown values: {sorted(unknown)}")
        private = {name for name in named if VALUES[name].private} - self.may_show
        if private:
            raise ValueError(f"{self.id} may not show private values: {sorted(private)}")


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
    return Report(
        id=given["id"],
        name=given["name"],
        group=given["group"],
        title=given["title"],
        states=tuple(State(word) for word in given["states"]),
        order=tuple(given["order"]),
        columns=tuple(ReportColumn(**column) for column in given["columns"]),
        notes=tuple(given.get("notes", ())),
        signatures=tuple(given.get("signatures", SIGNATURES)),
        shows_persons=given.get("shows_persons", False),
        may_show=frozenset(given.get("may_show", ())),
    )
