"""Typed letters stand for Chinese words."""

from model.initials import initials


def test_usual_characters_give_their_initial() -> None:
    assert initials("座谈会") == "zth"
    assert initials("专题讨论会") == "zttlh"


def test_characters_of_personal_names_give_theirs() -> None:
    assert initials("王婷昊") == "wth"


def test_everything_else_stays_in_place() -> None:
    assert initials("B超停用5天。") == "bcty5t。"
