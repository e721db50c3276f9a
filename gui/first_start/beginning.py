"""The left part of the first start: what to begin with, from when, for whom, and 建立活动."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from gui.first_start.offer import Offer, from_campaign, from_template
from gui.first_start.offer_list import OfferList
from gui.look.buttons import primary_button
from gui.look.chips import Segments
from gui.look.panels import label
from gui.office import Office
from gui.preferences import keep, recall
from gui.preferences.effects import prefilled
from gui.record_form.day_editor import DayEditor
from model.dates import parse_date
from model.records import Campaign
from model.refused import Refused
from model.templates import catalogue

MARGIN = 28
SEGMENT_WIDTH = 108
TEMPLATE, COPY = "template", "copy"
CHOICES = {TEMPLATE: "内置方案", COPY: "复制上次活动"}
TITLES = {TEMPLATE: "从内置方案开始", COPY: "复制上次活动"}
SENTENCES = {
    TEMPLATE: "选一个最像的，日期整体挪到新的开始日，不到一分钟就能用。",
    COPY: "照搬阶段、任务、问题类别、领导小组和设置，日期整体挪到新的开始日；问题和进展不带。",
}


class Beginning(QWidget):
    """Proposes the start and the institution of what is chosen, unless others were typed."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._proposed = {"start": "", "institution": ""}
        self.setObjectName("beginning")
        look = office.look
        self._title_label = label(look, "templates_title", "", "big_button")
        self._sentence_label = label(look, "templates_sentence", "", "label", "ink2")
        self.ways = Segments(look, "beginning_ways", "从哪里开始", CHOICES, width=SEGMENT_WIDTH)
        self.templates = OfferList(look, "template_list", CHOICES[TEMPLATE])
        self.campaigns = OfferList(look, "campaign_list", CHOICES[COPY])
        self.start_edit = DayEditor(look, self._read_start, str, office.today)
        self.institution_edit = _institution_edit()
        self.create_button = primary_button(look, "create_campaign", "建立活动")
        self._refusal_label = label(look, "first_start_refusal", "", "label", "red")
        self._lay_out()
        plans = (from_template(info, office.store, office.today()) for info in catalogue())
        self.templates.show_offers(plans)
        self._wire()
        self.look_again()

    def look_again(self) -> None:
        """Offer the campaigns that the ledger has now; the built-in plans come first."""
        store, today = self._office.store, self._office.today()
        campaigns = list(reversed(store.all(Campaign)))
        self.campaigns.show_offers(from_campaign(each, store, today) for each in campaigns)
        self.ways.setVisible(bool(campaigns))
        self._refuse("")
        self._show_way(TEMPLATE)

    def offer_copy(self, campaign: int) -> None:
        """Show that this campaign can be copied."""
        self._show_way(COPY)
        for row, offer in enumerate(self.campaigns.records.values):
            if offer.campaign == campaign:
                self.campaigns.choose(row)

    def create_campaign(self) -> None:
        """Make the campaign; the window shows it as soon as it is stored."""
        offer = self.list.offer()
        if offer is None:
            return
        institution = self.institution_edit.text().strip()
        try:
            changes = offer.make(self._read_start(self.start_edit.text()), institution)
            if offer.campaign is None:
                changes = prefilled(changes, recall(self._office.settings))
        except Refused as refusal:
            self._refuse(refusal.text)
            return
        self._refuse("")
        if self._office.do(changes, offer.label):
            self._remember(institution)

    def _remember(self, institution: str) -> None:
        """What is typed at the first start need not be typed again in 设置."""
        preferences = recall(self._office.settings)
        if not preferences.institution:
            keep(self._office.settings, replace(preferences, institution=institution))

    @property
    def list(self) -> OfferList:
        """The list that is shown."""
        return self.campaigns if self.ways.choice() == COPY else self.templates

    # -- building ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        part = QVBoxLayout(self)
        part.setContentsMargins(0, 0, 0, 0)
        part.setSpacing(0)
        part.addLayout(self._heading())
        self._pages = QStackedWidget()
        for page in (self.templates, self.campaigns):
            self._pages.addWidget(page)
        list_row = QHBoxLayout()
        list_row.setContentsMargins(MARGIN - 16, 8, MARGIN - 16, 8)
        list_row.addWidget(self._pages)
        part.addLayout(list_row, 1)
        self._refusal_label.setContentsMargins(MARGIN, 0, MARGIN, 4)
        self._refusal_label.hide()
        part.addWidget(self._refusal_label)
        part.addLayout(self._entries())

    def _heading(self) -> QVBoxLayout:
        """The sentence below has the whole width: beside the ways a low window would cut it."""
        top = QHBoxLayout()
        top.addWidget(self._title_label, 1)
        top.addWidget(self.ways)
        self._sentence_label.setWordWrap(True)
        words = QVBoxLayout()
        words.setContentsMargins(MARGIN, 0, MARGIN, 6)
        words.setSpacing(4)
        words.addLayout(top)
        words.addWidget(self._sentence_label)
        return words

    def _entries(self) -> QHBoxLayout:
        look = self._office.look
        self.start_edit.setObjectName("start_edit")
        self.start_edit.setAccessibleName("开始日期")
        self.start_edit.setFixedWidth(132)
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(12)
        for words, edit in (("开始日期", self.start_edit), ("填报单位", self.institution_edit)):
            caption = label(look, f"{edit.objectName()}_label", words, "label", "ink3")
            caption.setBuddy(edit)
            row.addWidget(caption)
            row.addWidget(edit)
        row.addWidget(self.create_button)
        return row

    def _wire(self) -> None:
        self.ways.chosen.connect(self._show_way)
        for page in (self.templates, self.campaigns):
            page.chosen.connect(self._propose)
            # Not activated: the Enter that activates comes to the page as well.
            page.doubleClicked.connect(lambda _index: self.create_campaign())
        self.create_button.clicked.connect(lambda _checked: self.create_campaign())

    # -- what is shown and typed -------------------------------------------------------------

    def _show_way(self, way: str) -> None:
        self.ways.choose(way)
        self._title_label.setText(TITLES[way])
        self._sentence_label.setText(SENTENCES[way])
        self._pages.setCurrentWidget(self.list)
        self.setFocusProxy(self.list)
        offer = self.list.offer()
        if offer is not None:
            self._propose(offer)

    def _propose(self, offer: Offer) -> None:
        remembered = recall(self._office.settings).institution
        self._fill("start", self.start_edit, offer.start)
        self._fill("institution", self.institution_edit, offer.institution or remembered)

    def _fill(self, name: str, edit: QLineEdit, words: str) -> None:
        """Propose words unless others were typed."""
        if edit.text() in ("", self._proposed[name]):
            edit.setText(words)
        self._proposed[name] = words

    def _read_start(self, text: str) -> date | None:
        return parse_date(text, self._office.today().year)

    def _refuse(self, text: str) -> None:
        self._refusal_label.setText(text)
        self._refusal_label.setVisible(bool(text))


def _institution_edit() -> QLineEdit:
    edit = QLineEdit()
    edit.setObjectName("institution_edit")
    edit.setAccessibleName("填报单位")
    edit.setPlaceholderText("如 ××镇卫生院")
    return edit
