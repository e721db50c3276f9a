"""The list of the built-in plans, as it is read from resources/templates."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from model.frozen import Frozen
from model.refused import Refused
from model.words import Precision

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "templates"

Json = Mapping[str, Any]


class Span(Frozen):
    """A name with the first and last day of what is known of it: a phase on the thumbnail."""

    name: str
    start: date
    end: date
    precision: Precision


class TemplateInfo(Frozen):
    """What the list of built-in plans shows of one.

    ``name`` is its short name, ``scheme`` the common name of its categories (五查看);
    ``year_note`` says how the year was inferred where the plan does not give it.
    """

    id: str
    name: str
    title: str
    theme: str
    scheme: str
    year_note: str
    task_count: int
    span: Span
    phases: tuple[Span, ...]


def catalogue(folder: Path = FOLDER) -> list[TemplateInfo]:
    """The built-in plans in the order they are offered."""
    plans = [json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")]
    return [_info(plan) for plan in sorted(plans, key=lambda plan: (plan["order"], plan["id"]))]


def plan_of(template_id: str, folder: Path = FOLDER) -> Json:
    """What the file of a built-in plan holds. Refused for an unknown one, naming the known."""
    known = [info.id for info in catalogue(folder)]
    if template_id not in known:
        raise Refused(f"没有“{template_id}”这个内置方案。可选：{'、'.join(known)}。")
    plan: Json = json.loads((folder / f"{template_id}.json").read_text("utf-8"))
    return plan


def _info(plan: Json) -> TemplateInfo:
    campaign = plan["campaign"]
    return TemplateInfo(
        plan["id"],
        plan["name"],
        campaign["title"],
        campaign.get("theme", ""),
        plan["scheme"],
        plan.get("year_note", ""),
        len(plan["tasks"]),
        _span(campaign, campaign["title"]),
        tuple(_span(phase, phase["name"]) for phase in plan["phases"]),
    )


def _span(dated: Json, name: str) -> Span:
    start, end = (date.fromisoformat(dated[key]) for key in ("start", "end"))
    return Span(name, start, end, precision_of(dated))


def precision_of(dated: Json) -> Precision:
    """How exactly the plan knows these dates; to the day where it says nothing."""
    return Precision(dated.get("precision", Precision.DAY))
