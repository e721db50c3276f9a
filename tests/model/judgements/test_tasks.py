"""How far a task is, in words."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from model.judgements.lights import Light, Verdict
from model.judgements.tasks import judge_task, share, urgent
from tests.model.judgements.facts import CALENDAR, TODAY
from tests.model.judgements.plan import SENDING, task

PLAIN: dict[str, Any] = {"target_amount": None, "actual_amount": None, "target_unit": ""}


def light(**facts: Any) -> Verdict:
    return judge_task(task(**facts), TODAY, CALENDAR, 3)


@pytest.mark.parametrize(
    ("facts", "expected", "words"),
    [
        ({}, Light.RED, "逾期2天"),
        ({"due": TODAY}, Light.AMBER, "今天到期"),
        ({"due": date(2011, 4, 25)}, Light.AMBER, "还剩3个工作日"),
        ({"due": date(2011, 5, 6)}, Light.GREEN, "1 / 2次"),
        ({"due": date(2011, 5, 6), **PLAIN}, Light.GREEN, "进行中"),
        ({"due": date(2011, 5, 6), "start": date(2011, 5, 4), **PLAIN}, Light.NONE, "未开始"),
        ({"due": date(2011, 5, 6), "start": TODAY, **PLAIN}, Light.GREEN, "进行中"),
        ({"due": None, "start": None, **PLAIN}, Light.NONE, "未开始"),
        ({"due": None, "start": None, **PLAIN, "actual_amount": 3}, Light.GREEN, "3"),
        ({"done_on": date(2011, 4, 18), **PLAIN}, Light.GREY, "已完成"),
        ({"done_on": date(2011, 4, 18), "actual_amount": 2}, Light.GREY, "2 / 2次"),
        (
            {"done_on": TODAY, "target_amount": None, "actual_amount": 57, "target_unit": "条"},
            Light.GREY,
            "57条",
        ),
    ],
)
def test_words(facts: dict[str, Any], expected: Light, words: str) -> None:
    assert light(**facts)[:2] == (expected, words)


def test_a_late_task_tells_how_far_it_is() -> None:
    assert light().full == "逾期2天 · 已完成1 / 2次"


def test_a_task_finished_late_tells_by_how_much() -> None:
    assert light(done_on=TODAY, actual_amount=2).full == "已完成 · 2 / 2次 · 逾期2天完成"


def test_a_submission_goes_by_its_date() -> None:
    def words(**facts: Any) -> str:
        return judge_task(replace(SENDING, **facts), TODAY, CALENDAR, 3).words

    assert words() == "还剩3个工作日"
    assert words(due=date(2011, 5, 11)) == "还剩14个工作日"
    assert words(due=None) == "待报送"
    assert words(done_on=date(2011, 4, 8)) == "4月8日已报"


@pytest.mark.parametrize(
    ("facts", "part"),
    [
        ({}, 0.5),
        ({"actual_amount": 5}, 1.0),
        ({"actual_amount": None}, 0.0),
        ({"target_amount": 0}, 0.0),
        ({"done_on": TODAY}, 1.0),
    ],
)
def test_share(facts: dict[str, Any], part: float) -> None:
    assert share(task(**facts)) == part


def test_the_list_of_today_holds_what_is_late_or_near() -> None:
    far = task(id=1, due=date(2011, 5, 6))
    undated = task(id=2, due=None)
    done = task(id=3, done_on=TODAY)
    found = urgent([far, undated, done, SENDING, task(id=4)], TODAY, CALENDAR, 3)
    assert [each.id for each in found] == [4, SENDING.id]


def test_a_per_person_task_says_how_many_reached_it() -> None:
    waiting = task(due=date(2011, 5, 6), per_person=True)
    verdict = judge_task(waiting, TODAY, CALENDAR, 3, "31/38人达标")
    assert (verdict.light, verdict.words) == (Light.GREEN, "31/38人达标")
    assert judge_task(task(), TODAY, CALENDAR, 3, "31/38人达标").full == "逾期2天 · 31/38人达标"
    done = task(done_on=date(2011, 4, 18))
    assert judge_task(done, TODAY, CALENDAR, 3, "38/38人达标").words == "38/38人达标"
