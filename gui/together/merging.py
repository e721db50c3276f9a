"""合并重复问题: which number stays, and whether the texts of the others are kept with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from gui.issue_names import issue_names
from gui.moves.entries import ON
from gui.office import Office
from gui.together.group_form import GroupForm, Plan, Tell
from gui.together.moving import past_day, subject_of
from model.fields import Field
from model.kinds import Context, Flag, Ref
from model.lifecycle.duplicates import merge_duplicates, stayers
from model.records import Campaign, Issue, Step

STAYS = Field("stays", "留下", Ref(Issue.table), required=True)
TEXTS = Field("texts", "附到备注", Flag())
REASON = Step.field("reason")
DAY = replace(Step.field("on"), name=ON)
NOTES = {
    "stays": "其余的并入这一个，编号保留、状态为“已合并”，来源意见一起转过来。",
    "texts": "把并入问题的编号和问题表现写到留下的问题的备注里。",
}


def merge_form(
    parent: QWidget | None, office: Office, issues: Sequence[Issue], tell: Tell
) -> GroupForm:
    """The form that merges these issues into one of them."""
    offered = stayers(issues)
    campaign = office.store.get(Campaign, issues[0].campaign)

    def context() -> Context:
        usual = office.context(campaign)
        return replace(usual, names={**usual.names, Issue.table: issue_names(offered)})

    def work(values: dict[str, Any]) -> Plan:
        changes, held = merge_duplicates(
            office.store,
            values["stays"],
            [each.id for each in issues],
            past_day(values[ON], office.today()),
            office.user,
            reason=values["reason"],
            keep_texts=values["texts"],
        )
        count = len(issues) - 1 - len(held)
        number = office.store.get(Issue, values["stays"]).number
        return Plan(tuple(changes), held, count, f"合并{count}个问题到{number}")

    return GroupForm(
        parent,
        office,
        "merge_form",
        f"合并重复问题 · {len(issues)}个",
        [STAYS, TEXTS, REASON, DAY],
        work,
        tell,
        verb="合并",
        context=context,
        values={"stays": offered[0].id, "texts": True, ON: office.today()},
        subject=subject_of([each.number for each in issues]),
        notes=NOTES,
    )
