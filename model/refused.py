"""The one error that is nobody's bug: the world or the user asked for what cannot be done."""

from model.frozen import Frozen

DAMAGED = "文件已损坏，没有改动它。请先复制一份留存，再用最近的备份恢复。"
"""What is said of a ledger that this program cannot have left as it is."""


class Place(Frozen):
    """Where a refusal points: a record (by table and id) and, where known, one of its fields."""

    table: str
    id: int
    field: str = ""


class Refused(Exception):
    """Something was declined and nothing was changed.

    ``text`` is a whole Chinese sentence that says what is wrong and what to do; it is shown
    to the user as it is. ``place`` lets a form or table jump to the cause.
    """

    def __init__(self, text: str, place: Place | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.place = place
