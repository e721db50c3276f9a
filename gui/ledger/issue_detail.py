"""One issue beside the sheet: its own fields to type into, where it came from, what proves it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from gui.look.buttons import flat_button
from gui.look.panels import EmptyState, Hairline, label
from gui.office import Office
from gui.record_form import RecordForm, person_adder, suggestions, typed_fields
from gui.record_form.barring import shut
from gui.record_form.editor_state import ENTER
from gui.rectification.detail import papers
from gui.rectification.detail.case import Case, read_case
from gui.rectification.detail.desk import Desk
from gui.rectification.detail.evidence import EvidenceSection
from gui.rectification.detail.fold import Fold
from gui.rectification.detail.head import Head
from gui.rectification.detail.path import PathStrip
from model.changes import Change
from model.lifecycle import SETTLED
from model.lifecycle.path import path_of
from model.records import Campaign, Issue

MARGIN = 20
FIELDS = typed_fields(Issue)
NOTE = [field for field in FIELDS if field.name == "note"]  # all that a settled issue takes
WAYS = (("Alt+Up", -1), ("Alt+Down", 1))


class IssueDetail(QStackedWidget):
    """Each field is written when it is left; a refused one keeps its words and its issue here."""

    menu_wanted = Signal(QPoint)  # where on the screen
    step_wanted = Signal(int)  # the issue above (-1) or below (1)
    left = Signal()  # back to the sheet

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("issue_detail")
        self.setAccessibleName("问题详情")
        self._office = office
        self._case: Case | None = None
        self._leaving = False
        self._desk = Desk(office, self)
        self._build()
        self._wire()

    def issue_id(self) -> int:
        """The issue that is shown; 0 for none."""
        return self._case.issue.id if self._case else 0

    def show_issue(self, issue_id: int) -> bool:
        """Show this issue, 0 for none; False where one that was refused must be mended first."""
        other = issue_id != self.issue_id()
        if self._leaving:
            return True  # what is being written led here; it is shown when that is done
        if other and not self._is_done():
            return False
        self._case = read_case(self._office, issue_id) if issue_id else None
        self.setCurrentIndex(0 if self._case is None else 1)
        if self._case is not None:
            self._show(self._case, other)
        return True

    def forget(self) -> None:
        """Show none from now on, whatever is typed: it belongs to another campaign."""
        self._case = None
        self.setCurrentIndex(0)

    def go_to_field(self, path: str) -> None:
        """Put the cursor into a field; the first one where there is none of that name."""
        names = [field.name for field in FIELDS]
        self.form.focus_field(path if path in names else names[0])
        self._bring_into_sight()

    def go_to_refused(self) -> None:
        """Put the cursor into the field that was refused."""
        self.form.write()
        self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        focused = self.form.focusWidget()
        if focused is not None:
            self._scroll.ensureWidgetVisible(focused)

    def _is_done(self) -> bool:
        """Whether all that was typed is written; of a deleted issue nothing can be."""
        if self._office.store.find(Issue, self.issue_id()) is None:
            return True
        self._leaving = True
        try:
            return self.form.write()
        finally:
            self._leaving = False

    def _write(self, name: str, value: Any) -> None:
        issue = self._office.store.find(Issue, self.issue_id())
        if issue is not None and getattr(issue, name) != value:
            change = Change(issue, replace(issue, **{name: value}))
            self._office.store.apply([change], f"修改{Issue.field(name).label}")

    def _show(self, case: Case, other: bool) -> None:
        barred = self._office.barred(case.campaign)
        settled = case.issue.state in SETTLED
        why_not = barred or (f"{case.issue.state}的问题只能改备注。" if settled else "")
        self.head.show_case(case)
        self.path.show_stops(path_of(case.dossier), case.context.year)
        self._why_not.setText(why_not)
        self._why_not.setVisible(bool(why_not))
        self._show_fields(case.issue, other)
        shut(self.form, FIELDS, closed=bool(why_not))
        shut(self.form, NOTE, closed=bool(barred))
        self.origins.show_rows(*papers.origins(case))
        self.origins.setVisible(bool(case.opinions))
        self.evidence.show_case(case, why_not)
        self.steps.show_rows(*papers.path(case))

    def _show_fields(self, issue: Issue, anew: bool) -> None:
        values = {field.name: getattr(issue, field.name) for field in FIELDS}
        self.form.show_values(values, anew=anew)

    # -- keys --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field; Esc takes back what is typed, then leaves the form."""
        focused = self.form.focusWidget()
        in_form = focused is not None and focused.hasFocus()
        if event.key() in ENTER and in_form:
            self.focusNextPrevChild(True)
            self._bring_into_sight()
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self._case is not None and self.form.is_altered():
            self._show_fields(self._office.store.get(Issue, self.issue_id()), True)
        else:
            self.left.emit()

    # -- parts -------------------------------------------------------------------------------

    def _build(self) -> None:
        look, office = self._office.look, self._office
        self.head, self.path = Head(look, content=False), PathStrip(look)
        self._why_not: QLabel = label(look, "form_barred", "", "label", "ink2")
        self._why_not.setWordWrap(True)
        self.form = RecordForm(
            look,
            FIELDS,
            lambda: office.context(self._campaign()),
            write=self._write,
            suggest=suggestions(office),
            add=person_adder(office),
            today=office.today,
        )
        self.origins = Fold(look, "origins", "来源意见")
        self.evidence = EvidenceSection(look, office.store.blob)
        self.steps = Fold(look, "steps", "流转记录")
        self.history = flat_button(look, "issue_history", "变更历史", icon="history")
        words = "在左边选一个问题，这里显示它的全部情况。"
        self.addWidget(EmptyState(look, "no_issue", "ledger", words))
        self.addWidget(self._page())

    def _campaign(self) -> Campaign | None:
        return self._case.campaign if self._case else None

    def _page(self) -> QWidget:
        sheet = QWidget()
        sheet.setObjectName("issue_detail_sheet")
        sheet.setProperty("ground", "surface")
        sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(MARGIN, 12, MARGIN, 12)
        column.setSpacing(8)
        rule = Hairline(self._office.look.tokens.line)
        for part in (self.form, self.origins, self.evidence, self.steps):
            column.addWidget(part)
        # Put in last, for the keyboard comes to the first field first.
        for place, above in enumerate((self.head, self.path, rule, self._why_not)):
            column.insertWidget(place, above)
        column.addWidget(self.history, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setObjectName("issue_detail_scroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(sheet)
        return self._scroll

    def _wire(self) -> None:
        desk = self._desk
        self.head.menu_wanted.connect(self.menu_wanted)
        self.evidence.add_wanted.connect(lambda: self._with_case(desk.choose_evidence))
        self.evidence.dropped.connect(lambda paths: self._with_case(desk.add_evidence, paths))
        self.evidence.opened.connect(desk.open_evidence)
        self.evidence.removed.connect(desk.remove)
        self.history.clicked.connect(lambda: self._with_case(desk.show_history))
        for keys, step in WAYS:
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            shortcut = QShortcut(QKeySequence(keys), self, context=within)
            shortcut.activated.connect(lambda step=step: self.step_wanted.emit(step))

    def _with_case(self, act: object, *given: object) -> None:
        if self._case is not None:
            act(self._case, *given)  # type: ignore[operator]
