"""What rules ask twice is read once, and answered alike."""

from dataclasses import replace

import pytest

from model.changes import Change
from model.lifecycle import register
from model.records import Campaign, Issue, Person, Phase
from model.refused import Refused
from model.remembering import Remembering
from model.store import Store
from tests.model.conftest import CAMPAIGN, OWNER


@pytest.fixture
def read(store: Store) -> list[str]:
    """The statements that the store reads with from now on."""
    found: list[str] = []

    def note(statement: str) -> None:
        if statement.startswith("SELECT"):
            found.append(statement)

    store._connection.set_trace_callback(note)
    return found


def test_a_second_question_reads_nothing(store: Store, read: list[str]) -> None:
    reader = Remembering(store)
    for _ in range(2):
        assert reader.get(Person, OWNER.id) == OWNER
        assert reader.find(Person, 99) is None
        assert reader.all(Campaign, title=CAMPAIGN.title) == [CAMPAIGN]
    assert len(read) == 3


def test_other_kinds_ids_and_fields_are_other_questions(store: Store) -> None:
    reader = Remembering(store)
    assert reader.find(Person, 1) != reader.find(Campaign, 1)
    assert reader.find(Person, 1) != reader.find(Person, OWNER.id)
    assert list(reader.all(Campaign, title="别的")) == []
    assert reader.all(Campaign) == [CAMPAIGN]
    assert list(reader.all(Phase)) == []


def test_what_was_just_written_is_not_read(store: Store, read: list[str]) -> None:
    first, last = replace(OWNER, post="医务科"), replace(OWNER, post="护理部")
    written = [Change(OWNER, first), Change(first, last), Change(CAMPAIGN, None)]
    reader = Remembering(store, written)
    assert reader.find(Person, OWNER.id) == last
    assert reader.find(Campaign, CAMPAIGN.id) is None
    assert read == []


def test_what_is_not_there_is_refused_as_the_ledger_does(store: Store) -> None:
    with pytest.raises(Refused, match="已不在台账里"):
        Remembering(store).get(Person, 99)


def test_of_each_edited_record_only_itself_is_read(store: Store, read: list[str]) -> None:
    """How it stands; what all have in common is read once for all of them."""

    def reading(count: int) -> int:
        changes = [
            change for _ in range(count) for change in register(store, CAMPAIGN, content="旧")
        ]
        issues = [each.record for each in store.apply(changes, "新增").changes]
        edited = [
            Change(each, replace(each, content="新")) for each in issues if isinstance(each, Issue)
        ]
        read.clear()
        store.apply(edited, "粘贴")
        return len(read)

    few, many = reading(2), reading(22)
    assert many - few == 20
