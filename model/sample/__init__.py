"""The sample ledger that --demo opens a copy of: a health centre's campaign of 2011, half way."""

from datetime import date
from pathlib import Path

FILE = Path(__file__).resolve().parents[2] / "data" / "sample.db"
"""The built sample; it is opened through a copy only."""

TODAY = date(2011, 4, 20)
"""演示日期: the day on which the sample is looked at."""
