"""Holds that the stamp vouches for exactly the environment and the machine it was written for."""

import pytest

from gui.launch import stamp

NOW = {"python": "/usr/bin/python3.11", "folder": "/home/office/.venv", "setup": "1c291ca3"}
TEXT = stamp.written(NOW, "office-pc", frozenset({"run", "test"}), frozenset({"offscreen"}))


def test_what_was_written_is_vouched_for() -> None:
    assert stamp.verified(TEXT, NOW, "office-pc") == {"run", "test", "offscreen"}


def test_no_stamp_vouches_for_nothing() -> None:
    assert stamp.verified("", NOW, "office-pc") == frozenset()


@pytest.mark.parametrize(
    "change", [{"python": "/usr/bin/python3.13"}, {"folder": "/mnt/.venv"}, {"setup": "0"}]
)
def test_another_python_folder_or_requirement_asks_for_the_packages_again(
    change: dict[str, str],
) -> None:
    assert stamp.verified(TEXT, NOW | change, "office-pc") == {"offscreen"}


def test_a_python_that_has_gone_vouches_for_no_packages() -> None:
    gone = NOW | {"python": ""}
    text = stamp.written(gone, "office-pc", frozenset({"run"}), frozenset())
    assert stamp.verified(text, gone, "office-pc") == frozenset()


def test_another_computer_is_looked_at_again() -> None:
    assert stamp.verified(TEXT, NOW, "other-pc") == {"run", "test"}


def test_half_a_stamp_vouches_for_no_packages() -> None:
    assert stamp.verified(TEXT[: TEXT.index("packages")], NOW, "office-pc") == frozenset()
