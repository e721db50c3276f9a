"""Holds that what is installed is what setup.cfg declares, and that wheels/ is used when filled."""

from pathlib import Path

import pytest

from gui.launch import preparation, requirements
from gui.launch.environment import Environment

SETUP = """
[options]
install_requires =
    # why
    First>=6.8,<6.12
    second

[options.extras_require]
test =
    third~=1.0
"""


def test_requirements_are_read_with_and_without_an_extra(tmp_path: Path) -> None:
    setup = tmp_path / "setup.cfg"
    setup.write_text(SETUP, encoding="utf-8")
    assert requirements.declared(str(setup)) == ["First>=6.8,<6.12", "second"]
    assert requirements.declared(str(setup), "test") == ["First>=6.8,<6.12", "second", "third~=1.0"]


def test_the_project_keeps_to_the_pyside_that_works(pytestconfig: pytest.Config) -> None:
    assert "PySide6-Essentials>=6.8,<6.12" in requirements.declared(
        str(pytestconfig.rootpath / "setup.cfg")
    )


def test_without_wheels_pip_is_left_to_its_own_settings(tmp_path: Path) -> None:
    assert preparation.ways(str(tmp_path / "wheels")) == [[]]


def test_wheels_are_enough_and_the_network_is_the_second_way(tmp_path: Path) -> None:
    (tmp_path / "first-1.0-py3-none-any.whl").touch()
    wheels = str(tmp_path)
    assert preparation.ways(wheels) == [
        ["--no-index", "--find-links", wheels],
        ["--find-links", wheels],
    ]


def test_without_a_network_the_command_that_fills_wheels_is_named_whole() -> None:
    place = Environment("/office")
    text = preparation.without_network(place, ["First>=6.8,<6.12", "second"])
    command = '.venv/bin/python -m pip download --dest wheels "First>=6.8,<6.12" "second"'
    assert command in text.replace("\\", "/").replace("Scripts/python.exe", "bin/python")
    assert place.wheels in text
