"""Opens the window and stays until it is closed."""

from __future__ import annotations

import signal
import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.ask import Ask
from gui.crash import Crashes
from gui.desk import Desk
from gui.ledgers import OWN, user_name
from gui.look import apply, load_look
from gui.look.chinese import speak_chinese
from gui.program import Program
from model.refused import Refused

# Platforms on which nobody could answer a box.
UNSEEN = ("offscreen", "minimal", "vnc")


def show_window(desk: Desk, dark: bool | None) -> int:
    """Open ``desk`` in the window; the exit code once the last window is closed."""
    app = QApplication(sys.argv[:1])
    speak_chinese(app)
    own = desk if desk.create else Desk(OWN, create=True)
    program = Program(app, own, user_name(), dark)
    try:
        if not program.open(desk):
            return 0
    except Refused as refusal:
        if QGuiApplication.platformName() not in UNSEEN:
            look = load_look(bool(dark))
            apply(app, look)
            Ask(look).refuse(refusal.text)
        raise
    folder = desk.path.resolve().parent
    Crashes(folder, lambda: program.office.ask if program.office else None).install()
    # Python's own handler would wait for the next Qt event; what is stored is safe at any moment.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        return app.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        program.close()
