"""How the office likes to look at its ledger: what is remembered by name, for everybody."""

from model.fields import Record, column, record
from model.kinds import Choice, Packed, Ref, Text
from model.words import Page


@record("视图", shown_by="name", ordered_by="id")
class View(Record):
    """A saved view of a page: its filters, order, columns and search under a name.

    ``definition`` is what ``model.views`` packs and unpacks.
    """

    campaign: int | None = column("活动", Ref("campaign", owned=True), required=True, locked=True)
    name: str = column("名称", Text(), required=True, width=14, hint="如 医务科未销号")
    room: Page | None = column("页面", Choice(Page), required=True, locked=True, width=6)
    definition: str = column("视图内容", Packed(), required=True, locked=True)
