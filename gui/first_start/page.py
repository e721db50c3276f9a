"""Lays the ways in out on one sheet, and makes the campaign that is asked for."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from gui.first_start.picture import LedgerPicture
from gui.first_start.template_list import TemplateList
from gui.look import Look, paint
from gui.look.buttons import DIALOG_HEIGHT, flat_button, plain_button, primary_button
from gui.look.panels import Hairline, label
from gui.office import Office
from gui.record_form.day_editor import DayEditor
from model.dates import parse_date
from model.refused import Refused
from model.templates import TemplateInfo, campaign_from, catalogue

SHEET = QSize(1126, 520)
MARGIN = 28
SAMPLE_WIDTH = 267
SEAL = 56
INSTITUTION_KEY = "first_start/institution"
SENTENCE = "从方案到报送，从问题到销号，一处登记，三本台账。数据只存在这台电脑上。"
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FirstStart(QWidget):
    """Enter anywhere in the left part makes the campaign."""

    sample_wanted = Signal()
    ledger_wanted = Signal()
    left = Signal()  # back to the campaign that is open

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._own_start = ""  # what the chosen plan itself says
        self.setObjectName("first_start")
        look = office.look
        self.templates = TemplateList(look, catalogue())
        self.start_edit = DayEditor(look, self._read_start, str)
        self.institution_edit = _institution_edit(office)
        self.create_button = primary_button(look, "create_campaign", "建立活动")
        self._refusal_label = label(look, "first_start_refusal", "", "label", "red")
        self._back_button = flat_button(look, "back_to_campaign", "返回当前活动", icon="undo")
        self._lay_out()
        self._wire()
        self._propose(self.templates.template())

    def show_way_back(self, shown: bool) -> None:
        """Whether there is a campaign to go back to."""
        self._back_button.setVisible(shown)

    def create_campaign(self) -> None:
        """Make the campaign; the window shows it as soon as it is stored."""
        office, info = self._office, self.templates.template()
        institution = self.institution_edit.text().strip()
        try:
            start = self._read_start(self.start_edit.text())
            changes = campaign_from(info.id, office.store, start, institution)
        except Refused as refusal:
            self._refuse(refusal.text)
            return
        self._refuse("")
        if office.do(changes, f"建立活动{info.title}"):
            office.settings.put(INSTITUTION_KEY, institution)

    # -- building ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setMaximumWidth(SHEET.width())
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addLayout(self._heading())
        column.addSpacing(28)
        column.addWidget(self._sheet(), 20)
        column.addSpacing(8)
        column.addLayout(self._links())
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)

    def _heading(self) -> QHBoxLayout:
        look = self._office.look
        seal = QLabel()
        seal.setPixmap(look.icons.program().pixmap(QSize(SEAL, SEAL)))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(look, "program_name", "活动台账", "program"))
        words.addWidget(label(look, "program_sentence", SENTENCE, "body", "ink2"))
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(seal)
        row.addLayout(words, 1)
        return row

    def _sheet(self) -> QWidget:
        sheet = _Sheet(self._office.look)
        row = QHBoxLayout(sheet)
        row.setContentsMargins(0, MARGIN, 0, MARGIN)
        row.setSpacing(0)
        row.addLayout(self._template_part(), 1)
        row.addWidget(Hairline(self._office.look.tokens.line, upright=True))
        row.addLayout(self._sample_part())
        return sheet

    def _template_part(self) -> QVBoxLayout:
        look = self._office.look
        sentence = "选一个最像的，日期整体挪到新的开始日，不到一分钟就能用。"
        part = QVBoxLayout()
        part.setSpacing(0)
        for words in (
            label(look, "templates_title", "从内置方案开始", "big_button"),
            label(look, "templates_sentence", sentence, "label", "ink2"),
        ):
            words.setContentsMargins(MARGIN, 0, MARGIN, 6)
            part.addWidget(words)
        list_row = QHBoxLayout()
        list_row.setContentsMargins(MARGIN - 16, 8, MARGIN - 16, 8)
        list_row.addWidget(self.templates)
        part.addLayout(list_row, 1)
        self._refusal_label.setContentsMargins(MARGIN, 0, MARGIN, 4)
        self._refusal_label.hide()
        part.addWidget(self._refusal_label)
        part.addLayout(self._entries())
        return part

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

    def _sample_part(self) -> QVBoxLayout:
        look = self._office.look
        part = QVBoxLayout()
        part.setContentsMargins(MARGIN, 0, MARGIN, 0)
        part.setSpacing(6)
        part.addWidget(label(look, "sample_title", "先看示例", "big_button"))
        sentence = label(look, "sample_sentence", "一所乡镇卫生院做到一半的活动。", "label", "ink2")
        part.addWidget(sentence)
        part.addSpacing(10)
        picture = LedgerPicture(look)
        picture.setFixedWidth(SAMPLE_WIDTH)
        part.addWidget(picture, 1)
        hint = "每次打开都是新的副本，不影响正式台账。"
        part.addWidget(label(look, "sample_hint", hint, "label", "ink3"))
        part.addSpacing(12)
        self.sample_button = plain_button(look, "open_sample", "打开示例", height=DIALOG_HEIGHT)
        part.addWidget(self.sample_button)
        return part

    def _links(self) -> QHBoxLayout:
        look = self._office.look
        self.open_button = flat_button(look, "open_ledger", "打开已有台账…", icon="folder")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.open_button)
        row.addWidget(self._back_button)
        row.addStretch(1)
        return row

    def _wire(self) -> None:
        self.templates.chosen.connect(self._propose)
        # Not itemActivated: the Enter that activates comes to keyPressEvent as well.
        self.templates.itemDoubleClicked.connect(lambda _item: self.create_campaign())
        self.create_button.clicked.connect(lambda _checked: self.create_campaign())
        self.sample_button.clicked.connect(self.sample_wanted)
        self.open_button.clicked.connect(self.ledger_wanted)
        self._back_button.clicked.connect(self.left)
        self.setFocusProxy(self.templates)

    # -- what is typed -----------------------------------------------------------------------

    def _propose(self, info: TemplateInfo) -> None:
        """The plan's own start, unless another was typed."""
        if self.start_edit.text() in ("", self._own_start):
            self.start_edit.setText(str(info.span.start))
        self._own_start = str(info.span.start)

    def _read_start(self, text: str) -> date | None:
        return parse_date(text, self._office.today().year)

    def _refuse(self, text: str) -> None:
        self._refusal_label.setText(text)
        self._refusal_label.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.create_campaign()
        elif event.key() == Qt.Key.Key_Escape and not self._back_button.isHidden():
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Sheet(QWidget):
    """The white sheet."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setMaximumSize(SHEET)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        surface = self._look.tokens.surface
        paint.outline(QPainter(self), QRectF(self.rect()), surface, surface, 6)


def _institution_edit(office: Office) -> QLineEdit:
    edit = QLineEdit(str(office.settings.get(INSTITUTION_KEY, "")))
    edit.setObjectName("institution_edit")
    edit.setAccessibleName("填报单位")
    edit.setPlaceholderText("如 ××镇卫生院")
    return edit
