"""Each built-in plan, row by row: what the office's plan says and nothing else."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from model.records import Campaign, Category, Member, Phase, Task
from model.store import Store
from model.templates import catalogue
from model.words import Precision
from tests.model.templates.told import Written, write

TABLES = Path(__file__).parent / "tables"
PLANS = (
    "health-centre-2011",
    "changluo-2010",
    "city-bureau-2012",
    "sanitation-2012",
    "education-2011",
)
SPRING = date(2026, 3, 2)

Dated = Campaign | Phase | Task


def units(day: date, precision: Precision) -> int:
    """The running number of the day, the third of a month, or the month."""
    month = day.year * 12 + day.month
    if precision is Precision.MONTH:
        return month
    third = 0 if day.day <= 10 else 1 if day.day <= 20 else 2
    return month * 3 + third if precision is Precision.TEN_DAYS else day.toordinal()


def spans(written: Written) -> dict[tuple[str, str], tuple[date | None, date | None, Precision]]:
    """First and last day of all that is dated, with its precision."""
    phases = {
        ("阶段", phase.name): (phase.start, phase.end, phase.precision)
        for phase in written.all(Phase)
    }
    tasks = {
        ("任务", task.title): (task.start, task.due, task.precision) for task in written.all(Task)
    }
    return {**phases, **tasks}  # type: ignore[dict-item]


def test_all_five_are_offered_in_their_order() -> None:
    assert [info.id for info in catalogue()] == list(PLANS)


@pytest.mark.parametrize("plan", PLANS)
def test_every_row_is_as_the_plan_says(store: Store, plan: str) -> None:
    expected = (TABLES / f"{plan}.txt").read_text("utf-8").splitlines()
    assert write(store, plan).lines() == expected


@pytest.mark.parametrize("plan", PLANS)
def test_phases_and_tasks_say_what_is_required(store: Store, plan: str) -> None:
    written = write(store, plan)
    required: list[Phase | Task] = [*written.all(Phase), *written.all(Task)]
    assert [each.title for each in required if len(each.requirement) < 10] == []
    assert len(written.all(Campaign)[0].goals.splitlines()) >= 6


@pytest.mark.parametrize("plan", PLANS)
def test_seats_are_empty_and_tasks_are_nobodys(store: Store, plan: str) -> None:
    written = write(store, plan)
    assert {member.person for member in written.all(Member)} == {None}
    assert {task.owner for task in written.all(Task)} == {None}


@pytest.mark.parametrize("plan", PLANS)
def test_the_ledger_takes_the_whole_plan_at_a_new_start(store: Store, plan: str) -> None:
    written = write(store, plan, start=SPRING)
    assert len(store.all(Task)) == 0
    changes = [*written.changes()]
    store.apply(changes, "建立活动")
    assert [store.get(type(each.record), each.record.id) for each in changes] == [
        each.record for each in changes
    ]


@pytest.mark.parametrize("start", [SPRING, date(2025, 12, 31), date(2028, 2, 29)])
@pytest.mark.parametrize("plan", PLANS)
def test_a_new_start_keeps_every_length_in_its_own_unit(
    store: Store, plan: str, start: date
) -> None:
    old, new = spans(write(store, plan)), spans(write(store, plan, start=start))
    assert old.keys() == new.keys()
    own_start = write(store, plan).all(Campaign)[0].start
    assert own_start is not None
    for key, (first, last, precision) in old.items():
        moved_first, moved_last, moved_precision = new[key]
        way = units(start, precision) - units(own_start, precision)
        assert moved_precision is precision
        for before, after in ((first, moved_first), (last, moved_last)):
            assert (before is None) == (after is None)
            if before and after:
                assert units(after, precision) - units(before, precision) == way


@pytest.mark.parametrize("plan", ["changluo-2010", "sanitation-2012"])
def test_months_stay_whole_months(store: Store, plan: str) -> None:
    for first, last, _precision in spans(write(store, plan, start=SPRING)).values():
        if first and last:
            assert (first.day, (last + timedelta(days=1)).day) == (1, 1)


def phases_from(store: Store, plan: str, start: date) -> list[tuple[str, date | None, date | None]]:
    found = write(store, plan, start=start).all(Phase)
    return [(phase.name, phase.start, phase.end) for phase in found]


def test_overlapping_months_overlap_as_before(store: Store) -> None:
    assert phases_from(store, "changluo-2010", date(2026, 1, 20)) == [
        ("学习动员", date(2026, 1, 1), date(2026, 2, 28)),
        ("查摆问题", date(2026, 2, 1), date(2026, 3, 31)),
        ("整改提高", date(2026, 2, 1), date(2026, 3, 31)),
    ]


def test_overlapping_days_overlap_as_before(store: Store) -> None:
    assert phases_from(store, "education-2011", SPRING) == [
        ("学习动员", date(2026, 3, 2), date(2026, 3, 16)),
        ("查摆问题", date(2026, 3, 17), date(2026, 4, 16)),
        ("整改处理", date(2026, 4, 17), date(2026, 5, 17)),
        ("评价总结", date(2026, 5, 14), date(2026, 5, 24)),
    ]


def test_mid_may_moves_to_late_may(store: Store) -> None:
    """From late February to early March is one third of a month on."""
    task = write(store, "education-2011", start=SPRING).named(Task)["全系统总结大会"]
    assert (task.start, task.due) == (date(2026, 5, 21), date(2026, 5, 31))
    assert task.precision is Precision.TEN_DAYS
    assert task.requirement.startswith("5月下旬召开")


def test_deadlines_in_a_text_move_with_the_deadline(store: Store) -> None:
    task = write(store, "education-2011", start=SPRING).named(Task)["报送实施方案"]
    assert task.due == date(2026, 3, 16)
    assert "于3月16日前将方案报送" in task.requirement


@pytest.mark.parametrize("plan", PLANS)
def test_no_mark_of_the_file_is_left_in_a_text(store: Store, plan: str) -> None:
    texts = [
        getattr(each, field.name)
        for kind in (Campaign, Phase, Category, Task, Member)
        for each in write(store, plan).all(kind)
        for field in kind.fields
    ]
    assert not [text for text in texts if isinstance(text, str) and set(text) & set("{}")]


def test_six_rounds_and_five_questions_guide_every_category(store: Store) -> None:
    for category in write(store, "sanitation-2012").all(Category):
        _own, rounds, questions = category.guidance.splitlines()
        assert (rounds[:4], rounds.count("；") + 1) == ("六围绕：", 6)
        assert (questions[:3], questions.count("；") + 1) == ("五问：", 5)


def test_an_inferred_year_is_shown_until_the_office_gives_its_own(store: Store) -> None:
    inferred = {info.id: info.year_note for info in catalogue() if info.year_note}
    assert list(inferred) == ["city-bureau-2012"]
    assert "建党91周年" in inferred["city-bureau-2012"]
    (moved,) = write(store, "city-bureau-2012", start=SPRING).all(Campaign)
    assert "推定" not in moved.basis
