"""How the names and lines of the phases share the band."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from gui.timeline.band import Place, in_sight, places
from gui.timeline.scale import Scale, Zoom, covering
from model.judgements.phases import Stage, overlaps, stages
from model.records import Phase

TODAY = date(2011, 4, 20)
NAME_WIDTH = 60.0


def phase(id: int, start: tuple[int, int], end: tuple[int, int]) -> Phase:
    return Phase(id, seq=id, name="整改", start=date(2011, *start), end=date(2011, *end))


def laid_out(
    *phases: Phase, measure: Callable[[Stage], float] = lambda stage: NAME_WIDTH
) -> tuple[list[Place], Scale]:
    found = stages(phases, (), TODAY)
    scale = covering(date(2011, 2, 18), date(2011, 6, 30), Zoom.WEEK)
    return places(found, overlaps(found), scale, measure), scale


def test_a_phase_lies_from_its_first_to_the_end_of_its_last_day() -> None:
    (place,), scale = laid_out(phase(1, (3, 11), (4, 10)))
    assert place.left == scale.left(date(2011, 3, 11))
    assert place.right == scale.left(date(2011, 4, 11))


def test_a_name_stands_clear_of_the_overlap() -> None:
    (_, later), scale = laid_out(phase(1, (4, 11), (5, 11)), phase(2, (5, 8), (5, 18)))
    assert later.name_left >= scale.right(date(2011, 5, 11))
    assert later.room >= NAME_WIDTH


def test_overlapping_phases_have_a_lane_each() -> None:
    made, _ = laid_out(phase(1, (4, 11), (5, 11)), phase(2, (5, 8), (5, 18)))
    assert [place.stage.lane for place in made] == [0, 1]


def test_phases_of_the_same_months_do_not_write_over_each_other() -> None:
    first, second = laid_out(phase(1, (5, 1), (6, 30)), phase(2, (5, 1), (6, 30)))[0]
    assert second.name_left >= first.name_left + first.room


def test_a_name_stops_where_the_next_phase_begins() -> None:
    (first, second), _ = laid_out(
        phase(1, (3, 1), (3, 5)), phase(2, (3, 6), (3, 30)), measure=lambda stage: 200.0
    )
    assert first.name_left + first.room <= second.left


def test_a_name_stays_in_sight_as_long_as_its_phase_does() -> None:
    made, scale = laid_out(phase(1, (3, 11), (4, 10)), phase(2, (4, 11), (5, 11)))
    edge = scale.left(date(2011, 3, 25))
    first, second = in_sight(made, edge)
    assert (first.name_left, first.room) == (edge + 8, made[0].room)
    assert second == made[1]


def test_a_name_goes_when_its_phase_is_all_but_out_of_sight() -> None:
    made, scale = laid_out(phase(1, (3, 11), (4, 10)), phase(2, (4, 11), (5, 11)))
    assert in_sight(made, scale.left(date(2011, 4, 9)))[0].room == 0


def test_a_name_without_room_is_left_out() -> None:
    (first, second), _ = laid_out(phase(1, (3, 1), (3, 2)), phase(2, (3, 3), (3, 30)))
    assert first.room == 0
    assert second.room >= NAME_WIDTH
