"""How large everything is drawn: fixed when Qt is begun, so it is told before."""

from __future__ import annotations

from collections.abc import MutableMapping

from gui.preferences.declared import TextSize

VARIABLE = "QT_SCALE_FACTOR"
# Fractions of 20 px and the like keep hairlines even; with the largest the least window just fits
# a screen of 1366 × 768.
FACTORS = {TextSize.SMALL: "0.9", TextSize.LARGE: "1.1", TextSize.LARGEST: "1.25"}


def enlarge(environ: MutableMapping[str, str], size: TextSize | None) -> None:
    """Have Qt draw everything larger or smaller, unless the environment already says how large."""
    factor = FACTORS.get(size) if size else None
    if factor is not None:
        environ.setdefault(VARIABLE, factor)
