"""What a move can need: each requirement names every thing that is missing, and where it goes."""

from collections.abc import Iterator
from datetime import date

from model.lifecycle.dossier import Dossier
from model.lifecycle.publicities import published
from model.lifecycle.requirement import (
    OR_REASON,
    Missing,
    Remedy,
    Requirement,
    filled,
    place_of,
)
from model.records import Rectification
from model.words import GONE, Effect, PublicityKind

LOOKS = ("problem_accurate", "measures_strong", "effect_evident")

CONTENT = filled("issue", "content", "写清是什么问题")
CATEGORY = filled("issue", "category", "从本次活动的类别中选")
SOURCE = filled("issue", "source", "问题从哪里来，如自查、群众评议")
LEADER = filled("round", "leader", "由哪位领导牵头")
OWNER = filled("round", "owner", "由谁负责整改")
DUE = filled("round", "due", "哪一天前改好")
RESULT = filled("round", "result", "写明做了什么、结果怎样")
COMPLETED = filled("round", "completed_on", "不晚于今天", Remedy.TODAY)
ACCEPTED_BY = filled("round", "accepted_by", "由谁验收")
ACCEPTED_ON = filled("round", "accepted_on", "哪天验收的", Remedy.TODAY)
EFFECT = filled("round", "effect", "好、较好或一般；差的请退回补课")
LACKING = filled("round", "lacking", "写明下一轮要补什么")
STAGE_GOAL = filled("round", "stage_goal", "这个阶段先做到什么")
REVIEW_ON = filled("round", "review_on", "哪天再来检视")
REASON = filled("step", "reason", "写明为什么")
APPROVER = filled("step", "approver", "由哪位领导同意")
SIGNED = filled("step", "approver", "由哪位领导审签", label="审签人")
NEW_DUE = filled("step", "new_due", "新的整改时限")


def _measures_planned(dossier: Dossier) -> Iterator[Missing]:
    if not dossier.measures:
        yield Missing(
            "整改措施还没有",
            "至少写一条要做的事",
            place_of(dossier.round, "measures"),
            "measure.content",
            Remedy.ADD,
        )


def _measures_done(dossier: Dossier) -> Iterator[Missing]:
    yield from _measures_planned(dossier)
    for number, measure in enumerate(dossier.measures, 1):
        if measure.done_on is None:
            yield Missing(
                f"整改措施{number}未完成",
                measure.content,
                place_of(measure, "done_on"),
                remedy=Remedy.DONE_TODAY,
            )
        elif measure.done_on > dossier.moving.on:  # type: ignore[operator]
            yield Missing(
                f"整改措施{number}的完成时间晚于{dossier.moving.on}",
                measure.content,
                place_of(measure, "done_on"),
            )


def _what_was_done(dossier: Dossier) -> Iterator[Missing]:
    if not any(measure.done_on for measure in dossier.measures):
        yield Missing(
            "采取的措施未填写",
            "当场做了什么",
            place_of(dossier.round, "measures"),
            "measure.content",
        )


def _found_first(dossier: Dossier) -> Iterator[Missing]:
    """Work begins on what was found; where that day is not known, nothing is asked."""
    on, found = dossier.moving.on, dossier.issue.found_on
    if on and found and on < found:
        yield Missing(
            f"日期早于发现时间（{found}）",
            f"不早于{found}；发现时间写错了的，先改正",
            place_of(dossier.issue, "found_on"),
            "step.on",
        )


def _completed_in_time(dossier: Dossier) -> Iterator[Missing]:
    yield from _not_before(dossier, "completed_on", *_last_done(dossier))
    yield from _not_before(dossier, "completed_on", "发现时间", dossier.issue.found_on)
    yield from _not_after_move(dossier, "completed_on")


def _accepted_in_time(dossier: Dossier) -> Iterator[Missing]:
    yield from _not_before(dossier, "accepted_on", "完成时间", dossier.round.completed_on)
    yield from _not_after_move(dossier, "accepted_on")


def _last_done(dossier: Dossier) -> tuple[str, date | None]:
    """What the last measure of this round is called that was done, and when that was."""
    done = [
        (each.done_on, number) for number, each in enumerate(dossier.measures, 1) if each.done_on
    ]
    day, number = max(done, default=(None, 0))
    return f"整改措施{number}的完成时间", day


def _not_before(
    dossier: Dossier, field: str, what: str, earliest: date | None
) -> Iterator[Missing]:
    """A day of the round is not before another one, where both are known."""
    day: date | None = getattr(dossier.round, field)
    if day and earliest and day < earliest:
        yield Missing(
            f"{Rectification.field(field).label}早于{what}（{earliest}）",
            f"不早于{earliest}",
            place_of(dossier.round, field),
            f"round.{field}",
        )


