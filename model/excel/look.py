"""The official look of a table: fonts, sizes, paper. Numbers only; nothing is drawn here."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from math import floor

from model.frozen import Frozen

_POINTS_PER_INCH = 72
_POINTS_PER_DIGIT = 6  # Excel measures columns in digits of 8 pixels where font 0 is 宋体 11
DATE_SHORT = "yyyy-mm-dd"
DATE_CHINESE = 'yyyy"年"m"月"d"日"'


class Face(Frozen):
    """A font by name, its size in points, and whether it is bold."""

    family: str
    size: float
    bold: bool = False


class Paper(Frozen):
    """A sheet of paper and its margins, all in inches."""

    width: float = 11.69
    height: float = 8.27
    side: float = 0.45
    top: float = 0.6
    bottom: float = 0.7
    footer: float = 0.3

    @property
    def printable(self) -> tuple[float, float]:
        """What is left between the margins, in points."""
        width = self.width - 2 * self.side
        height = self.height - self.top - self.bottom
        return width * _POINTS_PER_INCH, height * _POINTS_PER_INCH


class Look(Frozen):
    """How every table of the office looks. Sizes in points, widths in digits.

    Title, table head and body follow the custom of official documents (公文): 小标宋 for titles,
    黑体 for headings, 仿宋 for text.
    """

    title: Face = Face("方正小标宋简体", 22)
    info: Face = Face("仿宋", 12)
    heading: Face = Face("黑体", 11)
    body: Face = Face("仿宋", 11)
    grid: Face = Face("宋体", 11)  # font 0 of the workbook: it sets the width of columns
    heading_fill: str = "F2F2F2"
    date_format: str = DATE_SHORT
    paper: Paper = Paper()
    title_height: float = 36
    signature_height: float = 40
    least_height: float = 24
    tallest: float = 300  # more on one row would leave half pages empty; Excel ends at 409
    widest: float = 165  # more digits would print 11 points smaller than 8.5

    @property
    def date_width(self) -> int:
        """The digits that the longest date takes."""
        return 15 if "年" in self.date_format else 12

    def show(self, day: date) -> str:
        """A date as its cell shows it."""
        return chinese_date(day) if "年" in self.date_format else day.isoformat()

    def scale(self, digits: float) -> float:
        """To what share of its size a table of this width is printed to fit the page."""
        fitting = self.paper.printable[0] / (digits * _POINTS_PER_DIGIT)
        return min(1.0, floor(fitting * 100) / 100)


def chinese_date(day: date) -> str:
    """2011年4月10日."""
    return f"{day.year}年{day.month}月{day.day}日"


OFFICIAL = Look()

# 方正小标宋 comes with no system, 仿宋_GB2312 only with old ones; 宋体, 黑体 and 仿宋 are on every
# Windows, so a workbook may name them even where it is made on a machine without them.
_ALSO_KNOWN_AS = {
    "方正小标宋简体": ("FZXiaoBiaoSong-B05S",),
    "仿宋": ("FangSong",),
    "仿宋_GB2312": ("FangSong_GB2312",),
    "黑体": ("SimHei",),
    "宋体": ("SimSun",),
}
_TITLE_INSTEAD = Face("宋体", 22, bold=True)
_BODY_INSTEAD = "仿宋"


def suited(look: Look, installed: Collection[str]) -> tuple[Look, tuple[str, ...]]:
    """The look with fonts that can be counted on, and for each missing font a sentence to show.

    ``installed`` are the font families of this machine.
    """
    told = []
    if not _has(installed, look.title.family):
        told.append(f"本机没有“{look.title.family}”，标题改用宋体加粗。")
        look = replace(look, title=replace(_TITLE_INSTEAD, size=look.title.size))
    if look.body.family == "仿宋_GB2312" and not _has(installed, look.body.family):
        told.append("本机没有“仿宋_GB2312”，正文改用仿宋。")
        look = replace(look, body=replace(look.body, family=_BODY_INSTEAD))
    missing = [
        family
        for family in dict.fromkeys((look.info.family, look.heading.family, look.body.family))
        if not _has(installed, family)
    ]
    if missing:
        names = "、".join(f"“{family}”" for family in missing)
        told.append(f"本机没有{names}，本机上显示为相近字体；在装有这些字体的电脑上显示正常。")
    return look, tuple(told)


def _has(installed: Collection[str], family: str) -> bool:
    return any(name in installed for name in (family, *_ALSO_KNOWN_AS.get(family, ())))
