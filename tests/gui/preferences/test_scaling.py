"""The size of everything is told to Qt before it begins; what the environment says goes first."""

from gui.preferences import TextSize
from gui.preferences.scaling import VARIABLE, enlarge


def factor(size: TextSize | None, **environ: str) -> float:
    enlarge(environ, size)
    return float(environ.get(VARIABLE, 1))


def test_each_size_is_larger_than_the_one_before() -> None:
    factors = [factor(size) for size in TextSize]
    assert factors == sorted(set(factors))
    assert factor(TextSize.NORMAL) == 1


def test_the_largest_leaves_room_for_the_least_window_on_a_small_screen() -> None:
    assert 1366 / factor(TextSize.LARGEST) >= 1080  # the widest dialog
    assert 768 / factor(TextSize.LARGEST) >= 600


def test_the_environment_goes_first() -> None:
    assert factor(TextSize.LARGEST, QT_SCALE_FACTOR="2") == 2
