"""The first day of the sample: people, the campaign from its template, its group and its tasks."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from model.changes import Change
from model.records import Category, Member, Person, Phase, Task
from model.sample.desk import Desk
from model.sample.tale import RESULT_FIELDS, Told, read
from model.templates import campaign_from
from model.views import Arrangement, saving
from model.words import Page


def found(desk: Desk) -> None:
    """Enter all that stands before the first issue comes in."""
    told = read("campaign.toml", desk.folder)
    desk.enter(_people(desk), "录入人员")
    desk.learn(Person)
    desk.store.apply(campaign_from(told["template"], desk.store), "建立活动")
    for kind in (Phase, Category, Task):
        desk.learn(kind)
    desk.edit(desk.campaign, told["campaign"], "完善活动信息")
    desk.store.apply(list(_seated(desk, told["member"])), "填写领导小组")
    desk.store.apply(list(_planned(desk, told["task"])), "完善工作安排")
    desk.learn(Task)
    for view in told["view"]:
        _look_as(desk, view)


def _look_as(desk: Desk, told: Told) -> None:
    """Save a view of the issues."""
    arrangement = Arrangement(filters=told["filters"])
    changes = saving(desk.store, desk.campaign.id, Page.ISSUES, told["name"], arrangement)
    desk.store.apply(changes, f"保存视图“{told['name']}”")


def _people(desk: Desk) -> Iterator[Person]:
    for told in read("people.toml", desk.folder)["person"]:
        yield desk.new(Person, **{**told, "left_on": None})


def _seated(desk: Desk, members: Iterable[Told]) -> Iterator[Change]:
    """Fill the template's empty seats by role; a role it does not know is added."""
    empty = list(desk.store.all(Member))
    for seq, told in enumerate(members, 1):
        values: dict[str, Any] = desk.values(Member, told)
        values |= {"seq": seq, "valid_from": desk.campaign.issued_on}
        seat = next((each for each in empty if each.role == told["role"]), None)
        if seat:
            empty.remove(seat)
            yield Change(seat, replace(seat, **values))
        else:
            yield Change(None, desk.new(Member, campaign=desk.campaign.id, **values))


def _planned(desk: Desk, tasks: Iterable[Told]) -> Iterator[Change]:
    """Alter the template's tasks to what the office planned, and add its own."""
    for told in tasks:
        plan = {name: told[name] for name in told if name not in RESULT_FIELDS}
        values = desk.values(Task, plan)
        if told["title"] in desk.ids["task"]:
            task = desk.named(Task, told["title"])
            yield Change(task, replace(task, **values))
        else:
            yield Change(None, desk.new(Task, campaign=desk.campaign.id, **values))
