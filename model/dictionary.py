"""``python3 -m model.dictionary`` writes anew what texts are read by, from pypinyin.

Nothing else needs that package, which takes 0.2 s and 57 MB to load.
"""

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

from model import words
from model.initials import FIRST, FOLDER, LAST, UNREAD, initials


def spelt(text: str) -> str:
    """The initials of ``text`` as pypinyin has them; what is not Chinese stays."""
    found = lazy_pinyin(text, style=Style.FIRST_LETTER, errors=_apart)
    return "".join(
        letter if letter.isascii() else kept for letter, kept in zip(found, text, strict=True)
    )


def _apart(text: str) -> Any:
    """What is not Chinese, character by character."""
    return list(text)


def write() -> None:
    """Write the letters of the characters first: the words go by them."""
    _write_letters()
    _write_rare()
    otherwise = (word for word in fixed_words() if _otherwise(word))
    _write("words.txt", (f"{word} {spelt(word)}" for word in otherwise))
    known = sorted(PHRASES_DICT)
    _write("dictionary.txt", (f"{word} {_otherwise(word)}".rstrip() for word in known))


def _write_letters() -> None:
    """The letter of each usual character."""
    known = (spelt(chr(code)) for code in range(ord(FIRST), ord(LAST) + 1))
    letters = "".join(letter if letter.isascii() else UNREAD for letter in known)
    _write("letters.txt", (letters[at : at + 96] for at in range(0, len(letters), 96)))


def _write_rare() -> None:
    """The characters outside the usual range, those of one letter behind it."""
    found: dict[str, str] = defaultdict(str)
    for character in map(chr, sorted(PINYIN_DICT)):
        letter = spelt(character)
        if not FIRST <= character <= LAST and letter.isascii():
            found[letter] += character
    _write("rare.txt", (letter + found[letter] for letter in sorted(found)))


def _otherwise(word: str) -> str:
    """How a word reads, where that is not as its characters do by themselves; else blank."""
    reading = spelt(word)
    return "" if reading == initials(word, {}) else reading


def _write(name: str, lines: Iterable[str]) -> None:
    (FOLDER / name).write_text("".join(f"{line}\n" for line in lines), "utf-8")


def fixed_words() -> list[str]:
    """Every word of the office that stands in the program."""
    listed = [*words.SOURCES, *words.CHANNELS, *words.ROLES]
    for kind in vars(words).values():
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            listed += map(str, kind)
    return list(dict.fromkeys(listed))


if __name__ == "__main__":
    write()
