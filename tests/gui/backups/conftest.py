"""The office's ledger as the keeper has it: with backups, at a fixed moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from gui.office import Office

NOW = datetime(2011, 4, 20, 10, 35)

Spoil = Callable[[], None]


@pytest.fixture
def kept(office: Office) -> Office:
    """``office``, of a ledger that keeps backups."""
    return replace(office, keeps_backups=True)
