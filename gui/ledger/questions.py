"""Which issues a view shows that no column of the sheet can tell."""

from __future__ import annotations

from gui.office import Office
from model.judgements.lights import judge_of
from model.judgements.lists import is_overdue
from model.judgements.tracks import TRACK_PATHS, Track, tracks
from model.records import BY_TABLE, Campaign, Issue, Person
from model.telling import issue_of
from model.views import MINE, TODAY


def answer(office: Office, campaign: Campaign, question: str) -> set[int]:
    """The ids of the issues that a question of ``model.views`` asks for."""
    if question == TODAY:
        return _touched(office)
    late = _overdue(office, campaign)
    if question == MINE:
        me = mine(office)
        late = [each for each in late if me & {each.owner, each.leader}]
    return {each.id for each in late}


def mine(office: Office) -> set[int | None]:
    """The ids of the persons who have the name at this keyboard; none while nobody gave it."""
    return {each.id for each in office.store.all(Person, name=office.user) if office.user}


def why_not(office: Office, question: str) -> str:
    """Why a question has no answer now; blank where it has."""
    if question != MINE or mine(office):
        return ""
    return "不知道您是哪一位：请在“文件”→“设置”的“使用人”里填您的姓名，与人员名单一致。"


def _overdue(office: Office, campaign: Campaign) -> list[Track]:
    found = tracks(office.store.rows(Issue, TRACK_PATHS, campaign=campaign.id))
    today, calendar = office.today(), office.calendar
    return [each for each in found if is_overdue(judge_of(campaign, each, today, calendar))]


def _touched(office: Office) -> set[int]:
    """The issues of which something was altered today: its own line, a measure, a progress line."""
    store, found = office.store, set()
    for table, id in store.history.touched_on(office.today()):
        record = store.recall(BY_TABLE[table], id)
        issue = record if isinstance(record, Issue) else record and issue_of(record, store)
        if issue is not None:
            found.add(issue.id)
    return found
