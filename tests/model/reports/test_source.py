"""Every source can show every value of every line, and hides what is private."""

import pytest

from model.records import Opinion, Person
from model.reports.sources import SOURCES

PRIVATE = {
    "issues": {"proposer", "subject"},
    "members": {"phone"},
    "opinions": {"proposer"},
}


@pytest.mark.parametrize("name", SOURCES)
def test_private_are_the_fields_declared_so(name: str) -> None:
    values = SOURCES[name].values
    assert {each for each, value in values.items() if value.private} == PRIVATE.get(name, set())


def test_the_declarations_behind_are_private() -> None:
    assert Opinion.field("proposer").private
    assert Person.field("phone").private
