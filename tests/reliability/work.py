"""What an office does with its ledger, drawn at random; the same draw always does the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from model.changes import Change
from model.deletion import deletion, users
from model.fields import Record
from model.lifecycle import move, readiness, register, transitions
from model.reader import Reader
from model.records import (
    Campaign,
    Category,
    Evidence,
    Issue,
    Measure,
    Person,
    Progress,
    Rectification,
)
from model.store import Store
from model.words import Effect, EvidenceKind, Move
from tests.reliability.scratch import scratch

NOW = datetime(2011, 4, 20, 10, 32)
TODAY = date(2011, 4, 20)
CAMPAIGN = Campaign(
    1, title="开放·创新", institution="某某镇卫生院", start=date(2011, 2, 18), end=date(2011, 5, 18)
)
_SYLLABLES = "整改措施落实到位病历书写规范挂号排队时间长窗口服务态度候诊区座椅破损药房发药慢"

Deed = tuple[list[Change], str, tuple[bytes, ...]]
"""The arguments of ``Store.apply``."""


def text(rng: Random, most: int = 40) -> str:
    """Some words; now and then so many letters that SQLite needs pages of their own for them.

    Those are no Chinese, for to find out how that reads takes more time than to store it.
    """
    if rng.random() < 0.1:
        return rng.randbytes(rng.randrange(2000, 9000)).hex()
    return "".join(rng.choices(_SYLLABLES, k=rng.randrange(1, most)))


def ledger() -> bytes:
    """A small closed ledger in use: three people, a category, four issues under way."""
    return stages()[-1]


@cache
def stages() -> tuple[bytes, ...]:
    """That ledger after each of its last operations."""
    with scratch() as folder:
        path = folder / "ledger.db"
        store = founded(path, 2011)
        found = []
        for _step in range(16):
            step(store, 2011)
            found.append(path.read_bytes())
        store.close()
        return tuple(found)


def founded(path: Path, seed: int) -> Store:
    """A new ledger, open, with all that the steps need."""
    store = opened(path)
    people = [Person(id, name=name) for id, name in enumerate(("张明", "李芳", "王强"), 1)]
    founding = [CAMPAIGN, *people, Category(1, campaign=1, seq=1, name="素质能力")]
    store.apply([Change(None, record) for record in founding], "建立活动")
    rng = Random(seed)
    for _issue in range(4):
        _do(store, _register(store, rng))
    return store


def placed(folder: Path, name: str = "ledger.db") -> Path:
    """A fresh copy of that ledger."""
    path = folder / name
    path.write_bytes(ledger())
    return path


def put(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files into the folder, and nothing else of the same names."""
    for end in ("", "-journal", "-wal", "-shm"):
        (folder / f"ledger.db{end}").unlink(missing_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)


def opened(path: Path) -> Store:
    return Store.open_or_create(path, user="周涛", now=lambda: NOW)


def step(store: Store, seed: int) -> None:
    """The next operation. What it is depends on the seed and on what the ledger holds alone."""
    rng = Random(f"{seed}/{store.history.last_id()}")
    draw = rng.random()
    if draw < 0.08 and store.undoable():
        store.undo()
    elif draw < 0.12 and store.redoable():
        store.redo()
    else:
        _do(store, deed(store, rng))


def deed(store: Reader, rng: Random) -> Deed:
    """Something that can be done now."""
    for _try in range(20):
        found = rng.choice(_DEEDS)(store, rng)
        if found is not None:
            return found
    return _hire(store, rng)


def _do(store: Store, deed: Deed) -> None:
    store.apply(*deed)


# -- what can be done ----------------------------------------------------------------------


def _hire(store: Reader, rng: Random) -> Deed:
    person = Person(store.fresh_id(Person), name=text(rng, 4), phone=str(rng.random()))
    return [Change(None, person)], "新增人员", ()


def _promote(store: Reader, rng: Random) -> Deed | None:
    person = _any(store, Person, rng)
    return person and _edited(person, post=text(rng), phone=str(rng.random()))


def _register(store: Reader, rng: Random) -> Deed:
    campaign = store.get(Campaign, 1)
    values: dict[str, Any] = {"content": text(rng), "category": 1, "source": "自查"}
    return register(store, campaign, **values), "新增问题", ()


def _rewrite(store: Reader, rng: Random) -> Deed | None:
    issue = _unsettled(store, rng)
    if issue is None:
        return None
    return _edited(issue, content=text(rng), cause=text(rng), department=text(rng))


def _plan(store: Reader, rng: Random) -> Deed | None:
    round = _round(store, rng)
    if round is None:
        return None
    measure = Measure(
        store.fresh_id(Measure),
        rectification=round.id,
        seq=len(store.all(Measure, rectification=round.id)) + 1,
        content=text(rng),
        owner=1,
    )
    return [Change(None, measure)], "添加措施", ()


