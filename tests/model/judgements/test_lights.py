"""红黄绿灯: each reason, its words, and which one speaks first."""

from datetime import date
from typing import Any

import pytest

from model.judgements.lights import Light, Verdict, judge, order, publicity_days, warning_days
from model.records import Campaign
from model.words import State
from tests.model.judgements.facts import CALENDAR, TODAY, track

RED, AMBER, GREEN, GREY, NONE = Light.RED, Light.AMBER, Light.GREEN, Light.GREY, Light.NONE
ACCEPTANCE, CLOSING = State.AWAITING_ACCEPTANCE, State.AWAITING_CLOSING


def light(on: date = TODAY, **facts: Any) -> Verdict:
    return judge(track(**facts), on, CALENDAR, warning_days=3, publicity_days=5)


@pytest.mark.parametrize(
    ("due", "expected", "words"),
    [
        (date(2011, 4, 15), RED, "逾期5天"),
        (date(2011, 4, 19), RED, "逾期1天"),
        (date(2011, 4, 20), AMBER, "今天到期"),
        (date(2011, 4, 22), AMBER, "还剩2个工作日"),
        (date(2011, 4, 24), AMBER, "还剩2个工作日"),  # a Sunday
        (date(2011, 4, 25), AMBER, "还剩3个工作日"),
        (date(2011, 4, 26), GREEN, "还剩4个工作日"),
        (date(2011, 5, 2), GREEN, "还剩7个工作日"),  # the last day of a holiday
        (date(2011, 5, 9), GREEN, "还剩12个工作日"),
        (None, GREEN, "未定时限"),
    ],
)
def test_the_date_while_rectifying(due: date | None, expected: Light, words: str) -> None:
    assert light(due=due)[:2] == (expected, words)


def test_no_working_day_left_before_a_date_at_the_weekend() -> None:
    friday = date(2011, 4, 22)
    assert light(friday, due=date(2011, 4, 24))[:2] == (AMBER, "还剩2天")


def test_a_make_up_saturday_is_a_day_left() -> None:
    friday = date(2011, 4, 1)
    assert light(friday, due=date(2011, 4, 2), started_on=friday)[1] == "还剩1个工作日"


def test_no_warning_days_still_warns_today() -> None:
    verdict = judge(track(due=TODAY), TODAY, CALENDAR, warning_days=0, publicity_days=0)
    assert verdict.light is AMBER


@pytest.mark.parametrize(
    ("state", "expected", "words"),
    [
        (State.REGISTERED, NONE, "未启动"),
        (State.CLOSED, GREY, "已销号"),
        (State.DECLINED, GREY, "不予立项"),
        (State.MERGED, GREY, "已合并"),
    ],
)
def test_states_without_a_running_date(state: State, expected: Light, words: str) -> None:
    assert light(state=state, due=date(2011, 1, 1))[:2] == (expected, words)


def test_a_second_round_speaks_before_the_date_but_not_before_lateness() -> None:
    assert light(round=2, due=date(2011, 4, 22)) == (
        AMBER, "第2轮补课", "第2轮补课 · 还剩2个工作日",
    )  # fmt: skip
    assert light(round=3, due=date(2011, 4, 18)) == (RED, "逾期2天", "逾期2天 · 第3轮补课")


def test_a_measure_past_its_date() -> None:
    verdict = light(measure_due=date(2011, 4, 18))
    assert verdict.light is AMBER
    assert verdict.words == "进度落后"
    assert verdict.full == "有措施4月18日到期未完成 · 还剩14个工作日"


def test_a_measure_due_today_is_not_past() -> None:
    assert light(measure_due=TODAY).light is GREEN


def test_ten_working_days_without_progress() -> None:
    begun = date(2011, 3, 28)
    nine, ten = date(2011, 4, 7), date(2011, 4, 6)
    assert light(progress_on=nine, started_on=begun).light is GREEN
    assert light(progress_on=ten, started_on=begun)[:2] == (AMBER, "久无进展")


def test_the_time_in_long_term_is_no_time_without_progress() -> None:
    back = date(2011, 4, 18)
    assert light(progress_on=date(2010, 4, 6), started_on=back).light is GREEN


def test_without_any_progress_the_round_itself_counts() -> None:
    assert light(progress_on=None, started_on=date(2011, 4, 18)).light is GREEN
    assert light(progress_on=None, started_on=date(2011, 3, 28)).words == "久无进展"
    assert light(progress_on=None, started_on=None).light is GREEN


