"""Holds that what the system lacks is found and named with the command that brings it."""

from io import StringIO
from pathlib import Path

import pytest

from gui.launch import needs, system

PAINTING = frozenset({needs.OFFSCREEN, needs.FONT})
WINDOW = PAINTING | {needs.DISPLAY}


def test_a_bare_system_lacks_everything_the_offscreen_platform_links() -> None:
    assert system.missing(PAINTING, has=lambda part: False) == [
        *("libglib2.0-0", "libgl1", "libegl1", "libfontconfig1", "libdbus-1-3", "libxkbcommon0"),
        "fonts-noto-cjk",
    ]


def test_a_display_asks_for_the_libraries_of_xcb_too() -> None:
    beyond = set(system.missing(WINDOW, has=lambda part: False)).difference(
        system.missing(PAINTING, has=lambda part: False)
    )
    assert beyond == {
        *("libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4"),
        *("libxcb-keysyms1", "libxcb-shape0"),
    }


def test_only_what_is_not_there_is_named() -> None:
    lacking = system.missing(WINDOW, has=lambda part: part != "libxcb-cursor.so.0")
    assert lacking == ["libxcb-cursor0"]


def test_the_means_to_make_an_environment_are_asked_for_when_it_must_be_made() -> None:
    assert system.missing(frozenset({system.VENV}), has=lambda part: False) == ["python3-venv"]
    assert system.missing(frozenset(), has=lambda part: False) == []


def test_a_library_a_module_and_a_font_are_looked_for_each_in_its_way() -> None:
    assert system.has("libc.so.6")
    assert not system.has("libnowhere.so.9")
    assert system.has("json")
    assert not system.has("nowhere_to_be_found")
    assert not system.has_font(":family=No Such Family:lang=zh-cn")


def test_the_advice_is_the_exact_command() -> None:
    update = "apt-get update"
    install = "apt-get install -y --no-install-recommends libgl1 libegl1"
    packages = ["libgl1", "libegl1"]
    assert system.advice(packages, "sudo").endswith(f"  sudo {update} && sudo {install}")
    assert system.advice(packages, "su").endswith(f"  su - -c '{update} && {install}'")
    assert system.advice(packages, "").endswith(f"  {update} && {install}")


def test_who_says_yes_runs_the_very_command_of_the_advice() -> None:
    install = ["apt-get", "install", "-y", "--no-install-recommends", "libgl1"]
    assert system.commands(["libgl1"], "sudo")[1] == ["sudo", *install]
    assert system.commands(["libgl1"], "su") == [
        ["su", "-", "-c", f"apt-get update && {' '.join(install)}"]
    ]
    assert system.commands(["libgl1"], "")[1] == install


def test_an_installation_that_was_cut_off_is_ended_first(tmp_path: Path) -> None:
    end = ["dpkg", "--configure", "-a"]
    assert end not in system.commands(["libgl1"], "", str(tmp_path))
    (tmp_path / "0001").touch()
    assert system.commands(["libgl1"], "", str(tmp_path))[0] == end
    assert system.commands(["libgl1"], "su", str(tmp_path))[0][-1].startswith(
        " ".join(end) + " && "
    )


@pytest.mark.parametrize(
    ("typed", "agreed"), [("\n", True), ("Y\n", True), ("是\n", True), ("n\n", False), ("", False)]
)
def test_only_an_answer_is_a_yes(typed: str, agreed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(typed))
    assert system.agrees_to(["libgl1"]) is agreed


def test_the_advice_without_apt_names_the_packages() -> None:
    text = system.advice(["libgl1"], None)
    assert "libgl1" in text
    assert "apt-get" not in text
