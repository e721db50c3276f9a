"""What the timeline remembers."""

from pathlib import Path

from gui.settings import Settings
from gui.timeline.memory import Memory
from gui.timeline.scale import Zoom


def test_at_first_weeks_with_the_original_plan_and_nothing_folded(tmp_path: Path) -> None:
    memory = Memory(Settings(tmp_path / "a.ini"))
    assert (memory.zoom, memory.planned, memory.folds(1)) == (Zoom.WEEK, True, None)


def test_what_was_kept_is_there_again(tmp_path: Path) -> None:
    memory = Memory(Settings(tmp_path / "a.ini"))
    memory.zoom, memory.planned = Zoom.MONTH, False
    memory.keep_folds(1, frozenset({("phase", 2), ("campaign", 1)}))
    again = Memory(Settings(tmp_path / "a.ini"))
    assert (again.zoom, again.planned) == (Zoom.MONTH, False)
    assert again.folds(1) == {("phase", 2), ("campaign", 1)}
    assert again.folds(2) is None


def test_a_garbled_zoom_counts_as_never_kept(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "a.ini")
    settings.put("timeline/zoom", ["年"])
    assert Memory(settings).zoom is Zoom.WEEK
