"""How an issue is named in a list to choose from: found by its number and by its words."""

from __future__ import annotations

from collections.abc import Iterable

from model.records import Issue

SHOWN = 28  # characters of the content


def issue_names(issues: Iterable[Issue]) -> dict[int, str]:
    """2011-003 挂号窗口…, by id."""
    return {issue.id: f"{issue.number} {_short(issue.content)}" for issue in issues}


def _short(content: str) -> str:
    words = " ".join(content.split())
    return words if len(words) <= SHOWN else words[:SHOWN] + "…"
