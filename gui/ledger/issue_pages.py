"""The forms of the issues in the order of the sheet, one after the other."""

from __future__ import annotations

from gui.office import Office
from gui.record_form.paged_dialog import Page
from gui.record_table import RecordTable
from model.fields import Record
from model.lifecycle import SETTLED
from model.records import Issue, Opinion, Origin


class IssuePages:
    """Goes through the rows as they are sorted and filtered; a settled issue has no form."""

    def __init__(self, office: Office, table: RecordTable) -> None:
        self._office, self._table = office, table

    def page(self, issue: Issue) -> Page:
        """The form of an issue; below the content, which opinions it came from."""
        return Page(issue, f"问题{issue.number}", self._origins(issue.id))

    def beside(self, record: Record, step: int) -> Page | None:
        rows, state = self._table.records.rows, self._table.records.column_of("state")
        row = rows.row_of(record.id)
        if row is None:
            return None
        row += step
        while 0 <= row < len(rows):
            if rows.value(row, state) not in SETTLED:
                return self.page(self._office.store.get(Issue, rows.id_at(row)))
            row += step
        return None

    def arrived(self, record: Record) -> None:
        self._table.select_id(record.id)

    def _origins(self, issue: int) -> dict[str, str]:
        """Never who said them."""
        store = self._office.store
        opinions = [store.get(Opinion, each.opinion) for each in store.all(Origin, issue=issue)]
        said = "；".join(f"{each.channel}“{each.content}”" for each in opinions)
        return {"content": f"来自意见：{said}"} if said else {}
