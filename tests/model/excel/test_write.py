import errno
import os
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from model.excel import write as module
from model.excel.sheet import joined
from model.excel.write import Cancelled, write
from model.refused import Refused
from tests.model.excel.files import MAIN, line, page_of, sheet_of, values_of, xml_of

NASTY = (
    "=1+1", "=HYPERLINK(\"http://a\")", "+3", "-5", "@张明", "＝全角", "＋", "－", "＠", "#N/A",
    "#REF!", "'单引号", "007", "1e5", "2011-04-01", "<b>&amp;</b>",
    "一\n二", "一\t二", "TRUE", "𠮷",
)  # fmt: skip


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "台账.xlsx"


def test_what_was_written_is_read_back_cell_for_cell(target: Path) -> None:
    rows = tuple((n, f"2011-{n:03}", text, date(2011, 4, n)) for n, text in enumerate(NASTY, 1))
    write(sheet_of(*rows), target)
    assert values_of(target) == list(rows)


def test_a_long_text_is_read_back_whole(target: Path) -> None:
    rows = (line(1, "中午无人值守，群众反映多。" * 3000), line(2))
    assert len(str(rows[0][2])) > 32_767
    write(sheet_of(*rows), target)
    assert joined(values_of(target), key=1) == list(rows)


@pytest.mark.parametrize("text", NASTY)
def test_text_is_text_whatever_it_looks_like(target: Path, text: str) -> None:
    write(sheet_of(line(1, text)), target)
    cell = page_of(target)["C4"]
    assert (cell.data_type, cell.value) == ("s", text)
    assert not xml_of(target).findall(f".//{MAIN}f")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("甲_x000D_乙", "甲_x005F_x000D_乙"),
        ("_x000D_x000a_", "_x005F_x000D_x005F_x000a_"),
        ("_x005F_", "_x005F_x005F_"),
        ("_x00G0_ _x000D", "_x00G0_ _x000D"),
    ],
)
def test_text_like_a_code_is_not_read_as_one(target: Path, text: str, written: str) -> None:
    write(sheet_of(line(1, text), title=text), target)
    found = [each.text for each in xml_of(target).iter(f"{MAIN}t")]
    assert found[0] == written
    assert found.count(written) == 2


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "＝1", "＋1", "－1", "＠a"])
def test_text_like_a_formula_stays_text_when_it_is_edited(target: Path, text: str) -> None:
    write(sheet_of(line(1, text), line(2, "平常")), target)
    page = page_of(target)
    assert page["C4"].quotePrefix
    assert not page["C5"].quotePrefix


def test_a_number_of_more_than_fifteen_digits_is_text(target: Path) -> None:
    write(sheet_of((123456789012345, "a", "", None), (1234567890123456, "b", "", None)), target)
    assert [row[0] for row in values_of(target)] == [123456789012345, "1234567890123456"]


def test_a_day_that_no_spreadsheet_knows_is_text(target: Path) -> None:
    write(sheet_of((1, "a", "", date(1899, 12, 31))), target)
    assert values_of(target)[0][3] == "1899-12-31"


def test_a_number_too_long_for_a_cell_is_refused_not_cut(target: Path) -> None:
    with pytest.raises(Refused, match="请分开填写"):
        write(sheet_of((1, "长" * 32_768, "", None)), target)
    assert not target.exists()


def test_an_empty_table_is_a_table_too(target: Path) -> None:
    written = write(sheet_of(), target)
    assert (written.rows, written.pages) == (0, 1)
    assert page_of(target)["A4"].value == "（无）"


def test_missing_fonts_are_said(target: Path) -> None:
    written = write(sheet_of(line(1)), target, installed=("宋体", "黑体", "仿宋"))
    assert written.remarks == ("本机没有“方正小标宋简体”，标题改用宋体加粗。",)
    assert page_of(target)["A1"].font.bold


def test_progress_is_told_from_the_first_row_to_the_last(target: Path) -> None:
    told: list[tuple[int, int]] = []
    write(sheet_of(*map(line, range(1, 251))), target, progress=lambda *now: told.append(now))
    assert told == [(0, 250), (100, 250), (200, 250), (250, 250)]


def test_a_cancelled_export_leaves_everything_as_it_was(
    target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    target.write_text("旧")
    with pytest.raises(Cancelled, match="已取消"):
        write(sheet_of(line(1)), target, cancelled=lambda: True)
    assert target.read_text() == "旧"
    assert sorted(tmp_path.iterdir()) == [scratch, target]
    assert not list(scratch.iterdir())


def test_a_new_file_takes_the_place_of_the_old_one_alone(target: Path) -> None:
    target.write_text("旧")
    assert write(sheet_of(line(1)), target).path == target
    assert values_of(target) == [line(1)]
    assert list(target.parent.iterdir()) == [target]


def failing(code: int) -> Any:
    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize(
    ("place", "code", "words"),
    [
        ("os.replace", errno.EACCES, "文件正被 WPS 打开，请关闭后重试，或另存为其他名字。"),
        ("os.fsync", errno.ENOSPC, "磁盘已满"),
        ("os.fsync", errno.EROFS, "不能写入"),
        ("os.fsync", errno.EIO, "没能写出"),
    ],
)
def test_a_disk_that_fails_leaves_the_old_file_and_says_why(
    target: Path, monkeypatch: pytest.MonkeyPatch, place: str, code: int, words: str
) -> None:
    target.write_text("旧")
    monkeypatch.setattr(place, failing(code))
    with pytest.raises(Refused, match=words):
        write(sheet_of(line(1)), target)
    assert target.read_text() == "旧"
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="没有文件夹"):
        write(sheet_of(line(1)), tmp_path / "无" / "台账.xlsx")


def test_a_folder_of_the_same_name_is_said(target: Path) -> None:
    target.mkdir()
    with pytest.raises(Refused, match="是一个文件夹"):
        write(sheet_of(line(1)), target)


@pytest.mark.skipif(os.name != "posix", reason="Windows itself keeps an open file from replacing")
@pytest.mark.parametrize("lock", ["~$台账.xlsx", ".~lock.台账.xlsx#"])
def test_a_file_open_in_another_program_is_left_alone(target: Path, lock: str) -> None:
    target.write_text("旧")
    target.with_name(lock).write_text("")
    with pytest.raises(Refused, match="正被 WPS 打开"):
        write(sheet_of(line(1)), target)
    assert target.read_text() == "旧"


@pytest.mark.parametrize("harm", ["cut short", "a row missing"])
def test_a_file_that_came_out_wrong_is_not_adopted(
    target: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    real = module.ZipFile

    class Harmed(ZipFile):
        def __init__(self, path: Path) -> None:
            content = path.read_bytes()
            if harm == "cut short":
                path.write_bytes(content[: len(content) // 2])
            super().__init__(path)

        def read(self, *args: Any, **kwargs: Any) -> bytes:
            return super().read(*args, **kwargs).replace(b"<row ", b"<gap ", 1)

    assert real is ZipFile
    monkeypatch.setattr(module, "ZipFile", Harmed)
    with pytest.raises(Refused, match="不完整"):
        write(sheet_of(line(1)), target)
    assert not list(target.parent.iterdir())
