import pytest

from model.excel.heights import cut, half_units, height_of, line_count, lines_in, units_of

SENTENCE = "门诊收费窗口中午无人值守，群众缴费、取药排队等候时间长。"


def test_a_chinese_character_is_twice_as_wide_as_a_digit() -> None:
    assert half_units("2011") == 4
    assert half_units("“整改”") == 8


def test_a_character_that_is_none_is_still_measured() -> None:
    assert half_units("\ud800") == 1


@pytest.mark.parametrize(("width", "units"), [(6, 5), (11, 10), (28, 27), (0.1, 2)])
def test_a_column_holds_a_little_less_than_its_width(width: float, units: int) -> None:
    assert units_of(width, 11) == units


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("整改", 1),
        ("整改整改整", 1),
        ("整改整改整改", 2),
        ("第一条\n第二条", 2),
        ("第一条\n\n第二条", 3),
    ],
)
def test_lines_of_a_text_in_ten_units(text: str, lines: int) -> None:
    assert line_count(text, 10) == lines


def test_a_number_goes_down_as_a_whole() -> None:
    assert line_count("合格率 2011-001 号", 10) == 3


def test_a_word_longer_than_a_line_is_broken() -> None:
    assert line_count("A" * 25, 10) >= 3


@pytest.mark.parametrize("units", range(4, 60, 7))
def test_there_are_always_lines_enough_for_the_characters(units: int) -> None:
    text = (SENTENCE + "HIS v3.2，2011-04-01 12:30 报错。") * 5
    assert line_count(text, units) * units >= half_units(text)


def test_a_row_shows_as_many_lines_as_its_height_was_made_for() -> None:
    assert [lines_in(height_of(lines, 11), 11) for lines in range(1, 30)] == list(range(1, 30))


@pytest.mark.parametrize("text", [SENTENCE * 20, "A" * 500, "条\n" * 100, "短"])
def test_two_parts_are_the_text_and_the_first_fits(text: str) -> None:
    first, rest = cut(text, 5, 30)
    assert first + rest == text
    assert first
    assert line_count(first, 30) <= 5


def test_a_text_that_fits_is_not_cut() -> None:
    assert cut(SENTENCE, 5, 30) == (SENTENCE, "")


def test_a_cut_is_made_behind_a_sentence() -> None:
    first, _ = cut(SENTENCE * 20, 5, 30)
    assert first.endswith("。")
