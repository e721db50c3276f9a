"""What is typed into the roster, written as changes of members and of persons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from gui.record_table import CellEdit
from gui.roster.columns import PERSON, POST
from model.changes import Change
from model.fields import R
from model.records import Member, Person
from model.refused import Place, Refused
from model.store import Store

MEMBER_FIELDS = ("role", "duties", "valid_from", "valid_to")
PERSON_FIELDS = ("post", "department", "phone")


class RosterEdits:
    """Writes cells as one operation; a name that nobody has yet adds the person."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, edits: Sequence[CellEdit], label: str) -> None:
        """Raises Refused; nothing is written then."""
        work = Altering(self._store)
        # A post is the post of whoever is named in the same stroke.
        for edit in sorted(edits, key=lambda edit: edit.path == POST):
            work.take(edit)
        changes = work.changes()
        if not changes:
            return
        try:
            self._store.apply(changes, label)
        except Refused as refusal:
            place = Place(Member.table, edits[0].id, edits[0].path)
            raise Refused(refusal.text, place) from refusal


class Altering:
    """Members and persons while cells are put into them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._members: dict[int, Change] = {}
        self._persons: dict[int, Change] = {}

    def take(self, edit: CellEdit) -> None:
        """Put one cell into its record. Raises Refused for the post of nobody."""
        member = self._now(self._members, Member, edit.id)
        if edit.path == POST:
            self._set_post(member, edit)
            return
        values: dict[str, Any] = {
            edit.path: self.person(edit.value) if edit.path == PERSON else edit.value
        }
        self._put(self._members, replace(member, **values))

    def fill(self, member: Member, values: Mapping[str, Any], shown: Mapping[str, Any]) -> None:
        """Put a whole form into a place, which may be new.

        Of the person only what was altered since it was ``shown`` is written: another person
        may have been chosen meanwhile. Raises Refused for facts about nobody.
        """
        own: dict[str, Any] = {name: values[name] for name in MEMBER_FIELDS}
        after = replace(member, **{**own, PERSON: self.person(values[PERSON])})
        self._members[member.id] = Change(self._store.find(Member, member.id), after)
        told = {name: values[name] for name in PERSON_FIELDS if values[name] != shown[name]}
        if not told:
            return
        if after.person is None:
            labels = "、".join(Person.field(name).label for name in told)
            raise Refused(f"还没有填姓名，{labels}不知是谁的。请先填姓名。")
        self._put(self._persons, replace(self._now(self._persons, Person, after.person), **told))

    def person(self, who: Any) -> int | None:
        """The id of a person given by id or by a new name; None for nobody."""
        if not isinstance(who, str):
            return cast("int | None", who)
        for change in self._persons.values():
            if change.before is None and change.record.title == who:
                return change.record.id
        made = Person(self._store.fresh_id(Person), name=who)
        self._persons[made.id] = Change(None, made)
        return made.id

    def changes(self) -> list[Change]:
        """What is to be stored, persons first."""
        found = [*self._persons.values(), *self._members.values()]
        return [change for change in found if change.before != change.after]

    def _set_post(self, member: Member, edit: CellEdit) -> None:
        if member.person is None:
            place = Place(Member.table, edit.id, POST)
            raise Refused("这个席位还没有人。请先填姓名，再填单位职务。", place)
        person = self._now(self._persons, Person, member.person)
        self._put(self._persons, replace(person, post=edit.value))

    def _now(self, changes: dict[int, Change], kind: type[R], id: int) -> R:
        if id not in changes:
            record = self._store.get(kind, id)
            changes[id] = Change(record, record)
        found = changes[id].record
        assert isinstance(found, kind)
        return found

    def _put(self, changes: dict[int, Change], after: Member | Person) -> None:
        changes[after.id] = Change(changes[after.id].before, after)
