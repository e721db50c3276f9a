from itertools import product

import pytest

from model.excel.pages import Room, fixed_breaks, forced_break, pages_of

ROOM = Room(page=640, title=60, heading=24)
TAIL = 40.0
PROGRAMS, PRINTERS = (5.5 / 6, 1.0, 7 / 6), (0.985, 1.0, 1.015)


def alone(heights: list[float], forced: int | None, room: Room) -> bool:
    """Whether the signatures stand alone on the last page, reckoned row by row."""
    left, rows_here = room.page - room.title - room.heading, 0
    for index, height in enumerate([*heights, TAIL]):
        if index == forced or height > left:
            left, rows_here = room.page - room.heading, 0
        left -= height
        rows_here += 1
    return rows_here == 1


def test_pages_fill_one_after_the_other() -> None:
    assert pages_of([100.0] * 12, ROOM) == (range(5), range(5, 11), range(11, 12))


def test_a_forced_page_begins_at_its_row() -> None:
    assert pages_of([100.0] * 7, ROOM, [3]) == (range(3), range(3, 7))


def test_no_rows_are_one_page() -> None:
    assert pages_of([], ROOM) == (range(0),)


@pytest.mark.parametrize("count", range(2, 120))
def test_the_signatures_stand_alone_in_no_program_and_on_no_printer(count: int) -> None:
    heights = [24.0 + 16 * (n * 7 % 5) for n in range(count)]
    forced = forced_break(heights, TAIL, ROOM)
    for program, printer in product(PROGRAMS, PRINTERS):
        assert not alone(heights, forced, ROOM.times(program * printer))


def test_a_page_is_forced_only_where_it_has_to_be() -> None:
    forced = [forced_break([60.0] * count, TAIL, ROOM) for count in range(1, 60)]
    assert 0 < sum(row is not None for row in forced) < 40


def test_two_rows_go_along_to_the_last_page() -> None:
    assert forced_break([100.0] * 5, 60, Room(page=640, title=60, heading=24)) == 3


def test_where_two_are_too_high_one_goes_along() -> None:
    assert forced_break([300.0] * 3, TAIL, ROOM) == 2


def test_a_single_row_stays_where_it_is() -> None:
    assert forced_break([550.0], TAIL, ROOM) is None


@pytest.mark.parametrize("height", [38.0, 60.0, 140.0])
@pytest.mark.parametrize("count", [1, 2, 7, 8, 9, 10, 23, 40])
def test_fixed_pages_fit_into_every_program(height: float, count: int) -> None:
    heights = [height] * count
    breaks = fixed_breaks(heights, TAIL, ROOM)
    for program, printer in product(PROGRAMS, PRINTERS):
        room = ROOM.times(program * printer)
        pages = pages_of(heights, room, breaks)
        assert tuple(page.start for page in pages[1:]) == breaks
        last = breaks[-1] if breaks else 0
        assert count == 1 or sum(heights[last:]) + TAIL <= room.above(last)
