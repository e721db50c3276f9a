from datetime import date
from typing import Any

import pytest

from model.excel.sheet import Cell
from model.records import Issue, Measure, Person, Publicity, Rectification, Step
from model.refused import Refused
from model.reports.campaign_records import CampaignRecords
from model.reports.issues import ISSUES
from model.words import Move, PublicityKind, State
from tests.model.reports.conftest import CAMPAIGN, Records

VALUES = ISSUES.values


def shown(records: Records, issue: int, name: str) -> Cell:
    line = ISSUES.line(
        1, records.get(Issue, issue), CampaignRecords(records, CAMPAIGN, date(2011, 4, 20))
    )
    return VALUES[name].of(line)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("serial", 1),
        ("number", "2011-001"),
        ("category", "素质能力"),
        ("level", "个人"),
        ("found_on", date(2011, 3, 11)),
        ("quick_fix", "否"),
        ("leader", "张明"),
        ("owner", "王强"),
        ("accepted_by", "张明"),
        ("effect", "好"),
        ("state", "已销号"),
        ("measures", "1.培训；2.抽查病历30份。"),
        ("publicity", "4月11日—4月15日，院务公开栏"),
        ("extra_rounds", 0),
        ("signer", "张明"),
        ("closed_on", date(2011, 4, 18)),
        ("note", "已回头看"),
    ],
)
def test_a_value_of_an_issue_struck_off(records: Records, name: str, value: Cell) -> None:
    assert shown(records, 1, name) == value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("category", ""),
        ("leader", ""),
        ("measures", ""),
        ("effect", None),
        ("publicity", ""),
        ("signer", ""),
        ("closed_on", None),
        ("last_progress", "4月19日，排班表已报院办"),
    ],
)
def test_a_value_of_an_issue_in_work(records: Records, name: str, value: Cell) -> None:
    assert shown(records, 2, name) == value


def test_every_value_can_be_shown_of_an_issue_just_registered(records: Records) -> None:
    for name in VALUES:
        assert isinstance(shown(records, 3, name), str | int | date | None), name


def test_fixed_words_are_plain_text(records: Records) -> None:
    assert type(shown(records, 1, "state")) is str


def test_private_are_the_fields_declared_so() -> None:
    assert {name for name, value in VALUES.items() if value.private} == {"proposer", "subject"}


def test_a_single_measure_has_no_number(records: Records) -> None:
    records.add(Measure(3, rectification=2, seq=1, content="增设窗口"))
    assert shown(records, 2, "measures") == "增设窗口。"


def test_the_current_round_counts(records: Records) -> None:
    records.add(Rectification(4, issue=2, round=2, due=date(2011, 5, 8)))
    assert shown(records, 2, "due") == date(2011, 5, 8)
    assert shown(records, 2, "last_progress") == ""


@pytest.mark.parametrize("move", [Move.SEND_BACK, Move.RETURN, Move.RESUME])
def test_each_move_that_opens_a_round_is_one_more_lesson(records: Records, move: Move) -> None:
    records.add(Step(3, issue=1, move=move, on=date(2011, 4, 3)))
    assert shown(records, 1, "extra_rounds") == 1


def test_an_extension_is_not_counted(records: Records) -> None:
    records.add(Step(3, issue=1, move=Move.EXTEND, on=date(2011, 4, 3)))
    assert shown(records, 1, "extra_rounds") == 0


def test_the_last_closing_counts_while_the_issue_is_closed(records: Records) -> None:
    records.add(Step(3, issue=1, move=Move.CLOSE, on=date(2011, 5, 6), approver=2))
    assert (shown(records, 1, "signer"), shown(records, 1, "closed_on")) == (
        "王强",
        date(2011, 5, 6),
    )
    records.replace(Issue, 1, state=State.RECTIFYING)
    assert (shown(records, 1, "signer"), shown(records, 1, "closed_on")) == ("", None)


@pytest.mark.parametrize(
    ("changed", "text"),
    [
        ({"place": ""}, "4月11日—4月15日"),
        ({"end": date(2011, 4, 11)}, "4月11日，院务公开栏"),
        ({"start": date(2010, 12, 28)}, "2010年12月28日—2011年4月15日，院务公开栏"),
        ({"kind": PublicityKind.ISSUES_AND_MEASURES}, "4月11日—4月15日，院务公开栏"),
    ],
)
def test_publicity_is_said_in_one_line(records: Records, changed: Any, text: str) -> None:
    records.replace(Publicity, 1, **changed)
    assert shown(records, 1, "publicity") == text


def test_the_publicity_of_the_result_goes_before_that_of_the_measures(records: Records) -> None:
    measures = PublicityKind.ISSUES_AND_MEASURES
    records.add(Publicity(2, issue=1, kind=measures, start=date(2011, 5, 1), end=date(2011, 5, 5)))
    assert shown(records, 1, "publicity") == "4月11日—4月15日，院务公开栏"


def test_a_person_no_longer_there_is_blank(records: Records) -> None:
    records.records.remove(records.get(Person, 1))
    assert shown(records, 1, "leader") == ""


def test_an_issue_without_a_round_is_damage(records: Records) -> None:
    records.records = [each for each in records.records if not isinstance(each, Rectification)]
    with pytest.raises(Refused, match="已损坏"):
        shown(records, 1, "round")
