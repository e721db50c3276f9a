"""Long work outside the window's thread: it gets frozen values and gives a value back.

Never hand it the store or a widget. A job is kept until it has ended, for an answer whose holder
is gone would be lost without a word.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal

from model.refused import Refused


class Watch:
    """What the work itself sees of its job: where it tells progress and asks whether to stop."""

    def __init__(self, tell: Callable[[str, Any], None]) -> None:
        self._tell = tell
        self._stopped = False

    def progress(self, done: int, total: int) -> None:
        """Tell how far the work is."""
        self._tell("progressed", (done, total))

    def cancelled(self) -> bool:
        """Whether the user wants no more of it; then raise Refused and leave nothing behind."""
        return self._stopped

    def stop(self) -> None:
        self._stopped = True


Work = Callable[[Watch], Any]


class Job(QObject):
    """One piece of work under way. All signals arrive in the window's thread.

    Exactly one of ``succeeded``, ``refused`` and ``cancelled`` comes, then ``ended``. Any other
    exception of the work is a bug and is raised again in the window's thread.
    """

    progressed = Signal(int, int)  # done, total
    succeeded = Signal(object)  # what the work gave back
    refused = Signal(str)  # why it could not be done, in whole sentences
    cancelled = Signal()
    ended = Signal()

    _told = Signal(str, object)

    def __init__(self, words: str, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self.words = words
        self._work = work
        self._watch = Watch(self._told.emit)
        # A connection to a method of this object is carried over to this object's thread.
        self._told.connect(self._hear)

    def cancel(self) -> None:
        """Ask the work to stop soon."""
        self._watch.stop()

    def run(self) -> None:
        """Do the work; in the other thread."""
        try:
            news = ("succeeded", self._work(self._watch))
        except Refused as refusal:
            news = ("cancelled", None) if self._watch.cancelled() else ("refused", refusal.text)
        except BaseException as bug:
            news = ("failed", bug)
        self._told.emit(*news)

    def _hear(self, news: str, value: Any) -> None:
        if news == "progressed":
            self.progressed.emit(*value)
            return
        try:
            self._answer(news, value)
        finally:
            self.ended.emit()

    def _answer(self, news: str, value: Any) -> None:
        if news == "succeeded":
            self.succeeded.emit(value)
        elif news == "refused":
            self.refused.emit(value)
        elif news == "cancelled":
            self.cancelled.emit()
        else:
            raise value


class Background(QObject):
    """Starts jobs and keeps them until they have ended."""

    started = Signal(object)  # the Job

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._jobs: list[Job] = []

    def start(self, words: str, work: Work) -> Job:
        """Begin ``work``; ``words`` say in the status bar what is being done (正在导出问题台账).

        Connect to the job's signals at once: they cannot come before the caller returns.
        """
        job = Job(words, work, self)
        self._jobs.append(job)
        job.ended.connect(self._let_go)
        self.started.emit(job)
        self._pool.start(job.run)
        return job

    def wait(self) -> None:
        """Wait until none runs any more; their answers come when events are processed."""
        self._pool.waitForDone()

    def finish(self) -> None:
        """Ask every job to stop and wait until none runs any more; before the window goes."""
        for job in self._jobs:
            job.cancel()
        self._pool.waitForDone()

    def _let_go(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._jobs.remove(job)
            job.deleteLater()
