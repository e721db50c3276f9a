"""Reports that list the leading group: one line a place, by rank."""

from model.frozen import Frozen
from model.judgements.roster import Seat
from model.records import Member, Person
from model.reports.campaign_records import CampaignRecords
from model.reports.source import Source, Value

_VACANT = "席位待定"


class Line(Frozen):
    """A place of the group in a report."""

    serial: int
    seat: Seat
    records: CampaignRecords


def _phone(line: Line) -> str:
    person = line.records.persons.get(line.seat.person or 0)
    return person.phone if person else ""


MEMBERS = Source(
    items=lambda records: {seat.member: seat for seat in records.seats},
    line=Line,
    values={
        "serial": Value("序号", lambda line: line.serial),
        "role": Value(Member.field("role").label, lambda line: line.seat.role),
        "name": Value("姓名", lambda line: line.seat.name),
        "post": Value("单位职务", lambda line: line.seat.post),
        "department": Value("科室", lambda line: line.seat.department),
        "duties": Value(Member.field("duties").label, lambda line: line.seat.duties),
        "phone": Value("联系电话", _phone, Person.field("phone").private),
        "remark": Value("备注", lambda line: "" if line.seat.person else _VACANT),
    },
)
