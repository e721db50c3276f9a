"""A field of a record, declared once: table heading, form row and Excel column follow from it.

To add one, declare it in its record (``model/records/``): forms, history, bin, --json and the
comparison of files have it then. Ledgers that are there learn it by a migration in
``model/store/schema.py`` (``grow``, for a text ``fill`` too; ``VERSION`` goes up by one), and a
ledger of the version before is kept in ``tests/model/store/released/``. Where a table shall show
it, name it among that table's columns; where a report shall, among the values of its source in
``model/reports/``; where many records are filled in together, in ``model/filling.py``.
"""

import dataclasses
from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from model.frozen import Frozen
from model.kinds import MOST_TEXT, PLAIN, Context, Kind
from model.refused import Refused


class Field(Frozen):
    """One declared field.

    ``width`` is the usual width in characters (0: takes what is left). ``private`` fields never
    leave the office unless a report names them. ``locked`` fields are not typed: a number, a state
    and what a move writes. ``hint`` is the grey word in an empty form field.
    """

    name: str
    label: str
    kind: Kind
    required: bool = False
    private: bool = False
    locked: bool = False
    width: int = 8
    hint: str = ""

    def parse(self, text: str, context: Context = PLAIN) -> Any:
        """The value that ``text`` names. Raises Refused, also for a required field left blank."""
        value = self.kind.parse(text, context)
        if self.required and value == self.kind.empty:
            raise Refused(f"{self.label}不能为空，请填写。")
        longest = self.kind.longest
        if isinstance(value, str) and len(value) > longest:
            what = "表格一格" if longest == MOST_TEXT else "一行"
            raise Refused(
                f"{self.label}有{len(value)}字，超过{what}的上限{longest}字，请分开填写。"
            )
        return value

    def show(self, value: Any, context: Context = PLAIN) -> str:
        return self.kind.show(value, context)


def column(
    label: str,
    kind: Kind,
    *,
    required: bool = False,
    private: bool = False,
    locked: bool = False,
    width: int = 8,
    hint: str = "",
    default: Any = None,
) -> Any:
    """Declare a field in the body of a record class; it is empty unless ``default`` is given."""
    declared = Field("", label, kind, required, private, locked, width, hint)
    start = kind.empty if default is None else default
    return dataclasses.field(default=start, metadata={"field": declared})


class Record(Frozen):
    """A record as it stands at one moment; to alter it is to make another (see changes)."""

    id: int
    table: ClassVar[str]
    noun: ClassVar[str]
    shown_by: ClassVar[str]
    ordered_by: ClassVar[str]
    fields: ClassVar[tuple[Field, ...]]

    @property
    def title(self) -> str:
        """The words by which the office knows this record."""
        return str(getattr(self, self.shown_by))

    @property
    def key(self) -> tuple[str, int]:
        """What it is found by among records of all kinds."""
        return self.table, self.id

    @classmethod
    def field(cls, name: str) -> Field:
        """The declaration of one field."""
        return next(field for field in cls.fields if field.name == name)


R = TypeVar("R", bound=Record)


def record(noun: str, *, shown_by: str, ordered_by: str = "id") -> Callable[[type[R]], type[R]]:
    """Make a frozen dataclass a kind of record, that knows its declared fields.

    ``noun`` is the office's word for it, ``shown_by`` the field that names one,
    ``ordered_by`` the field that lists are ordered by before the user sorts.
    """

    def declare(cls: type[R]) -> type[R]:
        cls.table = cls.__name__.lower()
        cls.noun, cls.shown_by, cls.ordered_by = noun, shown_by, ordered_by
        cls.fields = tuple(
            dataclasses.replace(declared.metadata["field"], name=declared.name)
            for declared in dataclasses.fields(cls)
            if "field" in declared.metadata
        )
        return cls

    return declare
