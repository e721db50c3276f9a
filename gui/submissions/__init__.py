"""报送: what goes upward is written once, kept byte for byte, and listed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.office import Office
from gui.submissions.keeping import KeptFiles
from gui.submissions.list import SubmissionList
from gui.submissions.sending import SendingDialog
from model.records import Campaign, Submission

OFFERS = ("关闭", "另存为…", "打开文件")


def send(parent: QWidget | None, office: Office, campaign: Campaign) -> Submission | None:
    """Send a report; what was stored, or None. Then its file is offered."""
    dialog = SendingDialog(parent, office, campaign)
    try:
        dialog.exec()
        sent, remarks = dialog.submission, dialog.remarks
    finally:
        dialog.deleteLater()
    if sent is not None:
        kept = KeptFiles(parent, office)
        told = "\n".join([f"{sent.name}\n已原样留底，可在“报送记录”里再打开。", *remarks])
        answer = office.ask.choose(f"已报送{sent.report}", told, OFFERS)
        if answer == 1:
            kept.save_as(sent)
        elif answer == 2:
            kept.open(sent)
    return sent


def show_submissions(parent: QWidget | None, office: Office, campaign: Campaign) -> None:
    """报送记录."""
    dialog = SubmissionList(parent, office, campaign)
    try:
        dialog.exec()
    finally:
        dialog.deleteLater()
