"""Each preference, declared once: the dialog, the file and what follows from it read this."""

from __future__ import annotations

from enum import StrEnum

from model.calendar import MOST_DAYS
from model.fields import Record, column, record
from model.kinds import Choice, Suggested, Text, Whole


class TextSize(StrEnum):
    """How large everything in the window is."""

    SMALL = "小"
    NORMAL = "标准"
    LARGE = "大"
    LARGEST = "特大"


class Appearance(StrEnum):
    """Light or dark."""

    LIGHT = "浅色"
    DARK = "深色"
    SYSTEM = "跟随系统"


class DateStyle(StrEnum):
    """How dates are written in exported tables."""

    DIGITS = "2011-04-10"
    CHINESE = "2011年4月10日"


TITLE_FONTS = ("方正小标宋简体", "方正小标宋_GBK", "华文中宋", "宋体", "黑体")
BODY_FONTS = ("仿宋", "仿宋_GB2312", "宋体", "楷体")


@record("设置", shown_by="institution")
class Preferences(Record):
    """What the office sets once for all its campaigns; a blank one means the usual.

    They lie beside the ledger and not in it: the ledger goes from hand to hand.
    """

    id: int = 0
    institution: str = column("填报单位", Text(), width=16, hint="如 ××镇卫生院")
    superior: str = column("报送单位", Text(), width=16, hint="如 县卫生局")
    prepared_by: str = column("填报人", Suggested(), width=8)
    reviewed_by: str = column("审核人", Suggested(), width=8)
    user: str = column("使用人", Suggested(), width=8)
    warning_days: int | None = column("预警天数", Whole(MOST_DAYS), default=3)
    family: str = column("界面字体", Suggested(), width=20, hint="自动")
    text_size: TextSize | None = column("文字大小", Choice(TextSize), default=TextSize.NORMAL)
    appearance: Appearance | None = column("外观", Choice(Appearance), default=Appearance.LIGHT)
    title_font: str = column("标题字体", Suggested(TITLE_FONTS), width=12, hint=TITLE_FONTS[0])
    body_font: str = column("正文字体", Suggested(BODY_FONTS), width=12, hint=BODY_FONTS[0])
    date_style: DateStyle | None = column("日期写法", Choice(DateStyle), default=DateStyle.DIGITS)
    second_backup: str = column("第二份备份放在", Text(), width=30, hint="如 D:\\台账备份")
