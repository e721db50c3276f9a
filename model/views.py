"""Views of a page: which rows are shown in what order and columns, saved under names."""

import json
from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any

from model.changes import Change
from model.frozen import Frozen
from model.kinds import Text
from model.reader import Reader
from model.records import View
from model.refused import Refused
from model.words import Level, Page, State

Told = Mapping[str, Any]


class Arrangement(Frozen):
    """What a view says of a page; what it is silent about stays as it is.

    ``question`` is a name in QUESTIONS: rows that no column tells. ``filters`` tell by the path of
    a column what passes there, in plain words. ``columns`` tell ``sort`` and ``reverse``,
    ``group``, ``hidden`` and ``order`` by paths; None for a view that takes no columns along.
    """

    question: str = ""
    filters: Mapping[str, Told] = field(default_factory=dict)
    columns: Told | None = None
    search: str = ""


OVERDUE, MINE, TODAY = "overdue", "mine", "today"
QUESTIONS = {OVERDUE: "逾期", MINE: "我的逾期", TODAY: "今天动过的"}
ALL = "全部"
BUILT_IN: dict[Page, dict[str, Arrangement]] = {
    Page.ISSUES: {
        ALL: Arrangement(),
        QUESTIONS[OVERDUE]: Arrangement(OVERDUE),
        QUESTIONS[MINE]: Arrangement(MINE),
        "待验收": Arrangement(filters={"state": {"ticked": [str(State.AWAITING_ACCEPTANCE)]}}),
        "领导班子问题": Arrangement(filters={"level": {"ticked": [str(Level.LEADERSHIP)]}}),
        QUESTIONS[TODAY]: Arrangement(TODAY),
    },
    Page.OPINIONS: {
        ALL: Arrangement(),
        "待处理": Arrangement(filters={"fate": {"ticked": ["待处理"]}}),
        "不予立项": Arrangement(filters={"fate": {"ticked": ["不予立项"]}}),
    },
}
"""Those that every campaign has, by page and name."""


def packed(arrangement: Arrangement) -> str:
    """The arrangement as the text that a View keeps."""
    told = {name: getattr(arrangement, name) for name in arrangement.__match_args__}
    filled = {name: value for name, value in told.items() if value not in ("", {}, None)}
    return json.dumps(filled, ensure_ascii=False, sort_keys=True)


def unpacked(text: str) -> Arrangement:
    """The arrangement in a View; of a text that was garbled what can be read of it."""
    try:
        told = json.loads(text)
    except ValueError:
        told = {}
    kinds = {"question": str, "filters": dict, "columns": dict, "search": str}
    found: dict[str, Any] = {
        name: value
        for name, value in (told.items() if isinstance(told, dict) else ())
        if isinstance(value, kinds.get(name, ()))
    }
    return Arrangement(**found)


def saving(
    reader: Reader, campaign: int, page: Page, name: str, arrangement: Arrangement
) -> list[Change]:
    """The change that keeps ``arrangement`` under ``name``, anew where the name is there.

    Raises Refused for the name of a built-in view.
    """
    name = _own_name(page, name)
    kept = _named(reader, campaign, page, name)
    fresh = kept or View(reader.fresh_id(View), campaign=campaign, room=page, name=name)
    return [Change(kept, replace(fresh, definition=packed(arrangement)))]


def renaming(reader: Reader, view: View, name: str) -> list[Change]:
    """The change of a name; none where it stays. Raises Refused for a name that is taken."""
    assert view.campaign is not None
    assert view.room is not None
    name = _own_name(view.room, name)
    if name == view.name:
        return []
    if _named(reader, view.campaign, view.room, name):
        raise Refused(f"已经有叫“{name}”的视图了。请换一个名称。")
    return [Change(view, replace(view, name=name))]


def _own_name(page: Page, name: str) -> str:
    name = str(Text().parse(name))
    if not name:
        raise Refused("请写视图的名称。")
    if name in BUILT_IN.get(page, {}):
        raise Refused(f"“{name}”是程序自带的视图。请换一个名称。")
    return name


def _named(reader: Reader, campaign: int, page: Page, name: str) -> View | None:
    found = reader.all(View, campaign=campaign, room=page)
    return next((view for view in found if view.name == name), None)
