"""Everything a report can list, by the name that a declaration gives it."""

from model.reports.issues import ISSUES
from model.reports.members import MEMBERS
from model.reports.opinions import OPINIONS
from model.reports.source import Source
from model.reports.submissions import SUBMISSIONS
from model.reports.tasks import TASKS

SOURCES: dict[str, Source] = {
    "issues": ISSUES,
    "tasks": TASKS,
    "members": MEMBERS,
    "submissions": SUBMISSIONS,
    "opinions": OPINIONS,
}
