"""What the window remembers survives a new start; a garbled file is as good as none."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from gui.settings import Settings


def test_values_survive_with_their_types(tmp_path: Path) -> None:
    first = Settings.beside(tmp_path / "台账.db")
    first.put("ledger/widths", [80, 112, 64])
    first.put("window/dark", True)
    first.put("ledger/sort", "编号")
    first.save()
    second = Settings.beside(tmp_path / "台账.db")
    assert second.get("ledger/widths") == [80, 112, 64]
    assert second.get("window/dark") is True
    assert second.get("ledger/sort") == "编号"


def test_bytes_of_qt_survive(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "taizhang.ini")
    settings.put_bytes("window/geometry", QByteArray(b"\x00\xff\x01"))
    assert settings.get_bytes("window/geometry").data() == b"\x00\xff\x01"


def test_nothing_remembered_gives_the_default(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "taizhang.ini")
    assert settings.get("window/tab", 2) == 2
    assert settings.get_bytes("window/geometry").isEmpty()


@pytest.mark.parametrize("garbled", ["wer[", pytest.param("[" * 100_000, id="deep")])
def test_a_garbled_value_gives_the_default(tmp_path: Path, garbled: str) -> None:
    (tmp_path / "taizhang.ini").write_text(f"[window]\ntab={garbled}\n", encoding="utf-8")
    assert Settings(tmp_path / "taizhang.ini").get("window/tab", 2) == 2


def test_a_copy_of_the_sample_keeps_what_is_the_offices_with_the_office(tmp_path: Path) -> None:
    own, copy = tmp_path / "own" / "台账.db", tmp_path / "copy" / "示例台账.db"
    settings = Settings.beside(copy, office=own)
    settings.put("preferences/user", "张明")
    settings.put("window/tab", 2)
    assert settings.save()
    assert Settings.beside(own).get("preferences/user") == "张明"
    assert Settings.beside(own).get("window/tab") is None
    assert Settings.beside(copy).get("preferences/user") is None
    assert Settings.beside(copy, office=own).get("preferences/user") == "张明"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings = Settings(tmp_path / "file" / "taizhang.ini")
    settings.put("window/tab", 2)
    assert not settings.save()
