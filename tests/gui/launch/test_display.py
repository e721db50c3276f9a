"""Holds that a missing display is noticed before Qt is, and that fcitx is reached."""

import pytest

from gui.launch import display


def reachable(environ: dict[str, str], *files: str) -> bool:
    return display.is_reachable(environ, exists=lambda path: path in files)


def changes(environ: dict[str, str], plugins: list[str]) -> dict[str, str]:
    return display.input_method(environ, lambda: plugins, filled=lambda path: True)


def test_no_variable_is_no_display() -> None:
    assert not reachable({})
    assert not reachable({"DISPLAY": "", "WAYLAND_DISPLAY": ""})
    assert not reachable({"DISPLAY": "nonsense"})


@pytest.mark.parametrize("name", [":7", ":7.0", "unix:7"])
def test_an_x_server_is_known_by_its_socket(name: str) -> None:
    assert reachable({"DISPLAY": name}, "/tmp/.X11-unix/X7")


def test_a_server_that_has_gone_is_no_display() -> None:
    assert not reachable({"DISPLAY": ":59999"})
    assert not reachable({"DISPLAY": "127.0.0.1:59000"})


def test_wayland_is_known_by_its_socket() -> None:
    environ = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/run/user/1000"}
    assert reachable(environ, "/run/user/1000/wayland-0")
    assert not reachable(environ)
    assert reachable({"WAYLAND_DISPLAY": "/run/way"}, "/run/way")


def test_an_x_server_that_lets_nobody_in_is_noticed_unless_wayland_is_there() -> None:
    environ = {"DISPLAY": ":59999"}
    assert display.turns_away(environ, exists=lambda path: False)
    environ["WAYLAND_DISPLAY"] = "/run/way"
    assert not display.turns_away(environ, exists=lambda path: True)


@pytest.mark.parametrize("refusal", [display.NO_DISPLAY, display.TURNED_AWAY])
def test_the_refusal_names_the_ways_without_a_window(refusal: str) -> None:
    assert "--snapshot" in refusal
    assert "--export" in refusal


@pytest.mark.parametrize(
    "environ",
    [{"QT_IM_MODULE": "fcitx"}, {"QT_IM_MODULE": "fcitx5"}, {"XMODIFIERS": "@im=fcitx"}],
)
def test_fcitx_without_its_plugin_is_reached_as_ibus(environ: dict[str, str]) -> None:
    plugins = ["libibusplatforminputcontextplugin.so"]
    assert changes(environ, plugins) == {"QT_IM_MODULE": "ibus"}


def test_the_list_that_newer_qt_prefers_is_set_too() -> None:
    assert changes({"QT_IM_MODULES": "wayland;fcitx"}, []) == {
        "QT_IM_MODULE": "ibus",
        "QT_IM_MODULES": "wayland;ibus",
    }


def test_nothing_is_set_where_the_plugin_of_ibus_would_abort() -> None:
    environ = {"QT_IM_MODULE": "fcitx"}
    assert display.input_method(environ, list, filled=lambda path: False) == {}


def test_fcitx_with_its_plugin_is_left_alone() -> None:
    plugins = ["libfcitx5platforminputcontextplugin.so"]
    assert changes({"QT_IM_MODULE": "fcitx"}, plugins) == {}


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"QT_IM_MODULE": "ibus"},
        {"QT_IM_MODULE": "xim", "XMODIFIERS": "@im=fcitx"},
        {"XMODIFIERS": "@im=fcitx", "WAYLAND_DISPLAY": "wayland-0"},
    ],
)
def test_other_input_methods_are_left_alone(environ: dict[str, str]) -> None:
    assert changes(environ, []) == {}
