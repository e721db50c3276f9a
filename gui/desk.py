"""Which ledger lies open, and the day that it is judged by."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from model.dates import show_date
from model.frozen import Frozen


class Desk(Frozen):
    """``day`` is None for the PC's own date; ``create``: the file is made if there is none;
    ``is_sample``: a copy of the sample, which keeps no backups."""

    path: Path
    day: date | None = None
    create: bool = False
    is_sample: bool = False

    def today(self) -> date:
        """The day that lights and counts are judged by."""
        return self.day or date.today()

    @property
    def mark(self) -> str:
        """What the status bar says of it."""
        return f"演示日期 {show_date(self.day)}" if self.day else ""
