"""Phases: where they stand, how they overlap, how they are numbered."""

from datetime import date

import pytest

from model.judgements.phases import Tone, current, numeral, overlaps, stages, till_end
from model.records import Phase
from tests.model.judgements.facts import TODAY
from tests.model.judgements.plan import MONTHS, PHASES, phase, task

DONE = task(id=1, done_on=TODAY)
OPEN = task(id=2)


def test_tones_and_words() -> None:
    first = task(id=3, phase=1, done_on=date(2011, 3, 1))
    found = stages(PHASES, [first, DONE, OPEN], TODAY)
    assert [stage.tone for stage in found] == [Tone.PAST, Tone.PAST, Tone.CURRENT, Tone.FUTURE]
    assert [stage.words for stage in found] == ["已完成", "已结束", "1 / 2项", "未开始"]


def test_a_phase_without_tasks_fills_with_time() -> None:
    third = stages(PHASES, [], TODAY)[2]
    assert third.share == third.elapsed == 10 / 31
    assert third.words == "进行中"


def test_a_phase_with_tasks_fills_with_them() -> None:
    assert stages(PHASES, [DONE, OPEN], TODAY)[2].share == 0.5


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (date(2011, 2, 17), []),
        (date(2011, 2, 18), ["学习动员"]),
        (date(2011, 5, 8), ["整改处理", "评价总结"]),
        (date(2011, 5, 11), ["整改处理", "评价总结"]),
        (date(2011, 5, 12), ["评价总结"]),
        (date(2011, 5, 19), []),
    ],
)
def test_current_phases(day: date, names: list[str]) -> None:
    assert [stage.name for stage in current(stages(PHASES, [], day))] == names


def test_days_to_the_end() -> None:
    third = stages(PHASES, [], TODAY)[2]
    assert till_end(third, TODAY, 2011) == "还剩21天"
    assert till_end(third, date(2011, 5, 11), 2011) == "今天结束"


def test_no_days_are_counted_where_only_months_are_known() -> None:
    day = date(2010, 5, 20)
    assert till_end(stages(MONTHS, [], day)[0], day, 2010) == "至5月"


def test_an_overlap_in_days() -> None:
    [found] = overlaps(stages(PHASES, [], TODAY), 2011)
    assert (found.start, found.end) == (date(2011, 5, 8), date(2011, 5, 11))
    assert found.words == "第三、第四阶段 5月8日—5月11日重叠4天"


def test_overlaps_in_months() -> None:
    found = overlaps(stages(MONTHS, [], TODAY), 2010)
    assert [each.words for each in found] == [
        "第一、第二、第三阶段 5月重叠",
        "第二、第三阶段 6月重叠",
    ]


def test_neighbours_that_only_touch_do_not_overlap() -> None:
    assert overlaps(stages(PHASES[:3], [], TODAY)) == []


def test_overlapping_phases_have_lanes_of_their_own() -> None:
    assert [stage.lane for stage in stages(PHASES, [], TODAY)] == [0, 0, 0, 1]
    assert [stage.lane for stage in stages(MONTHS, [], TODAY)] == [0, 1, 2]


def test_a_phase_of_one_day() -> None:
    [stage] = stages([phase(1, "总结", TODAY, TODAY)], [], TODAY)
    assert (stage.elapsed, stage.tone) == (1.0, Tone.CURRENT)


def test_a_phase_without_dates_is_left_out_but_keeps_its_number() -> None:
    found = stages([Phase(1, name="待定"), PHASES[1]], [], TODAY)
    assert [stage.title for stage in found] == ["第二阶段"]


@pytest.mark.parametrize(
    ("number", "words"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (25, "二十五")]
)
def test_numeral(number: int, words: str) -> None:
    assert numeral(number) == words
