"""The kinds of value a field can hold: how each is read from text and shown as text."""

import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from model.dates import parse_date, show_date
from model.frozen import Frozen
from model.namesakes import bearers
from model.refused import Refused

MOST_TEXT = 32_767  # characters that a cell of a workbook holds; longer ones could not be exported

# What neither a spreadsheet file nor a database text can carry: controls (but tab and line feed),
# lone surrogates and the two non-characters.
_UNSTORABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Context(Frozen):
    """What a value is read and shown against.

    ``year`` is the campaign's: dates of that year are written without it.
    ``names`` holds, for each table that fields refer to, the shown name of every id.
    ``readings`` gives the texts that typed letters find by other initials than the usual.
    """

    year: int | None = None
    names: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    readings: Callable[[], Mapping[str, str]] = dict


PLAIN = Context()


def clean(text: str) -> str:
    """``text`` as it may be stored: NFC, line ends as \\n, nothing a spreadsheet cannot hold."""
    unified = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _UNSTORABLE.sub("", unified).strip()


class Kind(Frozen):
    """How one kind of value is stored, read and shown; ``empty`` stands for “not filled in”.

    ``longest``: the characters of a text that it takes.
    """

    stored_as: ClassVar[str] = "TEXT"
    longest: ClassVar[int] = MOST_TEXT
    empty: ClassVar[Any] = None
    short: ClassVar[bool] = True

    def parse(self, text: str, context: Context = PLAIN) -> Any:
        """The value that ``text`` names, or Refused with what would be accepted."""
        raise NotImplementedError

    def show(self, value: Any, context: Context = PLAIN) -> str:
        """The value in the user's words; blank for an empty one."""
        return "" if value is None else str(value)


class Text(Kind):
    """One line of text; a report puts it into a cell with other words."""

    empty: ClassVar[Any] = ""
    longest: ClassVar[int] = 1_000

    def parse(self, text: str, context: Context = PLAIN) -> str:
        return " ".join(clean(text).split("\n"))


class Serial(Text):
    """A number that the program gives. The shorter one stands first: 2011-999 before 2011-1000."""


class LongText(Kind):
    """Text of several lines."""

    empty: ClassVar[Any] = ""
    short: ClassVar[bool] = False

    def parse(self, text: str, context: Context = PLAIN) -> str:
        return clean(text)


class Suggested(Text):
    """Text for which usual values are offered; any other may be typed."""

    values: tuple[str, ...] = ()


class Whole(Kind):
    """A whole number, not negative and not above ``most``."""

    stored_as: ClassVar[str] = "INTEGER"
    most: int = 999_999_999

    def parse(self, text: str, context: Context = PLAIN) -> int | None:
        plain = unicodedata.normalize("NFKC", text).strip()
        if not plain:
            return None
        if not re.fullmatch(r"[0-9]+", plain):
            raise Refused(f"“{text.strip()}”不是整数。请写 0 以上的整数，如 5。")
        digits = plain.lstrip("0") or "0"
        if len(digits) > len(str(self.most)) or int(digits) > self.most:
            raise Refused(f"“{text.strip()}”太大了，最多写{self.most}。")
        return int(digits)


class Amount(Kind):
    """A quantity, not negative, perhaps with a fraction (20 小时, 0.5 天)."""

    stored_as: ClassVar[str] = "REAL"

    def parse(self, text: str, context: Context = PLAIN) -> float | None:
        plain = unicodedata.normalize("NFKC", text).strip()
        if not plain:
            return None
        if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,6})?", plain):
            raise Refused(f"“{text.strip()}”不是数。请写数字，如 20 或 0.5，单位写在单位一栏。")
        return float(plain)

    def show(self, value: float | None, context: Context = PLAIN) -> str:
        if value is None:
            return ""
        return str(int(value)) if math.floor(value) == value else str(value)


class Day(Kind):
    """A calendar day; ``happened``: on which something was, so that a day to come is remarked."""

    happened: bool = False

    def parse(self, text: str, context: Context = PLAIN) -> date | None:
        return parse_date(text, context.year)

    def show(self, value: date | None, context: Context = PLAIN) -> str:
        return show_date(value, context.year)


class Flag(Kind):
    """Yes or no."""

    stored_as: ClassVar[str] = "INTEGER"
    empty: ClassVar[Any] = False
    yes: ClassVar[frozenset[str]] = frozenset({"是", "√", "✓", "1", "有", "对", "y", "yes", "true"})
    no: ClassVar[frozenset[str]] = frozenset({"", "否", "×", "x", "0", "无", "n", "no", "false"})

    def parse(self, text: str, context: Context = PLAIN) -> bool:
        plain = unicodedata.normalize("NFKC", text).strip().lower()
        if plain in self.yes:
            return True
        if plain in self.no:
            return False
        raise Refused(f"“{text.strip()}”看不出是或否。请写“是”或“否”。")

    def show(self, value: bool, context: Context = PLAIN) -> str:
        return "是" if value else "否"


class Choice(Kind):
    """One of the fixed values of an enum, or none."""

    values: type[StrEnum]

    def parse(self, text: str, context: Context = PLAIN) -> StrEnum | None:
        plain = clean(text)
        if not plain:
            return None
        try:
            return self.values(plain)
        except ValueError:
            choices = "、".join(self.values)
            raise Refused(f"没有“{plain}”这一项。可选：{choices}。") from None


class Packed(Kind):
    """What a part of the program keeps for itself as text; people type and read something else."""

    empty: ClassVar[Any] = ""
    short: ClassVar[bool] = False

    def parse(self, text: str, context: Context = PLAIN) -> str:
        return clean(text)


class Unclear(Refused):
    """A name that several bear, where one of them is meant."""


class Ref(Kind):
    """Another record, by id. ``owned``: this record is part of that one and is deleted with it."""

    stored_as: ClassVar[str] = "INTEGER"
    table: str
    owned: bool = False

    def parse(self, text: str, context: Context = PLAIN) -> int | None:
        plain = clean(text)
        if not plain:
            return None
        names = context.names.get(self.table, {})
        found = [id for id, name in names.items() if name == plain]
        if len(found) == 1:
            return found[0]
        if found:
            raise Unclear(f"有{len(found)}个“{plain}”，分不清是哪一个。请先把名称改得不同，再选。")
        if alike := bearers(plain, names.values()):
            raise Unclear(f"“{plain}”不止一个，请写明是哪一个：{'、'.join(alike)}。")
        raise Refused(f"还没有“{plain}”。请从列表中选，或先新增再选。")

    def show(self, value: int | None, context: Context = PLAIN) -> str:
        return "" if value is None else context.names.get(self.table, {}).get(value, "")
