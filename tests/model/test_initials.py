"""Typed letters find Chinese words."""

import subprocess
import sys
from itertools import pairwise

import pytest
from pypinyin.constants import PHRASES_DICT

from model.dictionary import fixed_words, spelt
from model.initials import ALSO, initials
from model.pinyin import read, read_name


def test_each_character_is_its_initial() -> None:
    assert initials("座谈会") == "zth"
    assert initials("专题讨论会") == "zttlh"


def test_the_rarer_characters_of_names_are_known() -> None:
    assert initials("王婷昊") == "wth"


def test_what_is_not_chinese_stays_in_its_place() -> None:
    assert initials("B超停用5天。") == "bcty5t。"


def test_a_known_reading_goes_before_the_usual() -> None:
    assert initials("会计室", {"会计室": "kjs"}) == "kjs"
    assert initials("会计室", {}) == "hjs"


@pytest.mark.parametrize("word", fixed_words())
def test_the_words_of_the_program_read_right(word: str) -> None:
    assert initials(word) == read(word)


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("重庆", "cq"), ("银行", "yh"), ("长期", "cq"), ("会计", "kj"), ("行动", "xd"),
        ("还剩", "hs"), ("院长", "yz"), ("长期没有人管", "cqmyrg"), ("会计室还剩一台", "kjshsyt"),
    ],
)  # fmt: skip
def test_a_word_reads_as_the_dictionary_says(word: str, letters: str) -> None:
    assert read(word) == letters


def test_every_word_of_the_dictionary_reads_as_in_pypinyin() -> None:
    words = list(PHRASES_DICT)[::20]
    assert len(words) > 2_000
    assert [word for word in words if read(word) != spelt(word)] == []


def test_of_two_words_that_overlap_the_first_counts_as_in_pypinyin() -> None:
    """机会计算 is 机会 and 计算, without 会计. A full stop keeps pypinyin to whole words."""
    texts = [f"{one}{other}。" for one, other in pairwise(list(PHRASES_DICT)[::20])]
    assert [text for text in texts if read(text) != spelt(text)] == []
    assert read("机会计算") == "jhjs"


@pytest.mark.parametrize("name", ["王㛃", "𬸣〇", "鿥嗯"])
def test_the_rare_characters_of_a_name_read_as_in_pypinyin(name: str) -> None:
    assert read(name) == spelt(name)


@pytest.mark.parametrize("text", ["İ座", "𬸣𠀀鿥嗯", "Ａ张\n—①㈠〇", "ß银行", ""])
def test_a_reading_is_as_long_as_its_text(text: str) -> None:
    assert len(read(text)) == len(text.lower())


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("曾静", "zj"),
        ("单雪", "sx"),
        ("查明", "zm"),
        ("仇勇", "qy"),
        ("尉迟华", "ych"),
        ("张明", "zm"),
    ],
)
def test_a_surname_reads_as_one(name: str, letters: str) -> None:
    assert read_name(name) == letters


def test_a_surname_with_two_readings_has_both() -> None:
    assert read_name("覃丽华") == f"qlh{ALSO}tlh"


@pytest.mark.parametrize(
    ("asked", "spared"),
    [
        ("from model.initials import initials; initials('长期')", "model.pinyin"),
        ("from model.pinyin import read; read('长期')", "pypinyin"),
    ],
)
def test_searching_loads_no_dictionary_and_writing_none_of_pypinyin(
    asked: str, spared: str
) -> None:
    held = f"import sys; {asked}; assert {spared!r} not in sys.modules"
    subprocess.run([sys.executable, "-c", held], check=True)
