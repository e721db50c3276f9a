"""A change says what it alters, and can be taken back."""

from dataclasses import replace
from datetime import date

import pytest

from model.changes import Change
from model.kinds import Context
from model.records import Measure, Person, Phase

PHASE = Phase(1, campaign=1, name="整改", start=date(2011, 4, 11), end=date(2011, 5, 11))
LATER = replace(PHASE, end=date(2011, 5, 15))


def test_an_edit_names_what_changed_from_what_to_what() -> None:
    change = Change(PHASE, LATER)
    assert [field.name for field in change.altered()] == ["end"]
    assert change.describe(Context(2011)) == "修改阶段整改：结束“5月11日”→“5月15日”"


def test_the_inverse_of_the_inverse_is_the_change() -> None:
    change = Change(PHASE, LATER)
    assert change.inverse() == Change(LATER, PHASE)
    assert change.inverse().inverse() == change


def test_creation_and_deletion_are_said() -> None:
    assert Change(None, PHASE).describe() == "新增阶段整改"
    assert Change(PHASE, None).describe() == "删除阶段整改"


def test_a_change_never_turns_one_record_into_another() -> None:
    with pytest.raises(ValueError, match="another"):
        Change(PHASE, replace(PHASE, id=2))
    with pytest.raises(ValueError, match="another"):
        Change(Measure(1), Person(1))
    with pytest.raises(ValueError, match="before or after"):
        Change(None, None)
