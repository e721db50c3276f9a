"""The top row: menus at the left; at the right the campaign that is shown and the search."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QMenuBar, QWidget

from gui.actions import ACTIONS, MENUS, SEPARATOR, Action, Menu
from gui.look import Look
from gui.look.fields import SearchField
from gui.look.panels import label
from model.records import Campaign

HEIGHT = 36
CAMPAIGN_WIDTHS = (264, 340)  # least and most: it grows with the title
SEARCH_WIDTH = 248
BOX_ARROW = 40  # arrow and padding of the drop-down


def made_actions(owner: QWidget, deeds: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Every action of the menu as Qt's, by id; each does the deed of its id."""
    return {id: _made(owner, action, deeds[id]) for id, action in ACTIONS.items()}


def _made(owner: QWidget, action: Action, deed: Callable[[], object]) -> QAction:
    made = QAction(action.text, owner)
    made.setObjectName(f"action_{action.id}")
    made.setShortcuts(QKeySequence.listFromString(action.keys))
    made.setCheckable(action.checkable)
    made.triggered.connect(lambda _checked: deed())
    owner.addAction(made)
    return made


class MenuBar(QWidget):
    """Menus, the drop-down of campaigns and the search field."""

    campaign_chosen = Signal(int)  # id
    search_wanted = Signal(str)  # the text as it is now; blank when it was cleared
    search_next_wanted = Signal()
    search_left = Signal()  # Esc: the room shall have the keyboard again

    def __init__(
        self, look: Look, actions: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("menu_row")
        self.setFixedHeight(HEIGHT)
        self._menus = QMenuBar(self)
        self._menus.setObjectName("menu_bar")
        self._menus.setAccessibleName("菜单")
        self._menus.setNativeMenuBar(False)
        for menu in MENUS:
            _fill(self._menus.addMenu(menu.title), menu, actions)
        self._look = look
        self.campaign_box = _campaign_box()
        self.campaign_box.activated.connect(
            lambda index: self.campaign_chosen.emit(self.campaign_box.itemData(index))
        )
        self.search_edit = _SearchEdit(look)
        self._sought = ""  # what was sought last
        self.search_edit.textChanged.connect(self._remember)
        self.search_edit.textChanged.connect(self.search_wanted)
        self.search_edit.returnPressed.connect(self.search_next_wanted)
        self.search_edit.escaped.connect(self.search_left)
        self._right = self._right_part(look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 16, 0)
        row.setSpacing(0)
        row.addWidget(self._menus, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._right)

    def _right_part(self, look: Look) -> QWidget:
        part = QWidget(self)
        caption = label(look, "campaign_label", "活动", "label", "ink3")
        caption.setBuddy(self.campaign_box)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(caption)
        row.addWidget(self.campaign_box)
        row.addSpacing(8)
        row.addWidget(self.search_edit)
        return part

    def menu(self, title: str) -> QMenu:
        """A menu or submenu by its words."""
        found = self.findChild(QMenu, f"menu_{title}")
        assert isinstance(found, QMenu)
        return found

    def show_menus(self, titles: Sequence[str], working: bool) -> None:
        """Show only these menus; drop-down and search only while ``working`` on a campaign."""
        for action in self._menus.actions():
            action.setVisible(action.text() in titles)
        self._right.setVisible(working)

    def show_campaigns(self, campaigns: Sequence[Campaign], shown: Campaign | None) -> None:
        """Offer these campaigns, the newest first; nobody is told of this choice."""
        with QSignalBlocker(self.campaign_box):
            self.campaign_box.clear()
            for campaign in reversed(campaigns):
                self.campaign_box.addItem(self._boxed(campaign), campaign.id)
            if shown is not None:
                self.campaign_box.setCurrentIndex(self.campaign_box.findData(shown.id))
                self.campaign_box.setToolTip(campaign_words(shown) + archive_mark(shown))

    def _boxed(self, campaign: Campaign) -> str:
        """As it fits the drop-down; that it is archived is never cut off."""
        mark = archive_mark(campaign)
        room = CAMPAIGN_WIDTHS[1] - BOX_ARROW - self._look.fonts.width("body", mark)
        return self._look.texts.cut(campaign_words(campaign), "body", room)[0] + mark

    def begin_search(self) -> None:
        """Give the search field the keyboard."""
        self.search_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_edit.selectAll()

    def search_again(self) -> bool:
        """Seek once more what was sought last; False where nothing ever was."""
        if self._sought and not self.search_edit.text():
            self.search_edit.setText(self._sought)
            return True
        return False

    def _remember(self, text: str) -> None:
        self._sought = text.strip() or self._sought

    def show_hits(self, current: int, hits: int, hidden: int = 0) -> None:
        """第2处，共7处 in the search field; ``hidden`` rows that are filtered out hold the text."""
        nothing = f"筛掉的行里有{hidden}条" if hidden else "没有找到"
        found = f"第{current}处，共{hits}处" if hits else nothing
        self.search_edit.set_fact(found if self.search_edit.text() else "")


class _SearchEdit(SearchField):
    """The search field; Esc empties it and gives the keyboard back."""

    escaped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "search_edit", "搜索全部内容，可用拼音首字母")
        self.setFixedWidth(SEARCH_WIDTH)
        self.setToolTip("在整个活动里查找（Ctrl+F），F3 到下一处，Esc 结束")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


def campaign_words(campaign: Campaign) -> str:
    """The campaign as windows and lists name it: 2011“开放·创新”解放思想大讨论活动."""
    if campaign.year is None or str(campaign.year) in campaign.title:
        return campaign.title
    return f"{campaign.year}{campaign.title}"


def archive_mark(campaign: Campaign) -> str:
    """What stands behind the name of an archived campaign."""
    return "（已归档）" if campaign.archived else ""


def _campaign_box() -> QComboBox:
    box = QComboBox()
    box.setObjectName("campaign_box")
    box.setAccessibleName("活动")
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    box.setMinimumWidth(CAMPAIGN_WIDTHS[0])
    box.setMaximumWidth(CAMPAIGN_WIDTHS[1])
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return box


def _fill(made: QMenu, menu: Menu, actions: Mapping[str, QAction]) -> None:
    made.setObjectName(f"menu_{menu.title}")
    made.setAccessibleName(menu.title)
    made.setToolTipsVisible(True)
    for entry in menu.entries:
        if isinstance(entry, Menu):
            _fill(made.addMenu(entry.title), entry, actions)
        elif entry == SEPARATOR:
            made.addSeparator()
        else:
            made.addAction(actions[entry])
