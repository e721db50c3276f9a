"""Menus know a report from its declaration alone."""

import json
from pathlib import Path

from model.report_names import report_names
from model.reports import catalogue


def test_they_are_those_of_the_catalogue_in_its_order() -> None:
    names = [(report.id, report.name) for report in catalogue()]
    assert list(report_names().items()) == names


def test_a_declaration_alone_is_enough(tmp_path: Path) -> None:
    for place, name in ((20, "后"), (10, "先")):
        declared = {"id": f"report-{place}", "name": name, "place": place}
        (tmp_path / f"{place}.json").write_text(json.dumps(declared), "utf-8")
    assert report_names(tmp_path) == {"report-10": "先", "report-20": "后"}
