"""The views of a page: shown by name, kept, renamed, deleted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.entry_form import EntryForm, ask_for
from gui.ledger.arranging import (
    arrange_columns,
    filter_of,
    filter_table,
    told_columns,
    told_filters,
)
from gui.ledger.questions import answer, why_not
from gui.office import Office
from gui.record_table import RecordTable, Row
from model.changes import Change
from model.kinds import Context
from model.records import Campaign, View
from model.views import BUILT_IN, Arrangement, renaming, saving, unpacked
from model.words import Page


class SavedViews(QObject):
    """What one table shows, as views; ``searched`` gives what is sought just now."""

    changed = Signal()  # another question is asked, or views came, went or were renamed
    search_wanted = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        office: Office,
        page: Page,
        table: RecordTable,
        searched: Callable[[], str],
    ) -> None:
        super().__init__(parent)
        self._parent, self._office, self._page = parent, office, page
        self._table, self._searched = table, searched
        self._campaign: Campaign | None = None
        self._own: dict[str, View] = {}
        self._last = ""  # the name of the view that was shown last
        self._ids: set[int] = set()
        self.question = ""

    # -- what is shown -----------------------------------------------------------------------

    def show_campaign(self, campaign: Campaign) -> None:
        """Offer the views of this campaign; what another one was filtered by is off."""
        if self._campaign is None or self._campaign.id != campaign.id:
            self.clear()
        self._campaign = campaign
        self.follow()

    def follow(self) -> None:
        """Read the views anew, and who answers the question now."""
        if self._campaign is None:
            return
        views = self._office.store.all(View, campaign=self._campaign.id, room=self._page)
        self._own = {view.name: view for view in views}
        if self.question:
            self._ids = answer(self._office, self._campaign, self.question)
        self.changed.emit()

    def kept(self) -> dict[str, Any]:
        """What hides rows, and the current cell, for the page of a window with another look."""
        return {"question": self.question, **self._table.kept()}

    def take_up(self, kept: Mapping[str, Any]) -> None:
        """Show what that page had ``kept``."""
        self.ask(kept["question"])
        self._table.take_up(kept)

    def clear(self) -> None:
        """Show all rows."""
        self._table.filtering.clear()
        self.ask("")

    def ask(self, question: str) -> None:
        """Show only what this question of ``model.views`` asks for; blank for no question."""
        if question == self.question:
            return
        self.question = question
        if question and self._campaign is not None:
            self._ids = answer(self._office, self._campaign, question)
        self._table.records.filter(self._accepts if question else None)
        self.changed.emit()

    def _accepts(self, row: Row) -> bool:
        return row[0] in self._ids

    def built_in(self) -> list[str]:
        """The names that every campaign has."""
        return list(BUILT_IN[self._page])

    def own(self) -> list[str]:
        """The names that the office gave."""
        return list(self._own)

    def why_not(self, name: str) -> str:
        """Why a view cannot be shown now; blank where it can."""
        return why_not(self._office, self._arrangement(name).question)

    def current(self) -> str:
        """The name of the view whose rows are shown just now; blank where none has them."""
        same = [name for name in (*self.own(), *self.built_in()) if self._is_shown(name)]
        return self._last if self._last in same else same[0] if same else ""

    def _is_shown(self, name: str) -> bool:
        told = self._arrangement(name)
        filters = {path: filter_of(each) for path, each in told.filters.items()}
        return (told.question, filters) == (self.question, self._table.records.column_filters)

    def _arrangement(self, name: str) -> Arrangement:
        view = self._own.get(name)
        return unpacked(view.definition) if view else BUILT_IN[self._page][name]

    def show(self, name: str) -> None:
        """Show a view: its rows, and of one that the office saved also columns and search."""
        if not self._table.leave_cell():
            return
        told = self._arrangement(name)
        self._last = name
        filter_table(self._table, told.filters)
        self.ask(told.question)
        if told.columns is not None:
            arrange_columns(self._table, told.columns)
            self.search_wanted.emit(told.search)
        self.changed.emit()

    # -- deeds -------------------------------------------------------------------------------

    def barred(self) -> str:
        """Why no view can be kept or altered; blank where that can be."""
        return self._office.barred(self._campaign)

    def save(self) -> bool:
        """Ask for a name and keep what is shown under it."""
        return ask_for(self.save_form())

    def save_form(self) -> EntryForm:
        """The form that asks for the name; that of the view shown last is proposed."""
        assert self._campaign is not None
        campaign = self._campaign.id
        arrangement = Arrangement(
            self.question, told_filters(self._table), told_columns(self._table), self._searched()
        )

        def act(values: dict[str, Any]) -> None:
            store = self._office.store
            changes = saving(store, campaign, self._page, values["name"], arrangement)
            self._last = changes[0].record.title
            store.apply(changes, f"保存视图“{self._last}”")

        proposed = self._last if self._last in self._own else ""
        subject = "记住现在的筛选、排序、栏目和查找；写已有的名称就换掉原来那个。"
        return self._name_form("save_view", "保存视图", proposed, subject, act, "保存")

    def rename(self) -> bool:
        """Ask for another name of the view that is shown."""
        view = self._own.get(self.current())
        return view is not None and ask_for(self._rename_form(view))

    def _rename_form(self, view: View) -> EntryForm:
        def act(values: dict[str, Any]) -> None:
            store = self._office.store
            changes = renaming(store, view, values["name"])
            if changes:
                self._last = changes[0].record.title
                store.apply(changes, f"视图“{view.name}”改名为“{self._last}”")

        return self._name_form("rename_view", "重命名视图", view.name, "", act, "确定")

    def delete(self) -> None:
        """Delete the view that is shown; its rows stay. It can be undone, so nobody is asked."""
        view = self._own.get(self.current())
        if view is not None:
            self._office.do([Change(view, None)], f"删除视图“{view.name}”")

    def _name_form(
        self,
        name: str,
        title: str,
        proposed: str,
        subject: str,
        act: Callable[[dict[str, Any]], None],
        agree: str,
    ) -> EntryForm:
        return EntryForm(
            self._parent,
            self._office,
            name,
            title,
            [View.field("name")],
            act,
            context=Context,
            values={"name": proposed},
            subject=subject,
            agree=agree,
        )
