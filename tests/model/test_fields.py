"""A declared field reads what is typed into it, and says what it cannot take."""

import pytest

from model.kinds import MOST_TEXT
from model.records import Campaign, Issue
from model.refused import Refused

CONTENT = Issue.field("content")


def test_a_required_field_is_not_left_blank() -> None:
    with pytest.raises(Refused, match="不能为空"):
        CONTENT.parse("  ")


def test_no_text_is_longer_than_a_cell_of_a_workbook() -> None:
    assert len(CONTENT.parse("字" * MOST_TEXT)) == MOST_TEXT
    with pytest.raises(Refused, match="32768字"):
        CONTENT.parse("字" * (MOST_TEXT + 1))


def test_a_line_leaves_room_for_the_words_around_it() -> None:
    institution = Campaign.field("institution")
    assert len(institution.parse("院" * 1000)) == 1000
    with pytest.raises(Refused, match="填报单位有1001字，超过一行的上限1000字"):
        institution.parse("院" * 1001)
