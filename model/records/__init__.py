"""The records of the office: what is kept, each field declared once with its Chinese label."""

from model.fields import Record
from model.records.desk import View
from model.records.issue import Issue, Measure, Opinion, Origin, Progress, Rectification
from model.records.people import Member, Person
from model.records.plan import Campaign, Category, Phase, Submission, Tally, Task
from model.records.proof import Evidence, Publicity, Step

KINDS: tuple[type[Record], ...] = (
    Campaign, Person, Phase, Task, Category, Issue, Rectification, Measure, Progress,
    Step, Publicity, Evidence, Member, Opinion, Origin, Tally, Submission, View,
)  # fmt: skip
"""Every kind; one may refer to those before it."""

BY_TABLE: dict[str, type[Record]] = {kind.table: kind for kind in KINDS}

__all__ = [
    "BY_TABLE",
    "KINDS",
    "Campaign",
    "Category",
    "Evidence",
    "Issue",
    "Measure",
    "Member",
    "Opinion",
    "Origin",
    "Person",
    "Phase",
    "Progress",
    "Publicity",
    "Rectification",
    "Step",
    "Submission",
    "Tally",
    "Task",
    "View",
]
