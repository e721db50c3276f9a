from pathlib import Path
from typing import Any

import pytest

from model.excel.layout import lay_out
from model.excel.look import DATE_CHINESE, OFFICIAL, Face, Look
from model.excel.sheet import SheetColumn
from model.excel.write import write
from tests.model.excel.files import COLUMNS, HEAD_ROWS, MAIN, line, page_of, sheet_of, xml_of

ROWS = tuple(line(number) for number in range(1, 4))


@pytest.fixture
def page(tmp_path: Path) -> Any:
    write(sheet_of(*ROWS, notes=("注：共3条。",)), tmp_path / "a.xlsx")
    return page_of(tmp_path / "a.xlsx")


@pytest.mark.parametrize(
    ("cell", "family", "size"),
    [
        ("A1", "方正小标宋简体", 22),
        ("A2", "仿宋", 12),
        ("A3", "黑体", 11),
        ("C4", "仿宋", 11),
        ("A8", "仿宋", 12),
    ],
)
def test_each_part_has_its_font(page: Any, cell: str, family: str, size: int) -> None:
    font = page[cell].font
    assert (font.name, font.size, bool(font.bold)) == (family, size, False)


def test_title_info_and_signatures_are_merged_over_all_columns(page: Any) -> None:
    assert {str(merged) for merged in page.merged_cells.ranges} == {
        "A1:D1", "A2:B2", "C2:D2", "A7:D7", "A8:B8", "C8:D8",
    }  # fmt: skip


def test_the_table_has_borders_on_every_cell_also_inside_merged_ones(tmp_path: Path) -> None:
    write(sheet_of(*ROWS, notes=("注：共3条。",)), tmp_path / "a.xlsx")
    boxed = {
        number
        for number, style in enumerate(
            xml_of(tmp_path / "a.xlsx", "xl/styles.xml").find(f"{MAIN}cellXfs") or ()
        )
        if style.get("borderId") != "0"
    }
    cells = xml_of(tmp_path / "a.xlsx").findall(f".//{MAIN}c")
    assert len(cells) == 8 * 4
    for cell in cells[2 * 4 :]:
        assert int(cell.get("s", "0")) in boxed, cell.get("r")


def test_headings_are_filled_very_lightly(page: Any) -> None:
    assert page["B3"].fill.fgColor.rgb == "00F2F2F2"


def test_short_cells_are_centred_and_long_ones_left_all_in_the_middle(page: Any) -> None:
    assert page["B4"].alignment.horizontal == "center"
    assert page["C4"].alignment.horizontal == "left"
    for cell in ("A1", "A2", "B3", "B4", "C4", "A8"):
        assert (page[cell].alignment.vertical, page[cell].alignment.wrap_text) == ("center", True)


def test_dates_are_real_dates(page: Any) -> None:
    assert (page["D4"].is_date, page["D4"].number_format) == (True, "yyyy-mm-dd")


def test_dates_can_be_shown_in_chinese(tmp_path: Path) -> None:
    write(sheet_of(*ROWS), tmp_path / "a.xlsx", Look(date_format=DATE_CHINESE))
    assert page_of(tmp_path / "a.xlsx")["D4"].number_format == 'yyyy"年"m"月"d"日"'


def test_fonts_and_sizes_are_a_setting(tmp_path: Path) -> None:
    write(sheet_of(*ROWS), tmp_path / "a.xlsx", Look(body=Face("楷体", 14)))
    font = page_of(tmp_path / "a.xlsx")["C4"].font
    assert (font.name, font.size) == ("楷体", 14)


