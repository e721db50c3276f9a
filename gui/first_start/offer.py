"""What the first start can begin with: a built-in plan, or a former campaign of the ledger."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from gui.menu_bar import campaign_words
from model.campaign_copying import copy_of, precisions
from model.changes import Change
from model.frozen import Frozen
from model.records import Campaign, Category, Member, Phase, Task
from model.spans import show_span
from model.store import Store
from model.templates import Span, TemplateInfo, campaign_from
from model.words import Precision

LONG = timedelta(days=366)  # after which nobody means a plan's own dates

Make = Callable[[date | None, str], list[Change]]
"""The changes that make the campaign at a start, for an institution."""


class Offer(Frozen):
    """One row of the list.

    ``name`` is bold, ``theme`` stands beside it, ``facts`` and ``span`` are written; ``phases``
    are drawn between ``first`` and ``last``. ``start`` and ``institution`` are proposed;
    ``campaign`` is the one that would be copied.
    """

    name: str
    theme: str
    facts: str
    span: str
    first: date
    last: date
    phases: tuple[tuple[date, date], ...]
    hint: str
    start: str
    institution: str
    label: str
    make: Make
    campaign: int | None = None


def from_template(info: TemplateInfo, store: Store, today: date) -> Offer:
    """A built-in plan, at its own start, or from today on where that is long ago."""
    facts = [f"{len(info.phases)}个阶段", f"{info.task_count}项任务", info.scheme]
    facts += ["年份为推定"] if info.year_note else []
    span = info.span
    return Offer(
        info.name,
        f"“{info.theme}”" if info.theme else info.title,
        " · ".join(facts),
        show_span(span.start, span.end, span.precision, span.start.year),
        span.start,
        span.end,
        tuple((phase.start, phase.end) for phase in info.phases),
        "\n".join(filter(None, (info.title, info.year_note))),
        str(span.start if abs(today - span.start) < LONG else today),
        "",
        f"建立活动{info.title}",
        lambda start, institution: campaign_from(info.id, store, start, institution),
    )


def from_campaign(campaign: Campaign, store: Store, today: date) -> Offer:
    """A former campaign, from today on."""
    phases = store.all(Phase, campaign=campaign.id)
    counts = [
        f"{len(phases)}个阶段",
        f"{len(store.all(Task, campaign=campaign.id))}项任务",
        f"{len(store.all(Category, campaign=campaign.id))}类问题",
        f"小组{len(store.all(Member, campaign=campaign.id))}人",
    ]
    span = _span_of(campaign, phases)
    return Offer(
        campaign_words(campaign),
        "（已归档）" if campaign.archived else "",
        " · ".join(counts),
        show_span(span.start, span.end, span.precision, today.year),
        min([span.start, *(phase.start for phase in phases if phase.start)]),
        max([span.end, *(phase.end for phase in phases if phase.end)]),
        tuple((phase.start, phase.end) for phase in phases if phase.start and phase.end),
        f"{campaign_words(campaign)}\n问题、意见、进展和报送记录不会复制",
        str(today),
        campaign.institution,
        f"复制活动{campaign.title}",
        lambda start, institution: copy_of(campaign, store, start or today, institution),
        campaign.id,
    )


def _span_of(campaign: Campaign, phases: Sequence[Phase]) -> Span:
    """The store takes no campaign without start and end."""
    assert campaign.start is not None
    assert campaign.end is not None
    known = precisions(campaign, phases)
    precision = known[0] if known[0] is known[1] else Precision.DAY
    return Span(campaign.title, campaign.start, campaign.end, precision)
