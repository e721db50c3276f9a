"""What is said of a typed or pasted text that was written: what was left out, what looks wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from unicodedata import category

from model.kinds import Context, Day, Kind, LongText, Text

TITLE = "请留意"


def remark(kind: Kind, text: str, context: Context, today: Callable[[], date]) -> str:
    """What is odd about ``text``, that ``kind`` accepts; blank where nothing is."""
    if isinstance(kind, Day) and kind.happened:
        day = kind.parse(text, context)
        return "日期在今天之后，请核对" if day and day > today() else ""
    return _altered(kind, text)


def _altered(kind: Kind, text: str) -> str:
    """What was left out or altered when ``text`` was read."""
    if text.isprintable() or not isinstance(kind, Text | LongText):
        return ""
    controls = sum(category(char) in ("Cc", "Cs") and char not in "\t\r\n" for char in text)
    if controls:
        return f"去掉了{controls}个看不见的控制字符"
    if isinstance(kind, Text) and "\n" in text.strip():
        return "这一格只有一行，换行改成了空格"
    return ""