def _not_after_move(dossier: Dossier, field: str) -> Iterator[Missing]:
    """A day of the round is not after the day of the move."""
    day: date | None = getattr(dossier.round, field)
    on = dossier.moving.on
    if day and on and day > on:
        yield Missing(
            f"{Rectification.field(field).label}晚于办理日期（{on}）",
            f"不晚于{on}",
            place_of(dossier.round, field),
            f"round.{field}",
            Remedy.TODAY,
        )


def _other_acceptor(dossier: Dossier) -> Iterator[Missing]:
    round = dossier.round
    if round.accepted_by and round.accepted_by == round.owner and not dossier.moving.reason:
        yield Missing(
            "验收人就是责任人",
            "换一位验收人；确实换不了的，写明原因",
            place_of(round, "accepted_by"),
            "round.accepted_by",
        )


def _three_looks(dossier: Dossier) -> Iterator[Missing]:
    """三看 of the plan: 问题是否找准, 措施是否有力, 成效是否明显."""
    for field in LOOKS:
        if not getattr(dossier.round, field):
            label = Rectification.field(field).label
            yield Missing(
                f"三看：{label}还没有确认",
                "确认后勾选；做不到的请退回补课",
                place_of(dossier.round, field),
                f"round.{field}",
            )


def _effect_suffices(dossier: Dossier) -> Iterator[Missing]:
    if dossier.round.effect is Effect.POOR:
        yield Missing(
            "成效为“差”，不能验收合格",
            "请退回补课，或重新评定",
            place_of(dossier.round, "effect"),
            "round.effect",
        )


def _proved(dossier: Dossier) -> Iterator[Missing]:
    if not dossier.evidence and not dossier.moving.reason:
        yield Missing(
            "还没有佐证材料",
            f"添加至少一件；{OR_REASON}",
            place_of(dossier.issue, "evidence"),
            "step.reason",
            Remedy.ADD,
        )


def _later_due(dossier: Dossier) -> Iterator[Missing]:
    step = dossier.moving
    if step.new_due and step.old_due and step.new_due <= step.old_due:
        yield Missing(
            f"新时限不晚于原时限（{step.old_due}）",
            "延期后的时限要晚于原来的时限",
            place_of(step, "new_due"),
            "step.new_due",
        )


def _not_before_last_step(dossier: Dossier) -> Iterator[Missing]:
    step = dossier.moving
    last = max((each.on for each in dossier.steps if each.on), default=None)
    if step.on and last and step.on < last:
        yield Missing(
            f"日期早于上一次流转（{last}）",
            f"不早于{last}",
            place_of(step, "on"),
            "step.on",
            Remedy.TODAY,
        )


def _mergeable(dossier: Dossier) -> Iterator[Missing]:
    target = dossier.target
    wanted = "选一个本活动里还在册的问题"
    place = place_of(dossier.issue, "merged_into")
    if target is None:
        yield Missing("合并到哪个问题未填写", wanted, place, "issue.merged_into")
    elif (
        target.id == dossier.issue.id
        or target.campaign != dossier.issue.campaign
        or target.state in GONE
    ):
        yield Missing(f"不能合并到{target.number}", wanted, place, "issue.merged_into")


MEASURES_PLANNED = Requirement("整改措施", _measures_planned, ("measure.content",))
MEASURES_DONE = Requirement("整改措施已完成", _measures_done)
WHAT_WAS_DONE = Requirement("采取的措施", _what_was_done, ("measure.content",))
FOUND_FIRST = Requirement("", _found_first)
COMPLETED_IN_TIME = Requirement("", _completed_in_time)
ACCEPTED_IN_TIME = Requirement("", _accepted_in_time)
OTHER_ACCEPTOR = Requirement("", _other_acceptor)
THREE_LOOKS = Requirement("三看", _three_looks, tuple(f"round.{each}" for each in LOOKS))
EFFECT_SUFFICES = Requirement("", _effect_suffices)
PROVED = Requirement("佐证材料", _proved)
PUBLISHED_FIRST = Requirement("问题和措施公示", published(PublicityKind.ISSUES_AND_MEASURES))
PUBLISHED_RESULT = Requirement("整改结果公示", published(PublicityKind.RESULTS))
LATER_DUE = Requirement("", _later_due)
MERGEABLE = Requirement("合并到", _mergeable, ("issue.merged_into",))
IN_ORDER = Requirement("", _not_before_last_step)
