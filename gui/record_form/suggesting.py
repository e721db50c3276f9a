"""What a form offers from the ledger: texts used before, and persons made from a typed name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from gui.office import Office
from model.changes import Change
from model.fields import Field
from model.kinds import Suggested
from model.records import KINDS, Person


def suggestions(office: Office) -> Callable[[Field], Sequence[str]]:
    """Gives the texts that fields of the same name hold anywhere in the ledger, usual ones first.

    科室 of a person, of an issue and of a round are the same departments.
    """

    def usual(field: Field) -> Sequence[str]:
        name = field.name.rpartition(".")[2]
        used: Counter[str] = Counter()
        for kind in KINDS:
            same = [each for each in kind.fields if each.name == name]
            if same and isinstance(same[0].kind, Suggested):
                used.update(row[1] for row in office.store.rows(kind, [name]))
        del used[""]
        return [text for text, _count in used.most_common()]

    return usual


def person_adder(office: Office) -> Callable[[Field, str], bool]:
    """Makes a person out of a name typed into a field; tells whether that was stored."""

    def add(field: Field, name: str) -> bool:
        person = Person(office.store.fresh_id(Person), name=name)
        return office.do([Change(None, person)], f"新增人员{name}") is not None

    return add
