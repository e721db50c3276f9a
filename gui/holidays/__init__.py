"""节假日: the years on record, and the form in which the office enters one."""

from gui.holidays.window import HolidaysWindow, edit_holidays

__all__ = ["HolidaysWindow", "edit_holidays"]
