"""What the preferences mean for exported tables and for new campaigns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gui.preferences.declared import DateStyle, Preferences
from model.changes import Change
from model.excel.look import DATE_CHINESE, DATE_SHORT, OFFICIAL, Look
from model.records import Campaign

_FORMATS = {DateStyle.DIGITS: DATE_SHORT, DateStyle.CHINESE: DATE_CHINESE}


def official_look(preferences: Preferences) -> Look:
    """How exported tables look: the official look with the office's own fonts and dates."""
    title, body = preferences.title_font, preferences.body_font
    return replace(
        OFFICIAL,
        title=replace(OFFICIAL.title, family=title or OFFICIAL.title.family),
        info=replace(OFFICIAL.info, family=body or OFFICIAL.info.family),
        body=replace(OFFICIAL.body, family=body or OFFICIAL.body.family),
        date_format=_FORMATS[preferences.date_style or DateStyle.DIGITS],
    )


def prefilled(changes: Sequence[Change], preferences: Preferences) -> list[Change]:
    """The changes that enter a new campaign, which is first, with what the office has set once.

    What the plan or the user said of 填报单位 is not altered here, for it is asked for at the door.
    """
    campaign = changes[0].record
    assert isinstance(campaign, Campaign)
    warned = preferences.warning_days
    begun = replace(
        campaign,
        superior=preferences.superior or campaign.superior,
        warning_days=campaign.warning_days if warned is None else warned,
    )
    return [Change(None, begun), *changes[1:]]
