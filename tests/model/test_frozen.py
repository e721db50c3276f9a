from __future__ import annotations

from dataclasses import FrozenInstanceError, field, fields, replace
from typing import ClassVar

import pytest

from model.frozen import Frozen


class Point(Frozen):
    kind: ClassVar[str] = "point"

    x: int
    y: int = 2
    names: list[str] = field(default_factory=list)


class Place(Point):
    """A point by another name."""


class Checked(Frozen):
    x: int

    def __post_init__(self) -> None:
        if self.x < 0:
            raise ValueError("negative")


def test_is_made_by_place_and_by_name_with_defaults() -> None:
    assert (Point(1).x, Point(1).y, Point(1, y=3).y, Point(y=4, x=1).y) == (1, 2, 3, 4)


def test_each_has_a_default_of_its_own_where_it_is_made() -> None:
    assert Point(1).names is not Point(1).names


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), ((1, 2, [], 4), {}), ((1,), {"z": 1}), ((), {"z": 1}), ((1,), {"x": 1})],
    ids=["missing", "too many", "unknown", "missing and unknown", "twice"],
)
def test_is_not_made_of_anything_else(values: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="x, y, names"):
        Point(*values, **named)  # type: ignore[arg-type]


def test_is_altered_only_by_replace() -> None:
    point = Point(1)
    with pytest.raises(FrozenInstanceError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del point.y
    assert replace(point, x=5) == Point(5)


def test_is_equal_to_its_own_kind_with_the_same_fields() -> None:
    assert Point(1) == Point(1) != Point(2)
    assert Point(1) != Place(1)


def test_hashes_as_it_compares() -> None:
    assert len({Checked(1), Checked(1), Checked(2)}) == 2


def test_shows_its_fields() -> None:
    assert repr(Place(1)) == "Place(x=1, y=2, names=[])"


def test_names_its_fields_as_a_dataclass_does() -> None:
    assert [each.name for each in fields(Place)] == ["x", "y", "names"]


def test_checks_itself_when_made_and_when_replaced() -> None:
    with pytest.raises(ValueError, match="negative"):
        replace(Checked(1), x=-1)
