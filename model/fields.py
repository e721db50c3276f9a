"""A field of a record, declared once: table heading, form row and Excel column follow from it."""

import dataclasses
from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from model.frozen import Frozen
from model.kinds import PLAIN, Context, Kind
from model.refused import Refused

MOST_TEXT = 32_767  # characters that a cell of a workbook holds; longer ones could not be exported


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
        if isinstance(value, str) and len(value) > MOST_TEXT:
            raise Refused(
                f"{self.label}有{len(value)}字，超过表格一格的上限{MOST_TEXT}字，请分开填写。"
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
