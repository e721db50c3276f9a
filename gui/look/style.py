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
    QDir.setSearchPaths("look", [str(ICON_FOLDER / "sheet")])
    app.setStyle("Fusion")
    app.setPalette(palette(look.tokens))
    app.setFont(look.font("body"))
    app.setStyleSheet(sheet(look))
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