def _finish(store: Reader, rng: Random) -> Deed | None:
    round = _round(store, rng)
    measures = store.all(Measure, rectification=round.id, done_on=None) if round else ()
    done = [Change(each, replace(each, done_on=TODAY)) for each in measures]
    return (done, "完成措施", ()) if done else None


def _report(store: Reader, rng: Random) -> Deed | None:
    round = _round(store, rng)
    if round is None:
        return None
    line = Progress(
        store.fresh_id(Progress), rectification=round.id, on=TODAY, content=text(rng), by=2
    )
    return [Change(None, line)], "记进展", ()


def _prove(store: Reader, rng: Random) -> Deed | None:
    issue = _unsettled(store, rng)
    if issue is None:
        return None
    data = rng.randbytes(rng.choice((200, 3000, 30_000)))
    evidence = Evidence(
        store.fresh_id(Evidence),
        issue=issue.id,
        kind=rng.choice(list(EvidenceKind)),
        name=f"{text(rng, 6)}.jpg",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        added_on=TODAY,
    )
    return [Change(None, evidence)], "添加佐证", (data,)


def _discard(store: Reader, rng: Random) -> Deed | None:
    issue = _unsettled(store, rng)
    if issue is None or len(store.all(Issue)) < 4 or _is_needed(store, issue):
        return None
    return deletion(issue, store), "删除问题", ()


def _dismiss(store: Reader, rng: Random) -> Deed | None:
    person = _any(store, Person, rng)
    if person is None or person.id <= 3 or users(person, store):
        return None
    return deletion(person, store), "删除人员", ()


def _go_on(store: Reader, rng: Random) -> Deed | None:
    """Some move in the life of some issue, with a form filled in as well as can be."""
    issue = _any(store, Issue, rng)
    if issue is None or _is_needed(store, issue):
        return None
    wanted = rng.choice(transitions(issue.state) or [None])
    if wanted is None:
        return None
    given = _form(store, issue, rng)
    entries = {path: given[path] for path in wanted.inputs if path in given}
    if readiness(store, issue.id, wanted.move, entries, TODAY).missing:
        return None
    return move(store, issue.id, wanted.move, entries, TODAY, "周涛"), str(wanted.move), ()


def _form(store: Reader, issue: Issue, rng: Random) -> dict[str, Any]:
    (*_earlier, round) = store.all(Rectification, issue=issue.id)
    day = timedelta(days=1)
    others = [other.id for other in store.all(Issue) if other.id != issue.id]
    return {
        "issue.category": 1,
        "issue.source": "自查",
        "issue.merged_into": rng.choice(others) if others else None,
        "round.goal": text(rng),
        "round.leader": 1,
        "round.owner": 2,
        "round.due": TODAY + 9 * day,
        "round.result": text(rng),
        "round.completed_on": TODAY,
        "round.accepted_by": 1,
        "round.accepted_on": TODAY,
        "round.problem_accurate": True,
        "round.measures_strong": True,
        "round.effect_evident": True,
        "round.effect": rng.choice((Effect.GOOD, Effect.FAIRLY_GOOD)),
        "round.lacking": text(rng),
        "round.stage_goal": text(rng),
        "round.review_on": TODAY + 30 * day,
        "measure.content": text(rng),
        "step.reason": "现场查看，不另附材料",
        "step.approver": 1,
        "step.new_due": (round.due or TODAY) + rng.randrange(1, 20) * day,
    }


def _edited(record: Record, **values: Any) -> Deed:
    return [Change(record, replace(record, **values))], f"修改{record.noun}", ()


def _is_needed(store: Reader, issue: Issue) -> bool:
    return bool(store.all(Issue, merged_into=issue.id))


def _any(store: Reader, kind: type[Any], rng: Random) -> Any:
    found = store.all(kind)
    return rng.choice(found) if found else None


def _unsettled(store: Reader, rng: Random) -> Issue | None:
    """An issue that may still be written on."""
    found = [each for each in store.all(Issue) if _is_open(each)]
    return rng.choice(found) if found else None


def _is_open(issue: Issue) -> bool:
    return any(each.move in (Move.START, Move.SUBMIT) for each in transitions(issue.state))


def _round(store: Reader, rng: Random) -> Rectification | None:
    issue = _unsettled(store, rng)
    return store.all(Rectification, issue=issue.id)[-1] if issue else None


_DEEDS: tuple[Callable[[Reader, Random], Deed | None], ...] = (
    _hire, _promote, _promote, _register, _rewrite, _rewrite, _plan, _finish, _report, _prove,
    _discard, _dismiss, _go_on, _go_on, _go_on, _go_on,
)  # fmt: skip
