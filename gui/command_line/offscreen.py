"""A window that nobody sees, to be painted."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from gui.ask import Ask
from gui.background import Background
from gui.bridge import Bridge
from gui.desk import Desk
from gui.look import apply, load_look
from gui.look.chinese import speak_chinese
from gui.main_window import MainWindow
from gui.office import Office
from gui.pictures import settle
from gui.settings import Settings
from gui.snapshot import Snapshots
from model.calendar import OWN_FOLDER, load
from model.store import Store

# What the display that is none says of every window.
NO_SIZES = "This plugin does not support propagateSizeHints()"


def _say(kind: QtMsgType, place: QMessageLogContext, message: str) -> None:
    if message != NO_SIZES:
        sys.stderr.write(message + "\n")


def paint(
    store: Store, desk: Desk, folder: Path, size: tuple[int, int], dark: bool, settings: Path
) -> Iterator[Path]:
    """The path of each picture; ``settings`` is a folder for what the window would remember."""
    qInstallMessageHandler(_say)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    speak_chinese(app)
    look = load_look(dark)
    apply(app, look)
    office = Office(
        store=store,
        bridge=Bridge(store),
        ask=Ask(look),
        background=Background(),
        look=look,
        settings=Settings.beside(settings / "settings"),
        today=desk.today,
        calendar=load(own=desk.path.parent / OWN_FOLDER),
    )
    window = MainWindow(office, desk.path, desk.mark)
    window.resize(*size)
    window.show()
    try:
        yield from Snapshots(office, window, folder).paint()
    finally:
        window.close()
        window.deleteLater()
        settle()
