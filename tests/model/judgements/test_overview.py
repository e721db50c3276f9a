"""The seven figures of the strip, over a campaign's whole life."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from model.judgements.lights import Light, judge_of
from model.judgements.lists import percent
from model.judgements.overview import Overview, overview
from model.words import Effect, Precision, State
from tests.model.judgements.facts import CALENDAR, TODAY, track
from tests.model.judgements.plan import CAMPAIGN, MONTHS, PHASES, SENDING, VISIT

CLOSED: dict[str, Any] = {"state": State.CLOSED, "effect": Effect.GOOD}


def strip(day: date = TODAY, **facts: Any) -> Overview:
    given: dict[str, Any] = {
        "campaign": CAMPAIGN,
        "phases": PHASES,
        "tasks": (VISIT, SENDING),
        "tracks": (),
        **facts,
    }
    return overview(**given, today=day, calendar=CALENDAR)


def test_the_current_phase() -> None:
    tile = strip().phase
    assert (tile.value, tile.fact) == ("整改处理", "第三阶段 · 还剩21天")
    assert tile.share == 10 / 31


@pytest.mark.parametrize(
    ("day", "value", "fact"),
    [
        (date(2011, 2, 17), "尚未开始", "第一阶段 · 2月18日开始"),
        (date(2011, 5, 9), "整改处理、评价总结", "整改处理 · 还剩2天"),
        (date(2011, 5, 19), "各阶段已结束", "5月18日结束"),
    ],
)
def test_before_amid_and_after(day: date, value: str, fact: str) -> None:
    tile = strip(day).phase
    assert (tile.value, tile.fact) == (value, fact)


def test_between_phases() -> None:
    tile = strip(phases=(PHASES[0], PHASES[2])).phase
    assert tile.value == "整改处理"
    tile = strip(date(2011, 3, 20), phases=(PHASES[0], PHASES[2])).phase
    assert (tile.value, tile.fact) == ("两个阶段之间", "第二阶段 · 4月11日开始")


def test_phases_known_by_month() -> None:
    campaign = replace(CAMPAIGN, start=date(2010, 4, 1), end=date(2010, 6, 30))
    tile = strip(date(2010, 3, 1), campaign=campaign, phases=MONTHS).phase
    assert tile.fact == "第一阶段 · 4月开始"
    tile = strip(date(2010, 4, 10), campaign=campaign, phases=MONTHS).phase
    assert tile.fact == "第一阶段 · 至5月"


def test_the_next_submission() -> None:
    tile = strip().submission
    assert (tile.value, tile.fact) == ("整改台账", "4月25日前报县卫生局")
    assert (tile.light, tile.words) == (Light.AMBER, "还剩3个工作日")


def test_the_earliest_open_submission_is_the_next() -> None:
    sent = replace(SENDING, id=1, due=date(2011, 4, 10), done_on=date(2011, 4, 8))
    later = replace(SENDING, id=2, due=date(2011, 5, 10), material="小结")
    undated = replace(SENDING, id=3, due=None, material="分析材料")
    assert strip(tasks=(undated, later, sent, SENDING)).submission.value == "整改台账"
    assert strip(tasks=(undated, later, sent)).submission.value == "小结"
    tile = strip(tasks=(undated, sent)).submission
    assert (tile.value, tile.fact, tile.words) == ("分析材料", "报县卫生局", "未定时限")
    assert strip(tasks=(sent,)).submission.value == "全部已报送"
    assert strip(tasks=(VISIT,)).submission.value == "没有报送任务"


def test_a_submission_known_by_thirds() -> None:
    third = replace(SENDING, due=date(2011, 5, 20), precision=Precision.TEN_DAYS, recipient="")
    assert strip(tasks=(third,)).submission.fact == "5月中旬报送"


def test_tasks_for_today() -> None:
    tile = strip().tasks_today
    assert (tile.value, tile.unit, tile.words) == ("2", "项", "考察学习")
    assert strip(tasks=()).tasks_today.words == "没有急办的事"


def test_overdue_issues() -> None:
    late = [track(due=date(2011, 4, 15)), track(due=date(2011, 4, 18)), track()]
    tile = strip(tracks=late).overdue
    assert (tile.value, tile.light, tile.words) == ("2", Light.RED, "最长5天")
    assert strip().overdue[2:7] == ("0", "项", "", Light.NONE, "没有逾期问题")


def test_an_old_review_date_does_not_lengthen_lateness() -> None:
    back = track(due=date(2011, 4, 18), review_on=date(2011, 3, 1))
    assert strip(tracks=[back]).overdue.words == "最长2天"


def test_awaiting_acceptance() -> None:
    waiting = {"state": State.AWAITING_ACCEPTANCE}
    found = [track(**waiting, since=date(2011, 4, day)) for day in (20, 19)]
    tile = strip(tracks=[*found, track()]).awaiting
    assert (tile.value, tile.words) == ("2", "最早4月19日")
    assert strip().awaiting.words == "没有待验收"


def test_the_rate_leaves_out_what_is_declined_or_merged() -> None:
    gone = [track(state=State.DECLINED), track(state=State.MERGED)]
    tile = strip(tracks=[track(**CLOSED)] * 9 + [track()] * 48 + gone).closed
    assert (tile.value, tile.unit, tile.fact) == ("9", "/ 57", "整改率16%")
    assert tile.share == 9 / 57


def test_effective_against_the_target() -> None:
    fair = track(state=State.CLOSED, effect=Effect.FAIR)
    tile = strip(tracks=[track(**CLOSED)] * 3 + [fair]).effective
    assert (tile.value, tile.unit, tile.pips, tile.words) == ("3", "/ 5项", (3, 5), "还差2项")
    assert strip(tracks=[track(**CLOSED)] * 6).effective.words == "已达到目标"
    without = strip(campaign=replace(CAMPAIGN, effective_target=None)).effective
    assert (without.unit, without.pips) == ("项", None)


def test_of_a_target_too_large_to_count_a_share_is_shown() -> None:
    many = replace(CAMPAIGN, effective_target=9_999_999)
    tile = strip(tracks=[track(**CLOSED)] * 3, campaign=many).effective
    assert (tile.pips, tile.share, tile.words) == (None, 3 / 9_999_999, "还差9999996项")


def test_an_empty_campaign() -> None:
    tiles = strip(phases=(), tasks=())
    assert [tile.value for tile in tiles] == [
        "还没有阶段", "没有报送任务", "0", "0", "0", "0", "0",
    ]  # fmt: skip
    assert tiles.closed.fact == ""


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [(0, 0, ""), (0, 57, "0%"), (9, 57, "16%"), (1, 400, "1%"), (399, 400, "99%"), (5, 5, "100%")],
)
def test_percent(part: int, whole: int, words: str) -> None:
    assert percent(part, whole) == words


def test_overdue_are_those_whose_light_is_red() -> None:
    days = (None, date(2011, 4, 1), TODAY, date(2011, 5, 1))
    tracks = [
        track(state=state, due=due, review_on=review)
        for state in State
        for due in days
        for review in days
    ]
    red = [each for each in tracks if judge_of(CAMPAIGN, each, TODAY, CALENDAR).light is Light.RED]
    assert len(red) > 1
    assert strip(tracks=tracks).overdue.value == str(len(red))


def test_issues_before_their_date_are_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every edit counts the tiles again, over ten thousand issues perhaps."""

    def fail(*given: object) -> None:
        raise AssertionError

    monkeypatch.setattr("model.judgements.overview.judge_of", fail)
    coming = track(state=State.RECTIFYING, due=TODAY)
    assert strip(tracks=[coming]).overdue.value == "0"
    with pytest.raises(AssertionError):
        strip(tracks=[coming._replace(due=date(2011, 4, 1))])
