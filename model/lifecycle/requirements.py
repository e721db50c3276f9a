"""What a move can need: each requirement names every thing that is missing, and where it goes."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from model.fields import Record
from model.frozen import Frozen
from model.lifecycle.dossier import Dossier
from model.records import Issue, Publicity, Rectification, Step
from model.refused import Place
from model.words import Effect, PublicityKind, State


class Remedy(StrEnum):
    """How a missing thing is mended; the value is the words on its button."""

    FILL_IN = "去填写"
    TODAY = "填今天"
    DONE_TODAY = "标为今天完成"
    ADD = "去添加"
    LOOK = "去查看"


class Missing(Frozen):
    """One thing that a move still needs.

    ``path`` is the entry of the move's form that supplies it; blank where it lies elsewhere,
    at ``place`` (a measure not done, a publicity not settled).
    """

    text: str
    wanted: str
    place: Place
    path: str = ""
    remedy: Remedy = Remedy.FILL_IN


class Requirement(Frozen):
    """One thing a move needs: its name when it is there, and what is missing when it is not.

    A bare condition on what is there (a date in order) has no name and is never said to be there.
    ``paths`` are the entries of the move's form that must be filled in for it.
    """

    label: str
    missing: Callable[[Dossier], Iterable[Missing]]
    paths: tuple[str, ...] = ()


def _place(record: Record, field: str = "") -> Place:
    return Place(record.table, record.id, field)


def _filled(
    part: str, field: str, wanted: str, remedy: Remedy = Remedy.FILL_IN, label: str = ""
) -> Requirement:
    """A field of the issue, its current round or the step must be filled in."""
    kinds: dict[str, type[Record]] = {"issue": Issue, "round": Rectification, "step": Step}
    declared = kinds[part].field(field)
    name = label or declared.label

    def missing(dossier: Dossier) -> Iterator[Missing]:
        record = {"issue": dossier.issue, "round": dossier.round, "step": dossier.step}[part]
        assert record is not None
        if getattr(record, field) == declared.kind.empty:
            yield Missing(f"{name}未填写", wanted, _place(record, field), f"{part}.{field}", remedy)

    return Requirement(name, missing, (f"{part}.{field}",))


LOOKS = ("problem_accurate", "measures_strong", "effect_evident")
OR_REASON = "确实没有的，写明原因"

CONTENT = _filled("issue", "content", "写清是什么问题")
CATEGORY = _filled("issue", "category", "从本次活动的类别中选")
SOURCE = _filled("issue", "source", "问题从哪里来，如自查、群众评议")
LEADER = _filled("round", "leader", "由哪位领导牵头")
OWNER = _filled("round", "owner", "由谁负责整改")
DUE = _filled("round", "due", "哪一天前改好")
RESULT = _filled("round", "result", "写明做了什么、结果怎样")
COMPLETED = _filled("round", "completed_on", "不晚于今天", Remedy.TODAY)
ACCEPTED_BY = _filled("round", "accepted_by", "由谁验收")
ACCEPTED_ON = _filled("round", "accepted_on", "哪天验收的", Remedy.TODAY)
EFFECT = _filled("round", "effect", "好、较好或一般；差的请退回补课")
LACKING = _filled("round", "lacking", "写明下一轮要补什么")
STAGE_GOAL = _filled("round", "stage_goal", "这个阶段先做到什么")
REVIEW_ON = _filled("round", "review_on", "哪天再来检视")
REASON = _filled("step", "reason", "写明为什么")
APPROVER = _filled("step", "approver", "由哪位领导同意")
SIGNED = _filled("step", "approver", "由哪位领导审签", label="审签人")
NEW_DUE = _filled("step", "new_due", "新的整改时限")


def _measures_planned(dossier: Dossier) -> Iterator[Missing]:
    if not dossier.measures:
        yield Missing(
            "整改措施还没有",
            "至少写一条要做的事",
            _place(dossier.round, "measures"),
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
                _place(measure, "done_on"),
                remedy=Remedy.DONE_TODAY,
            )
        elif measure.done_on > dossier.moving.on:  # type: ignore[operator]
            yield Missing(
                f"整改措施{number}的完成时间晚于{dossier.moving.on}",
                measure.content,
                _place(measure, "done_on"),
            )


def _what_was_done(dossier: Dossier) -> Iterator[Missing]:
    if not any(measure.done_on for measure in dossier.measures):
        yield Missing(
            "采取的措施未填写",
            "当场做了什么",
            _place(dossier.round, "measures"),
            "measure.content",
        )


def _completed_in_time(dossier: Dossier) -> Iterator[Missing]:
    completed = dossier.round.completed_on
    on = dossier.moving.on
    if completed and on and completed > on:
        yield Missing(
            "完成时间晚于提交日期",
            f"不晚于{on}",
            _place(dossier.round, "completed_on"),
            "round.completed_on",
            Remedy.TODAY,
        )


def _accepted_in_time(dossier: Dossier) -> Iterator[Missing]:
    accepted, completed = dossier.round.accepted_on, dossier.round.completed_on
    on = dossier.moving.on
    if accepted and completed and accepted < completed:
        yield Missing(
            "验收时间早于完成时间",
            f"不早于{completed}",
            _place(dossier.round, "accepted_on"),
            "round.accepted_on",
        )
    if accepted and on and accepted > on:
        yield Missing(
            "验收时间晚于今天",
            f"不晚于{on}",
            _place(dossier.round, "accepted_on"),
            "round.accepted_on",
            Remedy.TODAY,
        )


def _other_acceptor(dossier: Dossier) -> Iterator[Missing]:
    round = dossier.round
    if round.accepted_by and round.accepted_by == round.owner and not dossier.moving.reason:
        yield Missing(
            "验收人就是责任人",
            "换一位验收人；确实换不了的，写明原因",
            _place(round, "accepted_by"),
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
                _place(dossier.round, field),
                f"round.{field}",
            )


def _effect_suffices(dossier: Dossier) -> Iterator[Missing]:
    if dossier.round.effect is Effect.POOR:
        yield Missing(
            "成效为“差”，不能验收合格",
            "请退回补课，或重新评定",
            _place(dossier.round, "effect"),
            "round.effect",
        )


def _proved(dossier: Dossier) -> Iterator[Missing]:
    if not dossier.evidence and not dossier.moving.reason:
        yield Missing(
            "还没有佐证材料",
            f"添加至少一件；{OR_REASON}",
            _place(dossier.issue, "evidence"),
            "step.reason",
            Remedy.ADD,
        )


def _published(kind: PublicityKind) -> Callable[[Dossier], Iterator[Missing]]:
    """A publicity of this kind is over and every objection settled, or there is a reason."""

    def missing(dossier: Dossier) -> Iterator[Missing]:
        shown = [each for each in dossier.publicity if each.kind is kind]
        if not dossier.issue.requires_publicity or dossier.moving.reason:
            return
        lacking = [found for each in shown if (found := _unfinished(dossier, each))]
        if not shown:
            yield Missing(
                f"“{kind}”还没有公示",
                f"公示期满、异议处理完再办；{OR_REASON}",
                _place(dossier.issue, "publicity"),
                "step.reason",
                Remedy.ADD,
            )
        elif len(lacking) == len(shown):
            yield lacking[-1]

    return missing


def _unfinished(dossier: Dossier, shown: Publicity) -> Missing | None:
    """What a publicity that was begun still needs."""
    on = dossier.moving.on
    assert on is not None
    if shown.end is None or shown.end >= on:
        return Missing(
            f"“{shown.kind}”的公示到{shown.end}才满",
            "期满第二天再办；确实等不了的，写明原因",
            _place(dossier.issue, "publicity"),
            "step.reason",
            Remedy.LOOK,
        )
    if not shown.settled:
        return Missing(
            f"“{shown.kind}”的公示还没有了结",
            f"没有异议或已处理完，就勾选“已了结”；{OR_REASON}",
            _place(shown, "settled"),
            "step.reason",
        )
    return None


def _later_due(dossier: Dossier) -> Iterator[Missing]:
    step = dossier.moving
    if step.new_due and step.old_due and step.new_due <= step.old_due:
        yield Missing(
            f"新时限不晚于原时限（{step.old_due}）",
            "延期后的时限要晚于原来的时限",
            _place(step, "new_due"),
            "step.new_due",
        )


def _not_before_last_step(dossier: Dossier) -> Iterator[Missing]:
    step = dossier.moving
    last = max((each.on for each in dossier.steps if each.on), default=None)
    if step.on and last and step.on < last:
        yield Missing(
            f"日期早于上一次流转（{last}）",
            f"不早于{last}",
            _place(step, "on"),
            "step.on",
            Remedy.TODAY,
        )


def _mergeable(dossier: Dossier) -> Iterator[Missing]:
    target = dossier.target
    wanted = "选一个本活动里还在册的问题"
    place = _place(dossier.issue, "merged_into")
    if target is None:
        yield Missing("合并到哪个问题未填写", wanted, place, "issue.merged_into")
    elif (
        target.id == dossier.issue.id
        or target.campaign != dossier.issue.campaign
        or target.state in (State.DECLINED, State.MERGED)
    ):
        yield Missing(f"不能合并到{target.number}", wanted, place, "issue.merged_into")


MEASURES_PLANNED = Requirement("整改措施", _measures_planned, ("measure.content",))
MEASURES_DONE = Requirement("整改措施已完成", _measures_done)
WHAT_WAS_DONE = Requirement("采取的措施", _what_was_done, ("measure.content",))
COMPLETED_IN_TIME = Requirement("", _completed_in_time)
ACCEPTED_IN_TIME = Requirement("", _accepted_in_time)
OTHER_ACCEPTOR = Requirement("", _other_acceptor)
THREE_LOOKS = Requirement("三看", _three_looks, tuple(f"round.{each}" for each in LOOKS))
EFFECT_SUFFICES = Requirement("", _effect_suffices)
PROVED = Requirement("佐证材料", _proved)
PUBLISHED_FIRST = Requirement("问题和措施公示", _published(PublicityKind.ISSUES_AND_MEASURES))
PUBLISHED_RESULT = Requirement("整改结果公示", _published(PublicityKind.RESULTS))
LATER_DUE = Requirement("", _later_due)
MERGEABLE = Requirement("合并到", _mergeable, ("issue.merged_into",))
IN_ORDER = Requirement("", _not_before_last_step)
