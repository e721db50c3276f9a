"""Paints the window, each tab, each form of a move and the first start into PNG files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QDialog

from gui.about import About
from gui.backups.restore_window import RestoreWindow
from gui.bridge import Bridge
from gui.help.window import HelpWindow
from gui.history.bin import BinDialog
from gui.history.operations import OperationHistory
from gui.history.record import RecordHistory
from gui.holidays import HolidaysWindow
from gui.holidays.year_form import YearForm
from gui.ledger.issue_pages import IssuePages
from gui.ledger.opinion_deeds import OpinionDeeds
from gui.ledger.room import LedgerRoom
from gui.main_window import MainWindow
from gui.moves.form import MoveForm
from gui.moves.mover import Mover
from gui.office import Office
from gui.pictures import Pictures, settle
from gui.preferences.dialog import PreferencesDialog
from gui.record_form import RecordDialog, typed_fields
from gui.record_form.paged_dialog import PagedDialog
from gui.record_list import RecordList
from gui.record_table.pasting import Refusal
from gui.record_table.refused_cells import RefusedCells
from gui.room import LISTS
from gui.rooms import DOORS
from gui.submissions.keeping import KeptFiles
from gui.submissions.list import SubmissionList
from gui.submissions.sending import SendingDialog
from gui.timeline.tally_dialog import TallyDialog
from gui.together.filling import FillForm
from gui.together.held import HeldReport
from gui.together.merging import merge_form
from gui.together.moving import move_form
from model.backups import Reason, folder_of, take
from model.lifecycle import SETTLED, TRANSITIONS, gather, readiness, transition
from model.lifecycle.together import move_many
from model.records import (
    Campaign,
    Category,
    Evidence,
    Issue,
    Opinion,
    Person,
    Phase,
    Submission,
    Task,
)
from model.store import Store
from model.store.copying import copy_verified
from model.store.owner import Owner
from model.store.standing import barring
from model.words import Move, State

NINE = time(9, 10)


class Snapshots(Pictures):
    """Pictures of one ledger's window in one folder; nothing of the ledger is altered."""

    def __init__(self, office: Office, window: MainWindow, folder: Path) -> None:
        super().__init__(folder)
        self._office, self._window = office, window

    def paint(self) -> Iterator[Path]:
        """Each picture's path when it is written. Refused where that cannot be."""
        campaigns = self._office.store.all(Campaign)
        if campaigns:
            yield from self._rooms()
            yield from self._lists()
            yield from self._moves(campaigns[-1])
            yield from self._dialogs(campaigns[-1])
            yield from self._backups()
            yield self._read_only()
            yield from self._views()
            yield from self._ledger_detail(campaigns[-1])
            yield from self._filters()
            yield from self._opinions(campaigns[-1])
            yield from self._upward(campaigns[-1])
            yield from self._together(campaigns[-1])
        yield from self._help()
        self._window.show_first_start()
        yield self.keep(self._window, "first-start")
        if campaigns:
            self._window.show_copy(campaigns[-1])
            yield self.keep(self._window, "first-start-copy")

    def _rooms(self) -> Iterator[Path]:
        for door in DOORS:
            self._window.show_room(door.name)
            yield self.keep(self._window, door.name)

    def _lists(self) -> Iterator[Path]:
        """What each tile of the overview opens."""
        for name in LISTS:
            self._window.show_list(name)
            yield self.keep(self._window, f"overview-{name.replace('_', '-')}")

    def _moves(self, campaign: Campaign) -> Iterator[Path]:
        issues = self._office.store.all(Issue, campaign=campaign.id)
        for wanted in TRANSITIONS:
            issue = next((each for each in issues if each.state in wanted.sources), None)
            if issue is not None:
                form = MoveForm(self._office, wanted, gather(self._office.store, issue.id), None)
                name = wanted.move.name.lower().replace("_", "-")
                yield self.keep_dialog(form, f"move-{name}")
        early = next((each for each in issues if self._is_early(each)), None)
        if early is not None:
            self._window.show_room("rectification").reveal(Issue.table, early.id)
            mover = Mover(self._office, lambda place: None, self._window)
            mover.carry_out(early.id, Move.SUBMIT)
            yield self.keep_dialog(self._window.findChildren(QDialog)[-1], "refused")

    def _is_early(self, issue: Issue) -> bool:
        submit = next(each for each in TRANSITIONS if each.move is Move.SUBMIT)
        if issue.state not in submit.sources:
            return False
        found = readiness(self._office.store, issue.id, Move.SUBMIT, {}, self._office.today())
        return any(each.path not in submit.inputs for each in found.missing)

    def _dialogs(self, campaign: Campaign) -> Iterator[Path]:
        for kind, name in ((Phase, "phases"), (Category, "categories"), (Person, "persons")):
            yield self.keep_dialog(RecordList(None, self._office, campaign, kind), f"list-{name}")
        form = RecordDialog(None, self._office, campaign, "活动信息", None, None)
        yield self.keep_dialog(form, "form-campaign")
        yield self.keep_dialog(OperationHistory(None, self._office, campaign), "history")
        yield self.keep_dialog(BinDialog(None, self._office, campaign), "bin")
        yield self.keep_dialog(PreferencesDialog(None, self._office), "preferences")
        about = About(None, self._office, datetime.now())
        yield self.keep_dialog(about, "about")
        yield self.keep_dialog(HolidaysWindow(None, self._office), "holidays")
        year_form = YearForm(None, self._office, self.folder, None)
        yield self.keep_dialog(year_form, "holiday-year")
        issue = self._office.store.all(Issue, campaign=campaign.id)[:1]
        if issue:
            yield self.keep_dialog(RecordHistory(None, self._office, issue[0]), "history-record")

    def _backups(self) -> Iterator[Path]:
        """The list of backups, of a copy that has some."""
        now = datetime.combine(self._office.today(), NINE)
        with TemporaryDirectory(prefix="taizhang-") as folder:
            ledger = Path(folder) / self._office.store.path.name
            copy_verified(self._office.store.path, ledger)
            for hours, reason in ((40, Reason.CLOSING), (17, Reason.CLOSING), (1, Reason.OPENING)):
                take(ledger, folder_of(ledger), now - timedelta(hours=hours), reason)
            office = self._office
            window = RestoreWindow(None, office.look, office.ask, ledger, now=lambda: now)
            for _each in range(2):  # what is read first is asked for by what is shown
                window.wait_until_read()
                settle()
            yield self.keep_dialog(window, "backups")

    def _views(self) -> Iterator[Path]:
        """The ledger in each of its views, and the form that keeps one."""
        room = self._window.show_room("ledger")
        assert isinstance(room, LedgerRoom)
        views = room.issues.views
        for number, name in enumerate([*views.built_in()[1:], *views.own()], 1):
            views.show(name)
            yield self.keep(self._window, f"view-{number}")
        yield self.keep_dialog(views.save_form(), "view-save")
        views.clear()

    def _ledger_detail(self, campaign: Campaign) -> Iterator[Path]:
        """The form beside the sheet of an issue that has something in each of its parts."""
        room = self._window.show_room("ledger")
        assert isinstance(room, LedgerRoom)
        side, store = room.issues.side, self._office.store
        issues = store.all(Issue, campaign=campaign.id)
        proven = {each.issue for each in store.all(Evidence)}
        first = sorted(issues, key=lambda each: (each.state in SETTLED, each.id not in proven))[:1]
        for shown in first:
            room.reveal(Issue.table, shown.id)
            side.open(True)
            yield self.keep(self._window, "ledger-detail")
            side.open(False)

    def _filters(self) -> Iterator[Path]:
        """What opens below a funnel, and the list of cells that a paste could not write."""
        room = self._window.show_room("ledger")
        assert isinstance(room, LedgerRoom)
        settle()  # or the end of the dialog before would close the popup
        table = room.issues.table
        for path in ("category", "found_on"):
            popup = table.filtering.open(table.records.column_of(path))
            if popup is not None:
                yield self.keep(popup, f"filter-{path.replace('_', '-')}")
                popup.close()
        table.group_by("category")
        yield self.keep(self._window, "ledger-grouped")
        table.group_by("")
        titles = [column.title for column in table.records.columns]
        wrong = [
            Refusal(3, 1, "素养能力", "还没有“素养能力”。请从列表中选，或先新增再选。"),
            Refusal(6, 5, "4月31日", "2011年4月没有31日。"),
        ]
        listed = RefusedCells(self._office.look, wrong, titles, "48格", self._window)
        yield self.keep_dialog(listed, "refused-cells")

    def _opinions(self, campaign: Campaign) -> Iterator[Path]:
        """The other page of the ledger."""
        for opinion in self._office.store.all(Opinion, campaign=campaign.id)[:1]:
            self._window.show_room("ledger").reveal(Opinion.table, opinion.id)
            yield self.keep(self._window, "opinions")
            deeds = OpinionDeeds(self._window, self._office)
            yield self.keep_dialog(deeds.merge_form(campaign, [opinion]), "opinions-merge")
            yield self.keep_dialog(deeds.decline_form([opinion]), "opinions-decline")

    def _upward(self, campaign: Campaign) -> Iterator[Path]:
        """报送, what was sent, and what every person has done."""
        store = self._office.store
        yield self.keep_dialog(SendingDialog(None, self._office, campaign), "submit")
        yield self.keep_dialog(SubmissionList(None, self._office, campaign), "submissions")
        kept = KeptFiles(None, self._office)
        for sent in store.all(Submission, campaign=campaign.id)[:1]:
            yield self.keep_dialog(kept.void_form(sent), "submission-void")
        tasks = [each for each in store.all(Task, campaign=campaign.id) if each.target_amount]
        for task in sorted(tasks, key=lambda each: not each.per_person)[:1]:
            yield self.keep_dialog(TallyDialog(None, self._office, task), "tallies")

    def _together(self, campaign: Campaign) -> Iterator[Path]:
        """Work on several issues at once, and the form of one with those around it."""
        office, issues = self._office, self._office.store.all(Issue, campaign=campaign.id)
        able = [each for each in issues if each.state is State.REGISTERED][:3]
        if len(able) < 2:
            return
        wanted = transition(State.REGISTERED, Move.START)
        dossiers = [gather(office.store, each.id) for each in able]
        started = move_form(None, office, wanted, dossiers, 1, len)
        yield self.keep_dialog(started, "together-start")
        ids = [each.id for each in able]
        _none, held = move_many(office.store, ids, Move.START, {}, office.today())
        report = HeldReport(office.look, str(Move.START), 2, held, None)
        yield self.keep_dialog(report, "together-held")
        yield self.keep_dialog(FillForm(None, office, able, len), "together-fill")
        yield self.keep_dialog(merge_form(None, office, able, len), "together-merge")
        room = self._window.show_room("ledger")
        assert isinstance(room, LedgerRoom)
        room.reveal(Issue.table, able[0].id)
        pages = IssuePages(office, room.issues.table)
        form = PagedDialog(None, office, pages.page(able[0]), typed_fields(Issue), pages)
        yield self.keep_dialog(form, "form-issue")

    def _help(self) -> Iterator[Path]:
        """The help as it opens, and with a search."""
        shown = HelpWindow(None, self._office.look, self._office.settings)
        shown.browser.show_page("start")
        shown.show()
        yield self.keep(shown, "help")
        shown.search_edit.setText("时限")
        yield self.keep(shown, "help-search")
        shown.close()
        shown.deleteLater()

    def _read_only(self) -> Path:
        """The window while somebody else writes in the ledger."""
        now = datetime.combine(self._office.today(), NINE)
        path = self._office.store.path
        beside = Store(path, read_only=barring(Owner("李芳", "PC-3", now), "", now))
        office = replace(self._office, store=beside, bridge=Bridge(beside))
        window = MainWindow(office, path)
        window.resize(self._window.size())
        window.show_room("ledger")
        window.show()
        try:
            return self.keep(window, "read-only")
        finally:
            window.close()
            window.deleteLater()
            beside.close()
