"""The detail panel: reads one case and hands it to its parts; asks the desk for what is done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from gui.look.panels import EmptyState, Hairline
from gui.office import Office
from gui.rectification.detail import papers
from gui.rectification.detail.case import Case, read_case
from gui.rectification.detail.desk import Desk
from gui.rectification.detail.evidence import EvidenceSection
from gui.rectification.detail.facts import Facts
from gui.rectification.detail.fold import Fold
from gui.rectification.detail.foot import Foot
from gui.rectification.detail.head import Head
from gui.rectification.detail.lines import ProgressSection
from gui.rectification.detail.measures import MeasureSection
from gui.rectification.detail.path import PathStrip
from gui.rectification.detail.rounds import earlier_rounds
from gui.together.offers import add_offers, chosen, offers
from model.dates import show_date
from model.lifecycle import SETTLED, readiness, transitions
from model.lifecycle.path import path_of
from model.words import Move, State

MARGIN = 20
SCROLL_BAR = 10


class DetailPanel(QStackedWidget):
    """One issue with all its work; empty it says what to do."""

    move_wanted = Signal(int, object)  # issue id, Move
    action_wanted = Signal(str)  # id of an action that is done with all selected issues

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.setAccessibleName("问题详情")
        self._office = office
        self._issue_id: int | None = None
        self._selected: list[int] = []
        self._desk = Desk(office, self)
        self._build()
        self._wire()

    def show_issue(self, issue_id: int | None) -> None:
        """Show this issue from now on; None for none."""
        self._issue_id = issue_id
        self.refresh()

    def show_selection(self, ids: list[int]) -> None:
        """With several issues selected the foot is for them all; the case above is one of them."""
        together = len(ids) > 1 or len(self._selected) > 1
        self._selected = ids
        if together:
            self._with_case(self._show_moves)

    def issue_id(self) -> int | None:
        return self._issue_id

    def refresh(self) -> None:
        """Read the case again and show it."""
        case = read_case(self._office, self._issue_id) if self._issue_id else None
        self.setCurrentIndex(0 if case is None else 1)
        if case is not None:
            self._show(case)

    def go_to(self, part: str) -> None:
        """Bring a part of the issue into sight, named by its table, and put the cursor there."""
        sections: dict[str, QWidget] = {
            "measure": self.measures,
            "measures": self.measures,
            "progress": self.progress,
            "evidence": self.evidence,
            "publicity": self.publicity,
            "origin": self.origins,
            "step": self.steps,
        }
        target = sections.get(part)
        if target is None:
            return
        if isinstance(target, Fold):
            target.open()
        found = target.findChild(QWidget, f"{target.objectName()}_add")
        first = found if isinstance(found, QWidget) else target
        # A case that was shown just now has yet to be laid out.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._scroll.ensureWidgetVisible(first)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit(self, path: str) -> None:
        """Open the form that holds a column of the table, with the cursor there.

        Once the work has begun the date is moved by 延期.
        """
        case = read_case(self._office, self._issue_id) if self._issue_id else None
        if case is None:
            return
        if path == "due" and case.issue.state is State.RECTIFYING:
            self._want(Move.EXTEND)
        elif path in ("department", "owner", "due"):
            self._desk.open_round(case, path)
        elif path == "content":
            self._desk.open_issue(case)

    def _build(self) -> None:
        look = self._office.look
        self.head, self.path, self.facts = Head(look), PathStrip(look), Facts(look)
        self.measures, self.progress = MeasureSection(look), ProgressSection(look)
        self.evidence = EvidenceSection(look, self._office.store.blob)
        self.origins = Fold(look, "origins", "来源意见")
        self.acceptance = Fold(look, "acceptance", "验收")
        self.rounds = Fold(look, "rounds", "往轮整改")
        self.publicity = Fold(look, "publicity", "公示", "登记公示")
        self.steps = Fold(look, "steps", "流转记录")
        self.foot = Foot(look)
        self.addWidget(
            EmptyState(look, "no_issue", "track", "在左边选一个问题，这里显示它的全部情况。")
        )
        self.addWidget(self._page())

    def _page(self) -> QWidget:
        sheet = QWidget()
        sheet.setObjectName("detail_sheet")
        _make_white(sheet)
        column = self._column = QVBoxLayout(sheet)
        column.setContentsMargins(MARGIN, 12, MARGIN, 12)
        column.setSpacing(8)
        line = self._office.look.tokens.line
        parts: list[QWidget] = [self.head, self.path, Hairline(line), self.facts, self.measures]
        parts += [self.progress, self.evidence]
        for part in parts:
            column.addWidget(part)
        for fold in (self.origins, self.acceptance, self.rounds, self.publicity, self.steps):
            column.addWidget(fold)
        column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setObjectName("detail_scroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(sheet)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._make_room)
        page = QWidget()
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self.foot)
        return page

    def _make_room(self, _least: int, most: int) -> None:
        """Take the scroll bar's width from the margin, so that all ends where the foot does."""
        self._column.setContentsMargins(MARGIN, 12, MARGIN - (SCROLL_BAR if most else 0), 12)

    def _wire(self) -> None:
        desk = self._desk
        self.foot.move_wanted.connect(self._want)
        self.foot.together_wanted.connect(self._open_together)
        self.head.menu_wanted.connect(self._open_menu)
        self.measures.add_wanted.connect(lambda: self._with_case(desk.add_measure))
        self.measures.ticked.connect(desk.tick)
        self.measures.opened.connect(desk.open)
        self.measures.removed.connect(desk.remove)
        self.progress.written.connect(self._write_progress)
        self.progress.opened.connect(desk.open)
        self.progress.removed.connect(desk.remove)
        self.evidence.add_wanted.connect(lambda: self._with_case(desk.choose_evidence))
        self.evidence.dropped.connect(lambda paths: self._with_case(desk.add_evidence, paths))
        self.evidence.opened.connect(desk.open_evidence)
        self.evidence.removed.connect(desk.remove)
        self.publicity.add_wanted.connect(lambda: self._with_case(desk.add_publicity))
        self.publicity.row_wanted.connect(self._open_publicity)

    def _show(self, case: Case) -> None:
        today, why_not = self._office.today(), self._why_not(case)
        self.head.show_case(case)
        self.path.show_stops(path_of(case.dossier), case.context.year)
        self.facts.show_case(case)
        self.measures.show_case(case, why_not)
        self.progress.show_case(case, show_date(today, case.context.year), why_not)
        self.evidence.show_case(case, why_not)
        self.origins.show_rows(*papers.origins(case))
        self.origins.setVisible(bool(case.opinions))
        self.acceptance.show_rows(*papers.acceptance(case))
        self.rounds.show_rows(*earlier_rounds(case))
        self.rounds.setVisible(len(case.dossier.rounds) > 1)
        self.publicity.show_rows(*papers.publicity(case), writable=not why_not)
        self.steps.show_rows(*papers.path(case))
        self._show_moves(case)

    def _why_not(self, case: Case) -> str:
        """Why nothing of the work on the issue can be altered; blank where it can."""
        settled = case.issue.state in SETTLED
        words = f"{case.issue.state}的问题只能改备注。" if settled else ""
        return self._office.barred(case.campaign) or words

    def _show_moves(self, case: Case) -> None:
        barred = self._office.barred(case.campaign)
        if len(self._selected) > 1:
            self.foot.show_many(len(self._selected), barred)
            return
        possible = transitions(case.issue.state)
        store, today = self._office.store, self._office.today()
        ready = readiness(store, case.issue.id, possible[0].move, {}, today) if possible else None
        settled = case.issue.state in SETTLED
        self.foot.show_moves(possible, ready, settled=settled, barred=barred)

    def _with_case(self, act: object, *given: object) -> None:
        case = read_case(self._office, self._issue_id) if self._issue_id else None
        if case is not None:
            act(case, *given)  # type: ignore[operator]

    def _write_progress(self, text: str) -> None:
        case = read_case(self._office, self._issue_id) if self._issue_id else None
        # The words leave the field only when they are stored.
        if case is not None and self._desk.add_progress(case, text):
            self.progress.field.setText("")  # with no typing left to undo

    def _open_publicity(self, number: int) -> None:
        case = read_case(self._office, self._issue_id) if self._issue_id else None
        if case is not None and number < len(case.dossier.publicity):
            self._desk.open(case.dossier.publicity[number])

    def _open_menu(self, where: QPoint) -> None:
        self._with_case(self._pop_up, where)

    def _pop_up(self, case: Case, where: QPoint) -> None:
        menu: QMenu = self.foot.rarer_menu(self)
        menu.setToolTipsVisible(True)
        menu.addSeparator()
        for text, act, why_not in (
            ("修改问题…", self._desk.open_issue, ""),
            ("修改整改安排…", self._desk.open_round, self._why_not(case)),
            ("变更历史…", self._desk.show_history, ""),
        ):
            action = QAction(text, menu)
            action.setEnabled(not why_not)
            action.setToolTip(why_not)
            action.triggered.connect(lambda _=False, act=act: self._with_case(act))
            menu.addAction(action)
        menu.popup(where)

    def _open_together(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("together_menu")
        self._with_case(self._fill_together, menu)
        menu.popup(where - QPoint(0, menu.sizeHint().height()))

    def _fill_together(self, case: Case, menu: QMenu) -> None:
        offered = offers(chosen(self._office, self._selected))
        add_offers(menu, offered, self.action_wanted.emit, self._office.barred(case.campaign))

    def _want(self, move: Move) -> None:
        if self._issue_id is not None:
            self.move_wanted.emit(self._issue_id, move)


def _make_white(widget: QWidget) -> None:
    """The ground of paper; a plain widget paints no ground unless it is told."""
    widget.setProperty("ground", "surface")
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
