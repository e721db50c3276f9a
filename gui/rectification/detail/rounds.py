"""What earlier rounds came to: they are frozen, and can be read here alone."""

from __future__ import annotations

from gui.rectification.detail.case import Case
from model.dates import show_date
from model.lifecycle.table import TRANSITIONS
from model.records import Measure, Rectification, Step

Rows = list[tuple[str, str]]
OPENS_A_ROUND = frozenset(each.move for each in TRANSITIONS if each.new_round)


def earlier_rounds(case: Case) -> tuple[str, Rows]:
    """往轮整改: a fact and, newest round first, its end, why, its measures and its result."""
    earlier = case.dossier.rounds[:-1]
    rows = [row for round in reversed(earlier) for row in _rows(case, round) if row[1]]
    return f"{len(earlier)}轮", rows


def _rows(case: Case, round: Rectification) -> Rows:
    step = _end(case, round)
    measures = case.earlier_measures.get(round.id, ())
    told = [_measure_words(case, number, each) for number, each in enumerate(measures, 1)]
    return [
        (f"第{round.round}轮", _end_words(case, round, step)),
        ("补课要求", round.lacking),
        ("原因说明", step.reason if step else ""),
        ("整改措施", "\n".join(told)),
        ("整改情况", _said(show_date(round.completed_on, case.context.year), "完成", round.result)),
        ("验收", _acceptance_words(case, round)),
    ]


def _end(case: Case, round: Rectification) -> Step | None:
    """The move that ended a round."""
    ends = (
        step
        for step in reversed(case.dossier.steps)
        if step.round == round.round and step.move in OPENS_A_ROUND
    )
    return next(ends, None)


def _end_words(case: Case, round: Rectification, step: Step | None) -> str:
    """时限4月15日 · 4月20日补课 · 审批：李芳 · 经办：张明"""
    year = case.context.year
    words = [f"时限{show_date(round.due, year)}"] if round.due else []
    if step is not None:
        words.append(f"{show_date(step.on, year)}{step.move}")
        words.append(f"审批：{case.name(step.approver)}" if step.approver else "")
        words.append(f"经办：{step.by}" if step.by else "")
    return " · ".join(filter(None, words))


def _measure_words(case: Case, number: int, measure: Measure) -> str:
    """1. 更换座椅（王强，4月18日完成）"""
    day = show_date(measure.done_on, case.context.year)
    facts = [case.name(measure.owner), f"{day}完成" if day else "未完成"]
    return f"{number}. {measure.content}（{'，'.join(filter(None, facts))}）"


def _acceptance_words(case: Case, round: Rectification) -> str:
    """4月19日李芳验收，成效好：…"""
    if round.accepted_on is None:
        return ""
    day = show_date(round.accepted_on, case.context.year)
    effect = f"，成效{round.effect}" if round.effect else ""
    return _said(f"{day}{case.name(round.accepted_by)}", f"验收{effect}", round.verdict)


def _said(when: str, what: str, words: str) -> str:
    """4月18日完成：…"""
    return "：".join(filter(None, (f"{when}{what}" if when else "", words)))
