"""Builds the sample ledger: every move is made as the office would, on the day it tells of."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from model.changes import Change
from model.records import Person, Publicity, Task
from model.refused import Refused
from model.sample.desk import Desk
from model.sample.founding import found
from model.sample.hearing import hear, settle
from model.sample.sending import send
from model.sample.story import go_on, register
from model.sample.tale import FOLDER, RESULT_FIELDS, Event, Rank, Told, events
from model.store import Store

FOUNDED = date(2011, 2, 21)
"""When the office entered the campaign: the first working day after the plan was issued."""
CLERK = "周涛"


class Clock:
    """The office's clock: each day begins at nine, each operation takes two minutes."""

    def __init__(self) -> None:
        self._at = datetime.combine(FOUNDED, time(9))

    def __call__(self) -> datetime:
        self._at += timedelta(minutes=2)
        return self._at

    def go_to(self, day: date) -> None:
        if day != self._at.date():
            self._at = datetime.combine(day, time(9))


def build(path: Path, folder: Path = FOLDER) -> None:
    """Write the whole sample into a new ledger file at ``path``."""
    clock = Clock()
    store = Store.open_or_create(path, user=CLERK, now=clock)
    try:
        desk = Desk(store, folder)
        found(desk)
        desk.ids["issue"] = {}
        desk.ids["opinion"] = {}
        for event in events(folder):
            clock.go_to(event.on)
            try:
                _live(desk, event)
            except Refused as refusal:
                refusal.add_note(f"底稿：{event.on} {event.number}")
                raise
    finally:
        store.close()


def _live(desk: Desk, event: Event) -> None:
    match event.rank:
        case Rank.PEOPLE_LEAVE:
            person = desk.named(Person, event.told["name"])
            desk.edit(person, {"left_on": event.on}, f"{person.name}调离")
        case Rank.PUBLICITY_SETTLED:
            _settle(desk, event.told)
        case Rank.ISSUE_REGISTERED:
            register(desk, event.told)
        case Rank.ISSUE_GOES_ON:
            go_on(desk, event.number, event.told, CLERK)
        case Rank.PUBLICITY_BEGINS:
            _publish(desk, event.told)
        case Rank.TASK_STANDS:
            _stand(desk, event.told)
        case Rank.OPINION_HEARD:
            hear(desk, event.told)
        case Rank.OPINION_SETTLED:
            settle(desk, event.told)
        case Rank.SUBMITTED:
            send(desk, event.told)


def _publish(desk: Desk, told: Told) -> None:
    values = desk.values(Publicity, told)
    ids = [desk.ids["issue"][number] for number in told["issues"]]
    desk.enter([desk.new(Publicity, issue=id, **values) for id in ids], f"公示{told['kind']}")


def _settle(desk: Desk, told: Told) -> None:
    """End a publicity: the objections that came in are handled, and all is settled."""
    objections = {each["issue"]: each for each in told.get("objections", ())}
    changes = []
    for number in told["issues"]:
        row = _running(desk, number, told["kind"])
        said = desk.values(Publicity, {**objections.get(number, {}), "issue": number})
        changes.append(Change(row, replace(row, settled=True, **said)))
    desk.store.apply(changes, "公示期满")


def _running(desk: Desk, number: str, kind: str) -> Publicity:
    rows = desk.store.all(Publicity, issue=desk.ids["issue"][number])
    return next(each for each in rows if each.kind == kind and not each.settled)


def _stand(desk: Desk, told: Told) -> None:
    """How a task stands: done, or so far."""
    task = desk.named(Task, told["title"])
    result = {name: told[name] for name in RESULT_FIELDS if name in told}
    if result:
        desk.edit(task, result, f"登记任务情况：{task.title}")
    for evidence in told.get("evidence", ()):
        desk.prove(evidence, evidence["on"], task=task.id)
