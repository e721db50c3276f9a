from datetime import date

import pytest

from model.excel.layout import Layout, lay_out
from model.excel.look import DATE_CHINESE, OFFICIAL, Look
from model.excel.sheet import CONTINUED, SheetColumn, joined
from model.excel.strips import Part
from tests.model.excel.files import COLUMNS, line, sheet_of

LONG = "住院病历书写不规范，首次病程记录未在8小时内完成，上级医师查房记录滞后。" * 40


def texts(layout: Layout, part: Part) -> list[tuple[str, str]]:
    strips = (*layout.head, *layout.tail)
    return [
        (span.text, span.align) for strip in strips if strip.part == part for span in strip.spans
    ]


def test_the_head_says_who_fills_in_and_when() -> None:
    layout = lay_out(sheet_of(line(1)), OFFICIAL)
    assert texts(layout, Part.INFO) == [
        ("填报单位：某某镇卫生院（盖章）", "left"),
        ("填报日期：2011年4月20日", "right"),
    ]


def test_persons_are_shown_where_they_are_asked_for() -> None:
    layout = lay_out(sheet_of(line(1), prepared_by="周涛", reviewed_by=""), OFFICIAL)
    assert texts(layout, Part.INFO)[1:3] == [("填报人：周涛", "center"), ("审核人：", "center")]


@pytest.mark.parametrize("count", range(1, 7))
def test_every_strip_fills_all_columns_without_gaps(count: int) -> None:
    columns = tuple(SheetColumn(f"栏{n}", 12) for n in range(count))
    sheet = sheet_of(columns=columns, prepared_by="", reviewed_by="", notes=("注：无。",), key=0)
    for strip in (*(layout := lay_out(sheet, OFFICIAL)).head, *layout.tail):
        covered = [n for span in strip.spans for n in range(span.first, span.last + 1)]
        assert covered == list(range(count))


def test_an_empty_table_says_so() -> None:
    assert texts(lay_out(sheet_of(), OFFICIAL), Part.NOTHING) == [("（无）", "center")]


def test_a_title_of_one_line_has_the_official_height() -> None:
    assert lay_out(sheet_of(), OFFICIAL).head[0].height == 36


def test_a_long_title_gets_the_height_it_needs() -> None:
    assert lay_out(sheet_of(title="整改台账" * 20), OFFICIAL).head[0].height > 60


def test_a_row_is_higher_the_longer_its_text() -> None:
    short, long = lay_out(sheet_of(line(1), line(2, LONG[:80])), OFFICIAL).rows
    assert short.height == OFFICIAL.least_height
    assert long.height > 2 * short.height


def test_a_text_too_long_for_a_row_goes_on_under_its_number() -> None:
    rows = lay_out(sheet_of(line(1, LONG), line(2)), OFFICIAL).rows
    assert [row.cells[1] for row in rows[:2]] == ["2011-001", "2011-001" + CONTINUED]
    assert rows[1].cells[0] is rows[1].cells[3] is None
    assert all(row.height <= OFFICIAL.tallest for row in rows)


def test_continued_rows_joined_are_the_rows_that_were_given() -> None:
    given = (line(1, LONG), line(2, "前\n" * 90 + "后"), line(3))
    rows = lay_out(sheet_of(*given), OFFICIAL).rows
    assert joined((row.cells for row in rows), key=1) == list(given)


def test_a_number_is_never_continued() -> None:
    rows = lay_out(sheet_of((1, LONG, "短", None)), OFFICIAL).rows
    assert [row.cells[1] for row in rows] == [LONG]
    assert rows[0].height <= OFFICIAL.tallest


def test_blank_text_is_nothing_and_what_no_workbook_holds_is_left_out() -> None:
    rows = lay_out(sheet_of((1, "", "坏\x00字\ud800符\ufffe", None)), OFFICIAL).rows
    assert rows[0].cells == (1, None, "坏字符", None)


def test_a_column_with_dates_is_wide_enough_for_them() -> None:
    assert lay_out(sheet_of(line(1)), Look(date_format=DATE_CHINESE)).widths[3] == 15
    assert lay_out(sheet_of((1, "2011-001", "", None)), OFFICIAL).widths[3] == 12


def test_a_table_too_wide_takes_it_from_its_long_columns() -> None:
    columns = (*COLUMNS, SheetColumn("整改措施", 90), SheetColumn("整改进展", 60))
    row = (*line(1), "一", date(2011, 4, 1))
    widths = lay_out(sheet_of(row, columns=columns), OFFICIAL).widths
    assert sum(widths) == pytest.approx(OFFICIAL.widest, abs=0.1)
    assert widths[:2] == (6, 11)


def test_a_short_table_is_one_page() -> None:
    assert len(lay_out(sheet_of(*(line(n) for n in range(1, 9))), OFFICIAL).pages) == 1
