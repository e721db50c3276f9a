"""Puts a look onto the whole application: Fusion, palette, fonts and the style sheet."""

from __future__ import annotations

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QApplication, QToolTip

from gui.look.focus import FocusRings
from gui.look.fonts import Role
from gui.look.icons import ICON_FOLDER
from gui.look.look import Look
from gui.look.palette import palette
from gui.look.sheet import sheet

# Widgets that are not set in body type.
_TYPE: dict[str, Role] = {
    "QHeaderView": "label",
    "QStatusBar": "label",
}


def apply(app: QApplication, look: Look) -> None:
    """Dress the application; may be called again with another look, which needs new windows."""
    wanted = sheet(look)
    if app.styleSheet() == wanted and app.font() == look.font("body"):
        return  # it is dressed so already, and to dress it again is to polish every widget
    QDir.setSearchPaths("look", [str(ICON_FOLDER / "sheet")])
    app.setStyle("Fusion")
    app.setPalette(palette(look.tokens))
    app.setFont(look.font("body"))
    app.setStyleSheet(wanted)
    # Only now: a new style sheet forgets the fonts of classes.
    for widget_class, role in _TYPE.items():
        # The stub asks for bytes; only str works.
        app.setFont(look.font(role), widget_class)  # type: ignore[arg-type]
    QToolTip.setFont(look.font("label"))
    _put_rings(app, look)


def _put_rings(app: QApplication, look: Look) -> None:
    for before in app.findChildren(FocusRings):
        before.setParent(None)
        before.deleteLater()
    FocusRings(app, look.tokens)
