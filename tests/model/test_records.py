"""The declarations themselves: whole, labelled, and refusing what is required."""

from datetime import date

import pytest

from model.fields import Record
from model.kinds import PLAIN, Ref
from model.records import BY_TABLE, KINDS, Campaign, Issue
from model.refused import Refused


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_declares_all_it_needs(kind: type[Record]) -> None:
    names = [field.name for field in kind.fields]
    assert kind.shown_by in names
    assert kind.ordered_by in [*names, "id"]
    assert all(field.label for field in kind.fields)
    assert all(field.kind.table in BY_TABLE for field in kind.fields if isinstance(field.kind, Ref))


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_record_is_empty_but_for_its_defaults(kind: type[Record]) -> None:
    record = kind(1)
    for field in kind.fields:
        assert field.show(getattr(record, field.name), PLAIN) is not None


def test_a_required_field_left_blank_is_refused() -> None:
    with pytest.raises(Refused, match="问题表现不能为空"):
        Issue.field("content").parse("  ")


@pytest.mark.parametrize(
    ("name", "most"), [("effective_target", 999), ("warning_days", 250), ("publicity_days", 250)]
)
def test_what_is_counted_or_painted_one_by_one_has_a_bound(name: str, most: int) -> None:
    assert Campaign.field(name).parse(str(most)) == most
    with pytest.raises(Refused, match=f"太大了，最多写{most}"):
        Campaign.field(name).parse(str(most + 1))


def test_a_campaign_is_of_the_year_it_begins_in() -> None:
    assert Campaign(1, start=date(2011, 12, 28), end=date(2012, 2, 1)).year == 2011
    assert Campaign(1).year is None


def test_what_is_nobodys_business_is_private() -> None:
    private = {field.name for field in Issue.fields if field.private}
    assert private == {"subject", "proposer"}
