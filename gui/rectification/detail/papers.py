"""What the closed rows at the foot of the detail say: acceptance, publicity, path so far."""

from __future__ import annotations

from gui.rectification.detail.case import Case
from model.dates import show_date
from model.judgements.lights import publicity_days
from model.records import Publicity, Rectification, Step

Rows = list[tuple[str, str]]


def acceptance(case: Case) -> tuple[str, Rows]:
    """验收: a fact and the rows of the current round; until it is done, of the one before."""
    *earlier, current = case.dossier.rounds
    last = earlier[-1] if earlier else None
    if last is not None and not (current.completed_on or current.result):
        return f"第{last.round}轮{_accepted_fact(case, last)}", _acceptance_rows(case, last)
    number = f"第{current.round}轮" if earlier else ""
    asked = [("上轮补课要求", last.lacking)] if last is not None and last.lacking else []
    return f"{number}{_accepted_fact(case, current)}", asked + _acceptance_rows(case, current)


def _accepted_fact(case: Case, round: Rectification) -> str:
    year = case.context.year
    if round.lacking and not round.effect:
        return "退回补课"
    if round.accepted_on:
        return f"{show_date(round.accepted_on, year)}验收，成效{round.effect or '未定'}"
    return f"{show_date(round.completed_on, year)}完成" if round.completed_on else "提交验收后填写"


def _acceptance_rows(case: Case, round: Rectification) -> Rows:
    year = case.context.year
    looks = [
        round.field(name).label
        for name in ("problem_accurate", "measures_strong", "effect_evident")
        if getattr(round, name)
    ]
    rows = [
        ("整改情况", round.result),
        ("完成时间", show_date(round.completed_on, year)),
        ("验收人", case.name(round.accepted_by)),
        ("三看", "、".join(looks)),
        ("验收意见", round.verdict),
        ("补课要求", round.lacking),
    ]
    return [(caption, words) for caption, words in rows if words]


def origins(case: Case) -> tuple[str, Rows]:
    """来源意见: what was said and how it came in; who said it is shown nowhere but in 意见."""
    year = case.context.year
    rows = [
        (each.channel, " · ".join(filter(None, (show_date(each.received_on, year), each.content))))
        for each in case.opinions
    ]
    return f"{len(rows)}条", rows


def publicity(case: Case) -> tuple[str, Rows]:
    """公示: a fact and one row for each."""
    shown = case.dossier.publicity
    if not shown:
        days = publicity_days(case.campaign)
        needed = case.issue.requires_publicity
        return (f"本问题需公示{days}个工作日" if needed else "不需公示"), []
    rows = [(str(each.kind), _publicity_words(case, each)) for each in shown]
    return f"{len(shown)}次", rows


def _publicity_words(case: Case, shown: Publicity) -> str:
    year = case.context.year
    words = [f"{show_date(shown.start, year)}—{show_date(shown.end, year)}", shown.place]
    words.append(f"异议：{shown.objection}" if shown.objection else "")
    words.append(f"处理：{shown.handling}" if shown.handling else "")
    words.append("已了结" if shown.settled else "未了结")
    return " · ".join(word for word in words if word)


def path(case: Case) -> tuple[str, Rows]:
    """流转记录: every move so far, newest first."""
    steps = case.dossier.steps
    if not steps:
        return "还没有流转", []
    last = steps[-1]
    fact = f"{len(steps)}条，最近{show_date(last.on, case.context.year)}{last.move}"
    return fact, [
        (show_date(each.on, case.context.year), _step_words(case, each)) for each in reversed(steps)
    ]


def _step_words(case: Case, step: Step) -> str:
    year = case.context.year
    words = [str(step.move)]
    if step.round and step.round > 1:
        words.append(f"第{step.round}轮")
    if step.new_due:
        words.append(f"时限{show_date(step.old_due, year)}改为{show_date(step.new_due, year)}")
    words += [step.reason, f"审批：{case.name(step.approver)}" if step.approver else ""]
    words.append(f"经办：{step.by}" if step.by else "")
    return " · ".join(word for word in words if word)
