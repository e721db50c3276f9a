"""What the menu does with the campaign that is shown: each entry is one line of DEEDS."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from gui.office import Office
from model.changes import Change
from model.deletion import deletion
from model.fields import Record
from model.lifecycle import register
from model.records import Campaign, Category, Issue, Person, Phase, Rectification
from model.refused import Place

# Forms and tables are loaded with the first dialog: the start of the program does not wait for
# them.


def edit_campaign(parent: QWidget, office: Office, campaign: Campaign) -> None:
    """活动信息: the campaign's own fields in a form."""
    from gui.record_form import edit_record

    edit_record(parent, office, campaign, "活动信息")


def edit_list(kind: type[Record], parent: QWidget, office: Office, campaign: Campaign) -> None:
    """阶段, 问题类别, 人员: all records of a kind in a table."""
    from gui.record_list import RecordList

    RecordList(parent, office, campaign, kind).exec()


def add_issue(parent: QWidget, office: Office, campaign: Campaign) -> int | None:
    """The id of a new issue that the user filled in, or None."""
    from gui.record_form import edit_record

    fresh, first_round = (change.record for change in register(office.store, campaign))
    assert isinstance(fresh, Issue)
    assert isinstance(first_round, Rectification)

    def changes(issue: Issue) -> Iterable[Change]:
        begun = replace(first_round, department=issue.department)
        return [Change(None, issue), Change(None, begun)]

    made = edit_record(parent, office, fresh, "新增问题", changes=changes)
    return made.id if made else None


def delete_campaign(parent: QWidget, office: Office, campaign: Campaign) -> None:
    """Delete the campaign with all that belongs to it; it can be undone, so nobody is asked."""
    office.do(deletion(campaign, office.store), f"删除活动{campaign.title}")


def show_history(parent: QWidget, office: Office, campaign: Campaign) -> Place | None:
    """操作历史; the place that the user wants to see then."""
    from gui.history.operations import show_history as show

    return show(parent, office, campaign)


def show_bin(parent: QWidget, office: Office, campaign: Campaign | None) -> Place | None:
    """回收站; the place of what was brought back. A deleted campaign may have been the only one."""
    from gui.history.bin import show_bin as show

    return show(parent, office, campaign)


def archive_campaign(parent: QWidget, office: Office, campaign: Campaign) -> None:
    """归档, or, of an archived campaign, 取消归档."""
    after = replace(campaign, archived=not campaign.archived)
    office.do([Change(campaign, after)], f"{archive_words(campaign)}{campaign.title}")


def archive_words(campaign: Campaign) -> str:
    """What archive_campaign would do."""
    return "取消归档" if campaign.archived else "归档"


def submit(parent: QWidget, office: Office, campaign: Campaign) -> None:
    """报送: write a report, keep it, tick its task."""
    from gui.submissions import send

    send(parent, office, campaign)


def submissions(parent: QWidget, office: Office, campaign: Campaign) -> None:
    """报送记录: what was sent, each file as it was."""
    from gui.submissions import show_submissions

    show_submissions(parent, office, campaign)


Deed = Callable[[QWidget, Office, Campaign], object]

DEEDS: dict[str, Deed] = {
    "edit_campaign": edit_campaign,
    "edit_phases": partial(edit_list, Phase),
    "edit_categories": partial(edit_list, Category),
    "edit_persons": partial(edit_list, Person),
    "archive_campaign": archive_campaign,
    "delete_campaign": delete_campaign,
    "submit": submit,
    "submissions": submissions,
    "history": show_history,
}
"""What each of these actions does with the window, its office and the campaign; a Place that it
answers is shown."""
