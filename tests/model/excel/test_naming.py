from datetime import date

import pytest

from model.excel.naming import file_name, tab_name

DAY = date(2011, 4, 20)
FORBIDDEN = '<>:"/\\|?*\x00\n\u202e'


def test_a_file_is_named_after_unit_campaign_report_and_day() -> None:
    assert file_name("某某镇卫生院", "“开放·创新”活动", "整改台账", DAY) == (
        "某某镇卫生院-“开放·创新”活动-整改台账-20110420.xlsx"
    )


def test_no_forbidden_character_gets_into_a_name() -> None:
    name = file_name(f"卫生院{FORBIDDEN}", f"活动{FORBIDDEN}", f"台账{FORBIDDEN}", DAY)
    assert not set(FORBIDDEN) & set(name)


@pytest.mark.parametrize("unit", ["CON", "nul", "com1.", "LPT9 ", "Aux"])
def test_a_name_that_windows_keeps_for_itself_is_avoided(unit: str) -> None:
    assert file_name(unit, "", "", DAY).startswith(f"{unit.strip('. ')}-")
    assert file_name(f"{unit.strip('. ')}.院", "", "", DAY).startswith("_")


def test_a_name_neither_begins_nor_ends_in_dots_blanks_or_a_dash() -> None:
    assert file_name(" ..卫生院. ", "...", "-台账-", DAY) == "卫生院-台账-20110420.xlsx"


def test_a_long_name_loses_the_end_of_the_campaign_but_neither_report_nor_day() -> None:
    name = file_name("卫生院" * 40, "解放思想大讨论" * 40, "整改台账", DAY)
    assert len(name.encode()) <= 200
    assert name.endswith("-整改台账-20110420.xlsx")
    assert "-解放思想" in name


@pytest.mark.parametrize("text", ["[问题]/台账:*?", "'台账'", "", "台" * 40])
def test_a_tab_has_a_name_that_excel_takes(text: str) -> None:
    name = tab_name(text)
    assert 1 <= len(name) <= 31
    assert not set("[]:*?/\\") & set(name)
    assert not name.startswith("'")
