"""How a text reads, by the words of a dictionary: 长 is c in 长期 and z in 院长.

The dictionary takes 30 ms to load: it is loaded where text is written, and never at start.
``model.dictionary`` writes its files.
"""

from functools import cache

from model.initials import ALSO, FOLDER, letters

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


def read(text: str) -> str:
    """The initials of ``text`` in lower case, as long as that; what is not Chinese stays.

    From left to right the longest word of the dictionary is taken as one.
    """
    plain = text.lower()
    usual = plain.translate(_characters())
    words, longest = _words(), _longest()
    place = 0
    while place < len(plain):
        end = place + longest.get(plain[place : place + 2], 1)
        # A longer word that begins alike may not be what stands here.
        while end > place + 1 and plain[place:end] not in words:
            end -= 1
        if end > place + 1 and (reading := words[plain[place:end]]):
            usual = usual[:place] + reading + usual[end:]
        place = end
    return usual


def read_name(name: str) -> str:
    """The same of a person's name: 单 is s; where a surname reads in two ways, parted by ALSO."""
    usual = read(name)
    heads = (head for head in (name[:2], name[:1]) if head in _SURNAMES)
    head = next(heads, "")
    return ALSO.join(way + usual[len(head) :] for way in _SURNAMES.get(head, ("",)))


@cache
def _words() -> dict[str, str]:
    """Every word, with its reading where that is not the one of its characters."""
    lines = (FOLDER / "dictionary.txt").read_text("utf-8").splitlines()
    return {word: reading for word, _blank, reading in (line.partition(" ") for line in lines)}


@cache
def _longest() -> dict[str, int]:
    """How long the longest word is that begins with two characters."""
    found: dict[str, int] = {}
    for word in _words():
        if len(word) > found.get(word[:2], 1):
            found[word[:2]] = len(word)
    return found


@cache
def _characters() -> dict[int, str]:
    """The initial of every character by itself, the rare ones of names too."""
    lines = (FOLDER / "rare.txt").read_text("utf-8").splitlines()
    rare = {ord(each): line[0] for line in lines for each in line[1:]}
    return {**letters(), **rare}
