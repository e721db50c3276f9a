"""A second start on the same ledger raises the window of the first instead of opening another.

The first window listens at a door that only its own account on this PC can knock at.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

KNOCK, ANSWER = b"raise\n", b"raised\n"
ANSWER_SECONDS = 1.0
_PAUSE_SECONDS = 0.1


def is_raised(ledger: Path, user: str, starting_until: float = 0.0) -> bool:
    """Whether the first window on ``ledger`` came forward; after a second at most it did not.

    One that is just starting opens its door after it is painted: until ``starting_until``, in
    seconds of ``time.time``, it is waited for.
    """
    # QtNetwork takes 5 ms: only a start that found the ledger taken pays for it.
    try:
        from PySide6.QtNetwork import QLocalSocket
    except ImportError:
        return False  # a bare system lacks a library of it; then there is no door either
    name = door_name(ledger, user)
    while True:
        socket = QLocalSocket()
        socket.connectToServer(name)
        if socket.waitForConnected(int(ANSWER_SECONDS * 1000)):
            return _answers(socket)
        if time.time() > starting_until:
            return False
        time.sleep(_PAUSE_SECONDS)  # there is no window yet that could freeze


def door_name(ledger: Path, user: str) -> str:
    """The name of the door, which is a socket in a folder of this account or a named pipe."""
    # Slow (2 ms, it loads OpenSSL); not on the start path.
    from hashlib import sha256

    told = f"{user}\n{ledger.resolve()}".encode("utf-8", "surrogateescape")
    name = f"taizhang-{sha256(told).hexdigest()[:16]}"
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return f"{folder}/{name}" if folder and os.access(folder, os.W_OK) else name


def _answers(socket: QLocalSocket) -> bool:
    _let_it_come_forward()
    socket.write(KNOCK)
    socket.flush()
    until = time.monotonic() + ANSWER_SECONDS
    while not socket.canReadLine():
        left = int((until - time.monotonic()) * 1000)
        if left <= 0 or not socket.waitForReadyRead(left):
            return False
    return bytes(socket.readLine().data()) == ANSWER


def _let_it_come_forward() -> None:
    """On Windows only the program that the user just started may give the foreground away."""
    if sys.platform == "win32":
        import ctypes  # needed on Windows only

        ctypes.windll.user32.AllowSetForegroundWindow(-1)


class Door(QObject):
    """Where a second start knocks."""

    knocked = Signal()

    def __init__(self, ledger: Path, user: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = door_name(ledger, user)
        self._server: QLocalServer | None = None

    def open(self) -> None:
        """Listen from now on. Without a door a second start opens read-only."""
        # QtNetwork takes 5 ms: it is loaded when the window is painted, and may be missing.
        try:
            from PySide6.QtNetwork import QLocalServer
        except ImportError:
            return
        self._server = server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._let_in)
        if not server.listen(self._name):
            # Left by a window that was killed: we have the ledger's lock, so it is ours now.
            QLocalServer.removeServer(self._name)
            server.listen(self._name)

    def close(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()
        self.deleteLater()

    def _let_in(self) -> None:
        assert self._server is not None
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(self._hear)
        socket.disconnected.connect(socket.deleteLater)

    def _hear(self) -> None:
        socket: QLocalSocket = self.sender()  # type: ignore[assignment]
        if socket.canReadLine() and bytes(socket.readLine().data()) == KNOCK:
            self.knocked.emit()
            socket.write(ANSWER)
            socket.flush()
