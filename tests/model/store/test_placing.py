"""A file gets its name when it is whole; else nothing is left of it."""

from pathlib import Path

import pytest

from model.refused import Refused
from model.store.placing import placed


def test_the_file_gets_its_name_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "data" / "new.db"
    with placed(target) as new:
        new.write_text("whole", "utf-8")
        assert not target.exists()
    assert target.read_text("utf-8") == "whole"
    assert list(target.parent.iterdir()) == [target]


def test_one_that_fails_leaves_what_was_there_and_nothing_beside(tmp_path: Path) -> None:
    target = tmp_path / "old.db"
    target.write_text("old", "utf-8")
    with pytest.raises(ZeroDivisionError):
        fail_halfway(target)
    assert target.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_what_the_disk_refuses_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(Refused, match="建不了文件"), placed(tmp_path / "file" / "new.db"):
        raise AssertionError("there is nothing to fill")


def test_a_name_too_long_is_not_told_as_a_full_disk(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="太长"), placed(tmp_path / ("账" * 80 + ".db")):
        raise AssertionError("there is nothing to fill")


def fail_halfway(target: Path) -> None:
    with placed(target, replace=True) as new:
        Path(f"{new}-journal").write_text("", "utf-8")
        raise ZeroDivisionError
