"""How a text reads, by the dictionaries of pypinyin: 长 is c in 长期 and z in 院长.

They take 0.1 s and 57 MB to load: this module is loaded where text is written, and never at start.
``python3 -m model.pinyin`` writes anew what ``model.initials`` looks up.
"""

from enum import StrEnum
from functools import lru_cache
from typing import Any

from pypinyin import Style, lazy_pinyin

from model import words
from model.initials import ALSO, FIRST, FOLDER, LAST, UNREAD, initials

# Characters that read otherwise as a surname; a name with two usual readings is found by both.
_SURNAMES = {
    "万俟": ("mq",), "尉迟": ("yc",), "单于": ("cy",), "澹台": ("tt",), "长孙": ("zs",),
    "单": ("s",), "曾": ("z",), "查": ("z",), "仇": ("q",), "解": ("x",), "区": ("o",),
    "种": ("c",), "朴": ("p",), "洗": ("x",), "冼": ("x",), "缪": ("m",), "召": ("s", "z"),
    "祭": ("z",), "句": ("g",), "繁": ("p",), "秘": ("b",), "折": ("s",), "藏": ("z",),
    "盖": ("g",), "车": ("c",), "贾": ("j",), "覃": ("q", "t"), "乐": ("y", "l"),
    "翟": ("z", "d"), "隗": ("w", "k"), "郗": ("x", "c"), "谌": ("c", "s"), "莘": ("s", "x"),
    "郇": ("x", "h"), "尉": ("w", "y"), "褚": ("c",), "沈": ("s",), "盛": ("s",),
}  # fmt: skip


@lru_cache(maxsize=512)
def read(text: str) -> str:
    """The initials of ``text`` in lower case, as long as that; what is not Chinese stays."""
    plain = text.lower()
    found = lazy_pinyin(plain, style=Style.FIRST_LETTER, errors=_apart)
    spelt = "".join(
        letter if letter.isascii() else kept for letter, kept in zip(found, plain, strict=False)
    )
    return spelt if len(found) == len(spelt) == len(plain) else initials(text)


def _apart(text: str) -> Any:
    """What is not Chinese, character by character."""
    return list(text)


def read_name(name: str) -> str:
    """The same of a person's name: 单 is s; where a surname reads in two ways, parted by ALSO."""
    usual = read(name)
    heads = (head for head in (name[:2], name[:1]) if head in _SURNAMES)
    head = next(heads, "")
    return ALSO.join(way + usual[len(head) :] for way in _SURNAMES.get(head, ("",)))


def write_usual() -> None:
    """Write the letter of each usual character, and the fixed words that read otherwise."""
    known = (read(chr(code)) for code in range(ord(FIRST), ord(LAST) + 1))
    letters = "".join(letter if letter.isascii() else UNREAD for letter in known)
    lines = (letters[at : at + 96] for at in range(0, len(letters), 96))
    (FOLDER / "letters.txt").write_text("\n".join(lines) + "\n", "ascii")
    otherwise = (word for word in fixed_words() if initials(word, {}) != read(word))
    text = "".join(f"{word} {read(word)}\n" for word in otherwise)
    (FOLDER / "words.txt").write_text(text, "utf-8")


def fixed_words() -> list[str]:
    """Every word of the office that stands in the program."""
    listed = [*words.SOURCES, *words.CHANNELS, *words.ROLES]
    for kind in vars(words).values():
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            listed += map(str, kind)
    return list(dict.fromkeys(listed))


if __name__ == "__main__":
    write_usual()
