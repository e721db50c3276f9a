"""The people of the institution and their places in a leading group."""

from datetime import date

from model.fields import Record, column, record
from model.kinds import Day, LongText, Ref, Suggested, Text, Whole
from model.words import ROLES


@record("人员", shown_by="name", ordered_by="id")
class Person(Record):
    """Somebody of the institution."""

    name: str = column("姓名", Text(), required=True, width=6)
    post: str = column("职务", Suggested(), width=10)
    department: str = column("科室", Suggested())
    phone: str = column("联系电话", Text(), private=True, width=10)
    merged_into: int | None = column("合并到", Ref("person"), locked=True)
    left_on: date | None = column("离开日期", Day())


@record("领导小组成员", shown_by="role", ordered_by="seq")
class Member(Record):
    """A person's role in a campaign's leading group; without a person it is a seat to fill."""

    campaign: int | None = column("活动", Ref("campaign", owned=True), required=True, locked=True)
    person: int | None = column("姓名", Ref("person"), width=6)
    role: str = column("小组职务", Suggested(ROLES), required=True)
    duties: str = column("职责分工", LongText(), width=0)
    seq: int | None = column("序号", Whole(), width=4)
    valid_from: date | None = column("起", Day())
    valid_to: date | None = column("止", Day())
