"""Commands that write: a campaign from a built-in plan."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import Any

from gui.desk import Desk
from gui.ledgers import user_name
from gui.preferences import recall
from gui.preferences.effects import prefilled
from gui.settings_file import SettingsFile
from model.fields import R
from model.kinds import clean
from model.opening import open_to_write
from model.refused import Refused
from model.templates import campaign_from, catalogue


def list_templates() -> int:
    """One id and title a line."""
    for info in catalogue():
        sys.stdout.write(f"{info.id} {info.title}\n")
    return 0


def new_campaign(desk: Desk, template: str, start: date | None, institution: str) -> int:
    """Enter a campaign into the ledger, which is made if it is not there yet."""
    preferences = recall(SettingsFile.beside(desk.path))
    institution = _readable(institution) or preferences.institution
    # A wrong plan or date shall not leave an empty ledger behind.
    campaign_from(template, _Nothing(), start, institution)
    store = open_to_write(desk.path, user=preferences.user or user_name(), new=True)
    try:
        changes = prefilled(campaign_from(template, store, start, institution), preferences)
        campaign = changes[0].record
        store.apply(changes, f"建立活动{campaign.title}")
    finally:
        store.close()
    sys.stdout.write(f"已建立活动{campaign.id}：{campaign.title}（{desk.path}）\n")
    return 0


def _readable(institution: str) -> str:
    """What was typed, if anything can be kept of it. Raises Refused."""
    if institution and not clean(institution):
        raise Refused("--institution 后面没有能用的字。请写单位名称，如 某某镇卫生院。")
    return institution


class _Nothing:
    """A ledger without any record, for a rehearsal."""

    def get(self, kind: type[R], id: int | None) -> R:
        raise LookupError(f"there is no {kind.table} {id}")

    def find(self, kind: type[R], id: int | None) -> R | None:
        return None

    def all(self, kind: type[R], **where: Any) -> Sequence[R]:
        return ()

    def fresh_id(self, kind: type[R]) -> int:
        return 1
