"""The foot of the window: what was saved, what the page counts, news, long work, why read-only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QToolButton, QWidget

from gui.background import Job
from gui.look import Look, paint
from gui.look.fonts import Role
from gui.look.panels import label, set_ink
from model.dates import show_date

HEIGHT = 26
NEWS_MILLISECONDS = 20_000
BAR_WIDTH = 120
CLOCKS_APART = timedelta(hours=1)  # so much may the clocks of two PCs differ
CLOCK_BEHIND = "红黄绿灯、到期和今天的日期都按电脑时间判断。时间不对时，请先在系统里改正。"

Offer = tuple[str, Callable[[], object]]
"""A button beside the news: its words and what it does."""


class StatusBar(QWidget):
    """One line; nothing in it asks for an answer."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("status_bar")
        self.setAccessibleName("状态")
        self.setFixedHeight(HEIGHT)
        self._tick = QLabel(self)
        self._tick.setObjectName("saved_tick")
        self._tick.setPixmap(look.icon("check", 16, look.tokens.green).pixmap(16, 16))
        self._saved = label(look, "saved_label", "", "label", "ink2")
        self._counts = label(look, "counts_label", "", "label", "ink2")
        self._news = News(look)
        self._work = Work(look)
        self._archived = label(look, "archived_label", "", "label", "ink2")
        self._archived.setContentsMargins(24, 0, 0, 0)
        self._mark = label(look, "mark_label", "", "label", "ink2")
        self._backup = label(look, "backup_label", "", "label", "ink3")
        self._backup.setContentsMargins(24, 0, 0, 0)
        self._backup.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(0)
        for part, gap in ((self._tick, 2), (self._saved, 24), (self._counts, 24)):
            row.addWidget(part)
            row.addSpacing(gap)
        row.addWidget(self._news)
        row.addStretch(1)
        row.addWidget(self._work)
        row.addWidget(self._mark)
        row.addWidget(self._archived)
        row.addWidget(self._backup)

    def show_saved(self, at: datetime | None, now: datetime | None = None) -> None:
        """When the ledger was last written by the PC's clock: 已保存 10:32.

        ``now`` is what that clock says. Where it was set back since, that is said instead: all
        lights and dates follow it.
        """
        now = now or datetime.now()
        is_behind = at is not None and at - now > CLOCKS_APART
        set_ink(self._saved, "amber" if is_behind else "ink2")
        self._saved.setToolTip(CLOCK_BEHIND if is_behind else "")
        if at is None:
            self.show_words("")
        elif is_behind:
            last = f"{show_date(at.date(), now.year)} {at:%H:%M}"
            self.show_words(f"电脑时间早于上次保存（{last}），请核对日期")
            self._tick.hide()
        elif at.date() == now.date():
            self.show_words(f"已保存 {at:%H:%M}")
        else:
            self.show_words(f"上次保存 {show_date(at.date(), now.year)} {at:%H:%M}")

    def show_words(self, words: str) -> None:
        """Something that is well, beside the tick."""
        self._saved.setText(words)
        self._tick.setVisible(bool(words))

    def show_counts(self, words: str) -> None:
        """What the page counts: 共 37 条 · 选中 1 条."""
        self._counts.setText(words)

    def show_mark(self, words: str) -> None:
        """What holds as long as this ledger is open: 演示日期, why it is read-only."""
        self._mark.setText(words)

    def show_backup(self, words: str, more: str, is_well: bool) -> None:
        """When the last backup was taken, or that it could not be; ``more`` is the tooltip."""
        self._backup.setText(words)
        self._backup.setVisible(bool(words))
        self._backup.setToolTip(more)
        set_ink(self._backup, "ink3" if is_well else "amber")

    def show_archived(self, why: str) -> None:
        """That the campaign is archived; ``why`` nothing can be altered, blank where it can."""
        self._archived.setText("活动已归档，只能查看" if why else "")
        self._archived.setToolTip(why)
        self._archived.setVisible(bool(why))

    def show_news(self, words: str, offers: Sequence[Offer] = ()) -> None:
        """What was just done, for some seconds, with what can be done next (撤销)."""
        self._news.show_words(words, offers)

    def follow_job(self, job: Job) -> None:
        """Show a long work until it has ended."""
        self._work.follow(job)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.across(QPainter(self), self._look.tokens.line, 0, self.width(), 0)


class News(QWidget):
    """Words and buttons that go away by themselves."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("news")
        self._words = label(look, "news_label", "", "label", "ink")
        self._buttons: list[QToolButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self._words)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(NEWS_MILLISECONDS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_words(self, words: str, offers: Sequence[Offer]) -> None:
        for button in self._buttons:
            button.deleteLater()
        self._words.setText(words)
        self.setAccessibleName(words)
        self._buttons = [self._button(number, offer) for number, offer in enumerate(offers)]
        self.setVisible(bool(words))
        self._timer.start()

    def _button(self, number: int, offer: Offer) -> QToolButton:
        words, deed = offer
        button = word_button(self._look, f"news_button_{number}", words)
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda _checked: deed())
        self._row.addWidget(button)
        return button


class Work(QWidget):
    """Words, a thin bar and 取消 while a job runs; the last one started is shown."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("work")
        self._job: Job | None = None
        self._words = label(look, "work_label", "", "label", "ink2")
        self._bar = QProgressBar()
        self._bar.setObjectName("work_bar")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(BAR_WIDTH)
        self._cancel_button = word_button(look, "work_cancel", "取消")
        self._cancel_button.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 16, 0)
        row.setSpacing(8)
        for part in (self._words, self._bar, self._cancel_button):
            row.addWidget(part)
        self.hide()

    def follow(self, job: Job) -> None:
        self._job = job
        self._words.setText(job.words)
        self._bar.setAccessibleName(job.words)
        self._bar.setRange(0, 0)
        self._cancel_button.setEnabled(True)
        job.progressed.connect(self._show_progress)
        job.ended.connect(self._end)
        self.show()

    def _show_progress(self, done: int, total: int) -> None:
        if self.sender() is self._job:
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    def _cancel(self) -> None:
        if self._job is not None:
            self._cancel_button.setEnabled(False)
            self._job.cancel()

    def _end(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self.hide()


def word_button(look: Look, name: str, words: str, role: Role = "label") -> QToolButton:
    """A button of words alone, low enough for the status bar."""
    button = QToolButton()
    button.setObjectName(name)
    button.setAccessibleName(words)
    button.setText(words)
    button.setFont(look.font(role))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button
