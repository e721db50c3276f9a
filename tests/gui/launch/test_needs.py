"""Holds that only a window asks for a display, and only painting for the libraries of Qt."""

import pytest

from gui.launch import needs

WINDOW = {needs.RUN, needs.OFFSCREEN, needs.FONT, needs.DISPLAY}
PAINTING = WINDOW - {needs.DISPLAY}


@pytest.mark.parametrize(
    "arguments",
    [[], ["ledger.db"], ["--demo"], ["--today", "2011-03-28"], ["--demo", "--today=2011-03-28"]],
)
def test_a_window_needs_a_display(arguments: list[str]) -> None:
    assert needs.of_program(arguments, {}, "linux") == WINDOW


@pytest.mark.parametrize("arguments", [["--snapshot", "out"], ["--demo", "--snapshot=out"]])
def test_a_snapshot_needs_no_display(arguments: list[str]) -> None:
    assert needs.of_program(arguments, {}, "linux") == PAINTING


@pytest.mark.parametrize(
    "option",
    [
        "--new",
        "--plan",
        "--export",
        "--export=out",
        "--fill",
        "--import",
        "--check",
        "--json",
        "-h",
    ],
)
def test_work_without_pictures_needs_packages_only(option: str) -> None:
    assert needs.of_program(["ledger.db", option], {}, "linux") == {needs.RUN}


def test_a_snapshot_beside_other_work_still_paints() -> None:
    assert needs.of_program(["--json", "--snapshot", "out"], {}, "linux") == PAINTING


def test_a_platform_without_server_needs_no_display() -> None:
    assert needs.of_program([], {"QT_QPA_PLATFORM": "offscreen"}, "linux") == PAINTING
    assert needs.of_program([], {"QT_QPA_PLATFORM": "xcb"}, "linux") == WINDOW


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_only_linux_is_asked_for_more_than_packages(platform: str) -> None:
    assert needs.of_program([], {}, platform) == {needs.RUN}
    assert needs.of_tests(platform) == needs.PACKAGES


def test_tests_need_no_display() -> None:
    assert needs.of_tests("linux") == {needs.RUN, needs.TEST, needs.OFFSCREEN, needs.FONT}
