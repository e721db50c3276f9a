"""Names that every system takes: of files and of a workbook's tabs."""

import unicodedata
from datetime import date

_MOST_BYTES = 200  # of 255: a copy or a lock file beside it has a longer name
_MOST_TAB = 31  # characters, says Excel
_LOOKALIKES = str.maketrans('<>:"/\\|?*[]', "＜＞：＂／＼｜？＊［］")
_PORTS = {f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³"}
_RESERVED = {"CON", "PRN", "AUX", "NUL", *_PORTS}  # in Windows, with any extension


def file_name(institution: str, campaign: str, report: str, on: date) -> str:
    """单位-活动-报表-yyyymmdd.xlsx, of characters and of a length that every file system takes.

    A name too long loses the end of the campaign's title, and if need be of the others.
    """
    end = f"-{on:%Y%m%d}.xlsx"
    unit = _shortened(_allowed(institution), _MOST_BYTES // 4)
    table = _shortened(_allowed(report), _MOST_BYTES // 4)
    room = _MOST_BYTES - len(f"{unit}-{table}-{end}".encode())
    title = _shortened(_allowed(campaign), room)
    name = "-".join(part for part in (unit, title, table) if part) + end
    return f"_{name}" if name.split(".")[0].strip().upper() in _RESERVED else name


def tab_name(text: str) -> str:
    """``text`` as the name of a tab: the first 31 characters, none that Excel forbids."""
    return _allowed(text)[:_MOST_TAB].strip("' ") or "Sheet1"


def _allowed(text: str) -> str:
    """``text`` with lookalikes for forbidden characters, without what cannot be seen."""
    plain = unicodedata.normalize("NFC", text).translate(_LOOKALIKES)
    seen = "".join(mark for mark in plain if not unicodedata.category(mark).startswith("C"))
    return " ".join(seen.split()).strip(". ~-")


def _shortened(text: str, most: int) -> str:
    """``text`` in at most so many bytes of UTF-8."""
    return text.encode()[:most].decode(errors="ignore").rstrip(". ~-")
