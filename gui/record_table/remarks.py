"""What of a typed or pasted text cannot be kept, so that nothing changes without a word."""

from __future__ import annotations

from unicodedata import category

from model.kinds import Kind, LongText, Text


def remark(kind: Kind, text: str) -> str:
    """What was left out or altered when ``text`` was read; blank where nothing was."""
    if text.isprintable() or not isinstance(kind, Text | LongText):
        return ""
    controls = sum(category(char) in ("Cc", "Cs") and char not in "\t\r\n" for char in text)
    if controls:
        return f"去掉了{controls}个看不见的控制字符"
    if isinstance(kind, Text) and "\n" in text.strip():
        return "这一格只有一行，换行改成了空格"
    return ""
