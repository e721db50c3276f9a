"""How wide the detail of an issue stands beside a table."""

from __future__ import annotations

DETAIL_WIDTHS = ((1500, 520), (1320, 440), (0, 400))  # from which width of both together, px


def detail_width(together: int) -> int:
    """Px of the detail where it and the table have so many px ``together``."""
    return next(width for least, width in DETAIL_WIDTHS if together >= least)