def test_a4_landscape_one_page_wide_and_centred(page: Any) -> None:
    setup = page.page_setup
    assert (setup.paperSize, setup.orientation) == (9, "landscape")
    assert (setup.fitToWidth, setup.fitToHeight) == (1, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_options.horizontalCentered


def test_the_heading_repeats_and_the_signatures_are_printed(page: Any) -> None:
    assert page.print_title_rows == "$3:$3"
    assert page.print_area.endswith("!$A$1:$D$8")
    assert page.oddFooter.center.text == "第 &P 页 共 &N 页"


def test_the_heading_stays_in_view_and_filters_the_rows_alone(page: Any) -> None:
    assert page.freeze_panes == "A4"
    assert page.auto_filter.ref == "A3:D6"


def test_heights_are_written_but_not_as_set_by_hand(tmp_path: Path) -> None:
    write(sheet_of(*ROWS), tmp_path / "a.xlsx")
    rows = xml_of(tmp_path / "a.xlsx").findall(f".//{MAIN}row")
    assert all(float(row.get("ht", 0)) >= 24 for row in rows)
    assert not [row for row in rows if row.get("customHeight")]


def test_widths_are_measured_in_song_11(tmp_path: Path) -> None:
    write(sheet_of(*ROWS), tmp_path / "a.xlsx")
    styles = xml_of(tmp_path / "a.xlsx", "xl/styles.xml")
    font = styles.find(f"{MAIN}fonts/{MAIN}font")
    assert font is not None
    assert [part.get("val") for part in font if part.tag in (f"{MAIN}name", f"{MAIN}sz")] == [
        "宋体",
        "11",
    ]
    normal = styles.find(f"{MAIN}cellStyleXfs/{MAIN}xf")
    assert normal is not None
    assert normal.get("fontId") == "0"


def test_a_page_begins_where_it_has_to_and_nowhere_else(tmp_path: Path) -> None:
    for count in range(1, 40):
        sheet = sheet_of(*(line(number) for number in range(1, count + 1)))
        write(sheet, tmp_path / "a.xlsx")
        forced = lay_out(sheet, OFFICIAL).forced
        breaks = [each.id for each in page_of(tmp_path / "a.xlsx").row_breaks.brk]
        assert breaks == [row + HEAD_ROWS for row in forced]


def test_the_file_names_the_unit_and_nobody_else(tmp_path: Path) -> None:
    write(sheet_of(*ROWS), tmp_path / "a.xlsx")
    words = set(xml_of(tmp_path / "a.xlsx", "docProps/core.xml").itertext())
    assert "某某镇卫生院" in words
    assert not any("openpyxl" in word.lower() for word in words)


def test_a_merged_cell_is_written_once_and_bordered_all_round(tmp_path: Path) -> None:
    columns = (*COLUMNS[:1], SheetColumn("阶段", 12, "center", merged=True), *COLUMNS[2:])
    rows = [(n, phase, "内容", None) for n, phase in enumerate(("甲", "甲", "甲", "乙"), 1)]
    write(sheet_of(*rows, columns=columns, key=0), tmp_path / "a.xlsx")
    page = page_of(tmp_path / "a.xlsx")
    assert "B4:B6" in {str(each) for each in page.merged_cells.ranges}
    assert [page.cell(row, 2).value for row in range(4, 8)] == ["甲", None, None, "乙"]
    assert all(page.cell(row, 2).border.left.style == "thin" for row in range(4, 8))
    assert page.cell(6, 2).border.bottom.style == "thin"
    assert page.auto_filter.ref is None


def test_a_merged_cell_ends_with_its_page(tmp_path: Path) -> None:
    columns = (*COLUMNS[:1], SheetColumn("阶段", 12, "center", merged=True), *COLUMNS[2:])
    rows = [(n, "甲", "药房未公示药品价格。" * 8, None) for n in range(1, 40)]
    sheet = sheet_of(*rows, columns=columns, key=0)
    layout = lay_out(sheet, OFFICIAL)
    assert len(layout.forced) > 1
    starts = [each.first for each in layout.merged]
    assert starts == [0, *layout.forced][: len(starts)]
    write(sheet, tmp_path / "a.xlsx")
    breaks = [each.id - HEAD_ROWS for each in page_of(tmp_path / "a.xlsx").row_breaks.brk]
    assert breaks == list(layout.forced)


def test_a_text_that_goes_on_below_stays_in_its_merged_cell() -> None:
    columns = (*COLUMNS[:1], SheetColumn("阶段", 12, "center", merged=True), *COLUMNS[2:])
    sheet = sheet_of((1, "甲", "很长。" * 700, None), (2, "甲", "短", None), columns=columns, key=0)
    layout = lay_out(sheet, OFFICIAL)
    assert len(layout.rows) > 2
    assert {row.cells[1] for row in layout.rows} == {"甲"}
