"""Every outline can be drawn, in any colour, at the size of the device."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QIcon, QPixmap

from gui.look import Look
from gui.look.icons import ICON_FOLDER, Icons

SEALS = {"taizhang", "taizhang-small"}
NAMES = sorted({path.stem for path in ICON_FOLDER.glob("*.svg")} - SEALS)
SHEET = sorted(path.stem for path in (ICON_FOLDER / "sheet").glob("*.svg"))
RED = QColor("#ff0000")


def _colours(pixmap: QPixmap) -> set[str]:
    """The colours of the points that are nearly opaque."""
    image = pixmap.toImage()
    points = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {point.name() for point in points if point.alpha() > 200}


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_the_wanted_colour(look: Look, name: str) -> None:
    assert _colours(Icons().pixmap(name, RED, 20, 2.0)) == {RED.name()}


@pytest.mark.parametrize("name", NAMES)
def test_an_outline_has_one_weight_and_no_fill(name: str) -> None:
    root = ElementTree.parse(ICON_FOLDER / f"{name}.svg").getroot()
    assert root.get("viewBox") == "0 0 20 20"
    for path in root:
        assert (path.get("stroke-width"), path.get("fill")) == ("1.5", "none")


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [16, 20])
def test_a_pixmap_has_the_pixels_of_the_device(look: Look, size: int, ratio: float) -> None:
    pixmap = Icons().pixmap("search", RED, size, ratio)
    assert pixmap.width() == size * ratio
    assert pixmap.devicePixelRatio() == ratio


def test_a_drawn_icon_is_kept(look: Look) -> None:
    icons = Icons()
    first = icons.pixmap("search", RED, 20, 1.0)
    assert icons.pixmap("search", RED, 20, 1.0) is first
    assert icons.pixmap("search", RED, 20, 2.0) is not first


def test_an_icon_is_pale_when_disabled_and_accent_when_chosen(look: Look) -> None:
    icon = look.icon("export")
    off = icon.pixmap(20, QIcon.Mode.Disabled)
    chosen = icon.pixmap(20, QIcon.Mode.Normal, QIcon.State.On)
    assert _colours(off) == {look.tokens.off.name()}
    assert _colours(chosen) == {look.tokens.accent.name()}


def test_an_unknown_icon_is_a_bug(look: Look) -> None:
    with pytest.raises(FileNotFoundError):
        look.icon("no such icon")


def test_the_seal_has_the_sizes_of_a_desktop(look: Look) -> None:
    sizes = {size.width() for size in look.icons.program().availableSizes()}
    assert sizes == {16, 24, 32, 48, 64, 256}


@pytest.mark.parametrize("name", SHEET)
def test_each_picture_of_the_style_sheet_is_there_light_and_dark(name: str) -> None:
    other = name.replace("-light", "-black").replace("-dark", "-light").replace("-black", "-dark")
    assert other != name
    assert other in SHEET
