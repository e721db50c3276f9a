"""Opens the window and stays until it is closed."""

from __future__ import annotations

import os
import signal
import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.ask import Ask
from gui.crash import Crashes
from gui.desk import Desk
from gui.ledgers import OWN, user_name
from gui.look import Look, apply, load_look
from gui.look.chinese import speak_chinese
from gui.preferences import recall
from gui.preferences.scaling import enlarge
from gui.program import Program
from gui.settings_file import SettingsFile
from model.refused import Refused

# Platforms on which nobody could answer a box.
UNSEEN = ("offscreen", "minimal", "vnc")


def show_window(desk: Desk, dark: bool | None) -> int:
    """Open ``desk`` in the window; the exit code once the last window is closed."""
    own = desk if desk.create else Desk(OWN, create=True)
    set_by = own if desk.is_sample else desk
    enlarge(os.environ, recall(SettingsFile.beside(set_by.path)).text_size)
    app = QApplication(sys.argv[:1])
    speak_chinese(app)
    program = Program(app, own, user_name(), dark)
    try:
        if not _opened(app, program, desk, bool(dark)):
            return 0
    except Refused as refusal:
        if _is_seen():
            _ask(app, bool(dark))[1].refuse(refusal.text)
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


def _opened(app: QApplication, program: Program, desk: Desk, dark: bool) -> bool:
    """Show the ledger; where it is damaged or gone and has backups, those are offered."""
    if not _is_seen() or desk.is_sample:
        return program.open(desk)
    if desk.create and not desk.path.exists():
        from gui.backups.rescue import offer_backups_of_lost  # not for a ledger that is there

        offer_backups_of_lost(*_ask(app, dark), desk.path, user_name())
    try:
        return program.open(desk)
    except Refused:
        from gui.backups.rescue import rescue  # not for a ledger that opens

        if not rescue(*_ask(app, dark), desk.path, user_name()):
            raise
    return program.open(desk)


def _ask(app: QApplication, dark: bool) -> tuple[Look, Ask]:
    """What asks before there is a window."""
    look = load_look(dark)
    apply(app, look)
    return look, Ask(look)


def _is_seen() -> bool:
    return QGuiApplication.platformName() not in UNSEEN
