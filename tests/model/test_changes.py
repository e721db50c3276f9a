"""A change says what it alters, and can be taken back."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from model.changes import Change, Operation, Way
from model.records import Measure, Person, Phase

PHASE = Phase(1, campaign=1, name="整改", start=date(2011, 4, 11), end=date(2011, 5, 11))
LATER = replace(PHASE, end=date(2011, 5, 15))


def test_an_edit_names_what_changed() -> None:
    change = Change(PHASE, LATER)
    assert [field.name for field in change.altered()] == ["end"]


def test_the_inverse_of_the_inverse_is_the_change() -> None:
    change = Change(PHASE, LATER)
    assert change.inverse() == Change(LATER, PHASE)
    assert change.inverse().inverse() == change


def test_a_change_never_turns_one_record_into_another() -> None:
    with pytest.raises(ValueError, match="another"):
        Change(PHASE, replace(PHASE, id=2))
    with pytest.raises(ValueError, match="another"):
        Change(Measure(1), Person(1))
    with pytest.raises(ValueError, match="before or after"):
        Change(None, None)


def test_operations_are_joined_in_their_order_under_the_last_name() -> None:
    there, back = Change(PHASE, LATER), Change(LATER, PHASE)
    first = Operation(1, datetime(2011, 4, 1), "张明", "推后", Way.DO, None, (there,))
    second = Operation(2, datetime(2011, 4, 2), "李芳", "提前", Way.DO, None, (back,))
    joined = Operation.joined([first, second])
    assert (joined.id, joined.label, joined.changes) == (2, "提前", (there, back))
