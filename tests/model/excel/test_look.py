from datetime import date

from model.excel.look import DATE_CHINESE, OFFICIAL, Face, Look, suited

WINDOWS = ("宋体", "黑体", "仿宋", "微软雅黑")


def test_a_missing_title_font_gives_way_to_bold_song() -> None:
    look, told = suited(OFFICIAL, WINDOWS)
    assert look.title == Face("宋体", 22, bold=True)
    assert told == ("本机没有“方正小标宋简体”，标题改用宋体加粗。",)


def test_fonts_are_known_by_their_western_names_too() -> None:
    assert suited(OFFICIAL, ("FZXiaoBiaoSong-B05S", "SimHei", "FangSong")) == (OFFICIAL, ())


def test_fonts_of_every_windows_are_kept_and_only_said() -> None:
    look, told = suited(OFFICIAL, ("方正小标宋简体", "黑体"))
    assert look == OFFICIAL
    assert told == ("本机没有“仿宋”，本机上显示为相近字体；在装有这些字体的电脑上显示正常。",)


def test_an_old_body_font_gives_way_to_the_present_one() -> None:
    look, told = suited(Look(body=Face("仿宋_GB2312", 12)), ("方正小标宋简体", *WINDOWS))
    assert look.body == Face("仿宋", 12)
    assert told == ("本机没有“仿宋_GB2312”，正文改用仿宋。",)


def test_a_date_is_shown_as_the_setting_says() -> None:
    assert OFFICIAL.show(date(2011, 4, 1)) == "2011-04-01"
    assert Look(date_format=DATE_CHINESE).show(date(2011, 4, 1)) == "2011年4月1日"


def test_the_widest_table_prints_eleven_points_no_smaller_than_8_5() -> None:
    assert OFFICIAL.scale(OFFICIAL.widest) * OFFICIAL.body.size >= 8.5


def test_a_narrow_table_is_not_enlarged() -> None:
    assert OFFICIAL.scale(40) == 1
