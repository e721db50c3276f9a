"""What the timeline remembers between two starts: how closely one looks, what is folded."""

from __future__ import annotations

from gui.settings import Settings
from gui.timeline.outline import Key
from gui.timeline.scale import Zoom


class Memory:
    """Values under ``timeline/`` in the settings; a garbled one counts as never kept."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def zoom(self) -> Zoom:
        known = {str(zoom): zoom for zoom in Zoom}
        return known.get(str(self._settings.get("timeline/zoom")), Zoom.WEEK)

    @zoom.setter
    def zoom(self, zoom: Zoom) -> None:
        self._settings.put("timeline/zoom", zoom)

    @property
    def planned(self) -> bool:
        """Whether the original plan is drawn."""
        return bool(self._settings.get("timeline/planned", True))

    @planned.setter
    def planned(self, on: bool) -> None:
        self._settings.put("timeline/planned", on)

    def folds(self, campaign: int) -> frozenset[Key] | None:
        """What was folded when this campaign was last seen; None when nobody folded anything."""
        kept = self._settings.get(f"timeline/folded/{campaign}")
        if not isinstance(kept, list):
            return None
        return frozenset((str(table), int(id)) for table, id in kept)

    def keep_folds(self, campaign: int, folded: frozenset[Key]) -> None:
        self._settings.put(f"timeline/folded/{campaign}", [list(key) for key in sorted(folded)])
