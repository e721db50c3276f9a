"""Holds that `.venv` is trusted exactly while it is whole and where it was made."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gui.launch import needs, preparation
from gui.launch.environment import Environment
from gui.launch.refusal import NotReady

ALL = frozenset({needs.RUN, needs.TEST, needs.OFFSCREEN, needs.FONT})


@pytest.fixture
def place(tmp_path: Path) -> Environment:
    """A project with a small but whole `.venv` that stands on the Python of the tests."""
    place = Environment(str(tmp_path / "project"))
    base = Path(sys.executable).resolve()
    python = Path(place.python)
    python.parent.mkdir(parents=True)
    python.symlink_to(base)
    Path(place.folder, "pyvenv.cfg").write_text(
        f"home = {base.parent}\ninclude-system-site-packages = false\n", encoding="utf-8"
    )
    packages = Path(place.folder, "lib", "python{}.{}".format(*sys.version_info), "site-packages")
    packages.mkdir(parents=True)
    (packages / "pip.py").touch()
    Path(place.setup).write_text("[options]\n", encoding="utf-8")
    return place


def record(place: Environment) -> None:
    place.record(ALL & needs.PACKAGES, ALL - needs.PACKAGES)


def test_what_is_recorded_is_verified(place: Environment) -> None:
    assert place.verified() == frozenset()
    record(place)
    assert place.verified() == ALL


def test_other_requirements_are_installed_again(place: Environment) -> None:
    record(place)
    Path(place.setup).write_text("[options]\ninstall_requires = more\n", encoding="utf-8")
    assert place.verified() == ALL - needs.PACKAGES


def test_a_copied_project_looks_at_its_packages_again(place: Environment, tmp_path: Path) -> None:
    record(place)
    shutil.copytree(place.root, tmp_path / "copy", symlinks=True)
    assert Environment(str(tmp_path / "copy")).verified() == ALL - needs.PACKAGES


def test_a_python_that_has_gone_makes_a_new_environment(place: Environment) -> None:
    record(place)
    Path(place.python).unlink()
    Path(place.python).symlink_to("/nowhere/python3.11")
    assert place.verified() == ALL - needs.PACKAGES
    assert preparation.must_be_made(place)


def test_a_whole_environment_is_kept(place: Environment) -> None:
    assert not preparation.must_be_made(place)


def test_an_environment_without_pip_is_made_anew(place: Environment) -> None:
    shutil.rmtree(Path(place.folder, "lib"))
    assert preparation.must_be_made(place)


def test_an_interrupted_environment_is_made_anew(place: Environment) -> None:
    Path(place.unfinished).touch()
    assert preparation.must_be_made(place)


def test_this_process_is_inside_no_other_environment(place: Environment) -> None:
    assert not place.is_entered()


def test_an_environment_that_cannot_be_entered_ends_in_a_sentence(
    place: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAIZHANG_ENTERED", place.folder)
    with pytest.raises(NotReady, match="请删除文件夹"):
        place.enter()


def test_the_ready_path_imports_nothing_slow() -> None:
    code = "import sys; from gui import launch; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    slow = {"subprocess", "pathlib", "dataclasses", "typing", "re", "collections", "ctypes"}
    assert "gui.launch" in run.stdout.split()
    assert slow.isdisjoint(run.stdout.split())
