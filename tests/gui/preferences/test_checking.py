"""What this PC lacks is refused with what to do."""

from pathlib import Path

import pytest

from gui.preferences.checking import refuse_family, refuse_second_backup
from model.refused import Refused


def test_a_font_that_is_there_or_left_to_the_program_is_taken() -> None:
    refuse_family("宋体", {"宋体"})
    refuse_family("", {"宋体"})


def test_a_font_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refused, match="没有带汉字的“没有体”"):
        refuse_family("没有体", {"宋体"})


def test_a_second_place_elsewhere_or_none_is_taken(tmp_path: Path) -> None:
    (tmp_path / "U盘").mkdir()
    refuse_second_backup(str(tmp_path / "U盘"), tmp_path / "data" / "台账.db")
    refuse_second_backup("", tmp_path / "data" / "台账.db")


@pytest.mark.parametrize("place", ["没有", "."])
def test_a_folder_that_is_not_there_or_not_whole_is_refused(tmp_path: Path, place: str) -> None:
    with pytest.raises(Refused, match=r"没有“.+”这个文件夹"):
        refuse_second_backup(place, tmp_path / "台账.db")


def test_a_place_beside_the_ledger_is_refused(tmp_path: Path) -> None:
    (tmp_path / "备份").mkdir()
    with pytest.raises(Refused, match="同一个文件夹"):
        refuse_second_backup(str(tmp_path / "备份"), tmp_path / "台账.db")
