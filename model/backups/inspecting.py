"""Ledger and newest backup held against what is known of them, at every start and in full."""

from collections.abc import Callable
from pathlib import Path

from model.backups.listing import backups_of
from model.refused import Refused
from model.store.checking import Checked, check, glance
from model.store.copying import verify
from model.store.summary import summary


def look_over(ledger: Path) -> tuple[Checked, ...]:
    """What is looked at after every start. Raises Refused where it is no ledger of ours."""
    return (*glance(ledger), _newest(ledger, thorough=False))


def inspect(ledger: Path, stopped: Callable[[], bool] = lambda: False) -> tuple[Checked, ...]:
    """Everything that can be checked, until ``stopped``. Refused where it is no ledger of ours."""
    checked = check(ledger, stopped)
    return checked if stopped() else (*checked, _newest(ledger, thorough=True))


def _newest(ledger: Path, *, thorough: bool) -> Checked:
    """The newest backup can be read, or passes SQLite's checks. None at all is no fault."""
    backups = backups_of(ledger)
    if not backups:
        return Checked("最近的备份", "还没有备份")
    newest = backups[0]
    try:
        verify(newest.path) if thorough else summary(newest.path)
    except Refused as refusal:
        return Checked("最近的备份", newest.path.name, (f"“{newest.path.name}”：{refusal.text}",))
    return Checked("最近的备份", newest.path.name)
