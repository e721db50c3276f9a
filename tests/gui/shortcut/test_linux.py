"""The desktop file names the program byte for byte, whatever its folder is called."""

import os
import shlex
from pathlib import Path

import pytest

from gui.shortcut.launcher import Launcher
from gui.shortcut.linux import desktop_folder, entry, put
from model.refused import Refused

LAUNCHER = Launcher(
    Path("/usr/bin/python3"),
    Path("/home/zhang/台账 程序/main.py"),
    Path("/home/zhang/台账 程序/resources/icons/taizhang.png"),
)


def in_folder(name: str) -> Launcher:
    return Launcher(Path("/usr/bin/python3"), Path(f"/{name}/main.py"), Path(f"/{name}/a.png"))


def values(launcher: Launcher) -> dict[str, str]:
    _head, *lines = entry(launcher).splitlines()
    return {line.partition("=")[0]: line.partition("=")[2] for line in lines}


def test_it_is_written_byte_for_byte() -> None:
    assert (
        entry(LAUNCHER).encode()
        == (
            "[Desktop Entry]\n"
            "Type=Application\n"
            "Version=1.5\n"
            "Name=活动台账\n"
            "Comment=活动、问题、整改、销号，一处登记\n"
            'Exec="/usr/bin/python3" "/home/zhang/台账 程序/main.py"\n'
            "Path=/home/zhang/台账 程序\n"
            "Icon=/home/zhang/台账 程序/resources/icons/taizhang.png\n"
            "Terminal=false\n"
            "Categories=Office;\n"
        ).encode()
    )


@pytest.mark.parametrize(
    ("folder", "written"),
    [
        ("a b", '"/a b/main.py"'),
        ("100%", '"/100%%/main.py"'),
        ('a"b', '"/a\\\\"b/main.py"'),
        ("a$b", '"/a\\\\$b/main.py"'),
        ("a`b", '"/a\\\\`b/main.py"'),
        ("a\\b", '"/a\\\\\\\\b/main.py"'),
        ("it's;&|", '"/it\'s;&|/main.py"'),
    ],
)
def test_signs_that_mean_something_are_escaped_twice(folder: str, written: str) -> None:
    """Once as a quoted argument, once more as a value."""
    assert values(in_folder(folder))["Exec"] == f'"/usr/bin/python3" {written}'


@pytest.mark.parametrize("folder", ["a b", "100%", 'a"b', "a$b", "a`b", "a\\b", "it's;&|", "单位"])
def test_a_desktop_reads_the_same_path_again(folder: str) -> None:
    value = values(in_folder(folder))["Exec"].replace("\\\\", "\\")
    arguments = [each.replace("%%", "%") for each in shlex.split(value.replace("\\`", "`"))]
    wanted = [each.replace("\\$", "$") for each in arguments]
    assert wanted == ["/usr/bin/python3", f"/{folder}/main.py"]


def test_path_and_icon_are_no_arguments() -> None:
    shown = values(in_folder('a"b$ 100%\\'))
    assert shown["Path"] == '/a"b$ 100%\\\\'
    assert shown["Icon"] == '/a"b$ 100%\\\\/a.png'


def test_a_line_feed_in_a_name_is_refused() -> None:
    with pytest.raises(Refused, match="换行"):
        entry(in_folder("a\nExec=rm"))


@pytest.mark.parametrize(
    ("line", "folder"),
    [
        ('XDG_DESKTOP_DIR="$HOME/桌面"', "/home/zhang/桌面"),
        ('XDG_DESKTOP_DIR="$HOME/My \\"Desk\\""', '/home/zhang/My "Desk"'),
        ('XDG_DESKTOP_DIR="/mnt/桌面"', "/mnt/桌面"),
        ('XDG_DESKTOP_DIR="$HOME/"', "/home/zhang"),
        ('# XDG_DESKTOP_DIR="$HOME/x"', "/home/zhang/Desktop"),
        ('XDG_DESKTOP_DIR="x"', "/home/zhang/Desktop"),
        ('XDG_DOWNLOAD_DIR="$HOME/下载"', "/home/zhang/Desktop"),
    ],
)
def test_the_desktop_is_where_the_system_says(tmp_path: Path, line: str, folder: str) -> None:
    (tmp_path / "user-dirs.dirs").write_text(f"# 注释\n{line}\n", "utf-8")
    environ = {"XDG_CONFIG_HOME": str(tmp_path)}
    assert desktop_folder(environ, Path("/home/zhang")) == Path(folder)


def test_the_usual_places_without_any_word(tmp_path: Path) -> None:
    assert desktop_folder({}, tmp_path) == tmp_path / "Desktop"
    (tmp_path / ".config").mkdir()
    (tmp_path / ".config" / "user-dirs.dirs").write_text('XDG_DESKTOP_DIR="$HOME/桌面"', "utf-8")
    assert desktop_folder({}, tmp_path) == tmp_path / "桌面"


def test_it_may_be_started_and_stands_over_a_former_one(tmp_path: Path) -> None:
    (tmp_path / "活动台账.desktop").write_text("old", "utf-8")
    target = put(LAUNCHER, tmp_path)
    assert target.read_text("utf-8") == entry(LAUNCHER)
    assert os.access(target, os.X_OK)
    assert [path.name for path in tmp_path.iterdir()] == ["活动台账.desktop"]


def test_no_desktop_is_said(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="没有找到桌面文件夹"):
        put(LAUNCHER, tmp_path / "桌面")


def test_a_desktop_that_takes_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "活动台账.desktop").mkdir()
    with pytest.raises(Refused, match="不能写入"):
        put(LAUNCHER, tmp_path)