@pytest.mark.parametrize(
    ("review_on", "expected", "words"),
    [
        (date(2011, 4, 18), RED, "检视逾期2天"),
        (date(2011, 4, 20), AMBER, "4月20日检视"),
        (date(2011, 4, 22), AMBER, "4月22日检视"),
        (date(2011, 6, 30), GREEN, "6月30日检视"),
        (None, GREEN, "长期整改"),
    ],
)
def test_long_term_goes_by_its_review(review_on: date | None, expected: Light, words: str) -> None:
    verdict = light(state=State.LONG_TERM, review_on=review_on, due=date(2011, 1, 1))
    assert verdict[:2] == (expected, words)


def test_lateness_is_judged_at_completion_once_the_work_is_done() -> None:
    facts: dict[str, Any] = {
        "state": ACCEPTANCE,
        "since": date(2011, 4, 18),
        "due": date(2011, 4, 15),
    }
    assert light(**facts, completed_on=date(2011, 4, 17))[:2] == (GREEN, "逾期2天完成")
    assert light(**facts, completed_on=date(2011, 4, 15))[:2] == (GREEN, "按期完成")


def test_done_before_its_date() -> None:
    verdict = light(
        state=ACCEPTANCE, since=TODAY, due=date(2011, 4, 26), completed_on=date(2011, 4, 18)
    )
    assert verdict[:2] == (GREEN, "还剩4个工作日")


def test_waiting_longer_than_the_warning_days() -> None:
    done: dict[str, Any] = {
        "state": ACCEPTANCE,
        "completed_on": date(2011, 4, 13),
        "due": date(2011, 4, 30),
    }
    assert light(**done, since=date(2011, 4, 15)).light is GREEN  # three
    verdict = light(**done, since=date(2011, 4, 14))
    assert verdict == (AMBER, "已等4个工作日", "待验收已等4个工作日 · 还剩7个工作日")


def test_publicity_gives_more_time() -> None:
    done: dict[str, Any] = {
        "state": CLOSING,
        "completed_on": date(2011, 4, 6),
        "due": date(2011, 4, 30),
    }
    wait: dict[str, Any] = {"requires_publicity": True, "since": date(2011, 4, 8)}
    assert light(**done, **wait).light is GREEN  # eight, of which five for the publicity
    assert light(date(2011, 4, 21), **done, **wait).words == "已等9个工作日"


def test_publicity_that_runs_is_told_and_is_no_waiting() -> None:
    verdict = light(
        state=CLOSING, since=date(2011, 4, 1), publicity_end=date(2011, 4, 22), due=None
    )
    assert verdict == (GREEN, "公示至4月22日", "公示至4月22日 · 按期完成")


def test_after_publicity_the_waiting_begins() -> None:
    facts: dict[str, Any] = {
        "state": CLOSING,
        "requires_publicity": True,
        "since": date(2011, 4, 1),
    }
    assert light(**facts, publicity_end=date(2011, 4, 15)).light is GREEN
    assert light(**facts, publicity_end=date(2011, 4, 14)).words == "已等4个工作日"


def test_a_publicity_of_last_year_is_written_with_its_year() -> None:
    verdict = light(date(2010, 12, 30), state=CLOSING, publicity_end=date(2011, 1, 5))
    assert verdict.words == "公示至2011年1月5日"


def test_usual_order() -> None:
    facts = [
        track(number="7", state=State.CLOSED, due=date(2011, 4, 1)),
        track(number="6", due=None),
        track(number="5", due=date(2011, 5, 9)),
        track(number="4", due=date(2011, 4, 22)),
        track(number="3", due=date(2011, 5, 9), round=2),
        track(number="2", due=date(2011, 4, 18)),
        track(number="1", due=date(2011, 4, 15)),
    ]
    keys = {each.number: order(each, light(**each._asdict())) for each in facts}
    assert sorted(keys, key=lambda number: keys[number]) == ["1", "2", "4", "3", "5", "6", "7"]


def test_a_campaign_that_says_nothing_is_as_the_usual_one() -> None:
    silent, own = Campaign(1), Campaign(1, warning_days=0, publicity_days=7)
    assert (warning_days(silent), publicity_days(silent)) == (3, 5)
    assert (warning_days(own), publicity_days(own)) == (0, 7)
