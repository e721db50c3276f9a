"""Buttons, chips, segments, tabs, fields and panels: named, by keyboard, in the right size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from gui.look import Look
from gui.look.buttons import flat_button, icon_button, plain_button, primary_button, set_role
from gui.look.chips import Chip, Segments
from gui.look.fields import SearchField
from gui.look.panels import EmptyState, FieldRow, PanelHeading
from gui.look.tabs import TabRow


def test_a_button_is_named_and_reached_by_keyboard(look: Look, qtbot: QtBot) -> None:
    for make in (primary_button, plain_button, flat_button):
        button = make(look, "export_button", "导出", icon="export")
        qtbot.addWidget(button)
        assert (button.objectName(), button.accessibleName()) == ("export_button", "导出")
        assert button.focusPolicy() == Qt.FocusPolicy.StrongFocus
        assert not button.icon().isNull()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_presses_the_button_that_has_the_focus(look: Look, qtbot: QtBot, key: Qt.Key) -> None:
    dialog, pressed = QDialog(), list[str]()
    qtbot.addWidget(dialog)
    cancel = plain_button(look, "cancel", "取消", parent=dialog)
    agree = primary_button(look, "agree", "确定", parent=dialog)
    agree.setDefault(True)
    for button in (cancel, agree):
        button.clicked.connect(lambda _checked, button=button: pressed.append(button.text()))
    dialog.show()
    cancel.setFocus()
    qtbot.keyClick(cancel, key)
    assert pressed == ["取消"]


@pytest.mark.parametrize("height", [28, 36, 40])
def test_a_button_keeps_its_height(look: Look, qtbot: QtBot, height: int) -> None:
    for make in (primary_button, plain_button):
        button = make(look, "submit", "提交验收", height=height)
        qtbot.addWidget(button)
        button.ensurePolished()
        button.adjustSize()
        assert button.height() == height


def test_an_icon_button_says_what_it_means(look: Look, qtbot: QtBot) -> None:
    button = icon_button(look, "more_button", "more", "更多")
    qtbot.addWidget(button)
    assert isinstance(button, QToolButton)
    assert button.toolTip() == button.accessibleName() == "更多"


def test_a_role_given_later_is_seen(look: Look, qtbot: QtBot) -> None:
    button = QPushButton("保存")
    qtbot.addWidget(button)
    button.resize(80, 36)
    button.ensurePolished()
    plain = button.grab().toImage().pixelColor(10, 18)
    set_role(button, "primary")
    assert button.grab().toImage().pixelColor(10, 18) != plain


def test_a_chip_switches_and_tells_its_count(look: Look, qtbot: QtBot) -> None:
    chip = Chip(look, "doing_chip", "整改中", count=29)
    qtbot.addWidget(chip)
    with qtbot.waitSignal(chip.toggled):
        qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()
    assert chip.accessibleName() == "整改中29条"
    narrow = chip.sizeHint().width()
    chip.set_count(129)
    assert chip.sizeHint().width() > narrow
    assert chip.sizeHint().height() == 24


def test_a_segment_tells_only_what_the_user_chose(look: Look, qtbot: QtBot) -> None:
    segments = Segments(look, "scale", "刻度", {"day": "日", "week": "周", "month": "月"})
    qtbot.addWidget(segments)
    told: list[str] = []
    segments.chosen.connect(told.append)
    segments.choose("week")
    assert (segments.choice(), told) == ("week", [])
    button = segments.findChild(QAbstractButton, "scale_month")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (segments.choice(), told) == ("month", ["month"])


def test_segments_follow_their_counts(look: Look, qtbot: QtBot) -> None:
    segments = Segments(look, "kind", "种类", {"issues": "问题", "opinions": "意见"}, width=96)
    qtbot.addWidget(segments)
    segments.set_text("issues", "问题 57")
    assert segments.sizeHint().width() == 192
    button = segments.findChild(QAbstractButton, "kind_issues")
    assert button is not None
    assert button.accessibleName() == "问题 57"


def test_tabs_are_as_wide_as_their_bold_words(look: Look, qtbot: QtBot) -> None:
    tabs = TabRow(look, "rooms", "房间")
    qtbot.addWidget(tabs)
    for icon, text in (("timeline", "阶段时间轴"), ("track", "整改跟踪")):
        tabs.add(icon, text)
    words = look.fonts.width("heading", "阶段时间轴")
    assert tabs.tabRect(0).width() >= words + 20
    assert tabs.sizeHint().height() == 44
    tabs.setFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.currentIndex() == 1
    assert not tabs.grab().isNull()


def test_the_search_field_is_emptied_by_its_cross(look: Look, qtbot: QtBot) -> None:
    field = SearchField(look, "search_edit", "搜索全部内容")
    qtbot.addWidget(field)
    field.resize(248, 28)
    field.show()
    cross = field.findChild(QToolButton, "search_edit_clear")
    assert cross is not None
    assert not cross.isVisible()
    qtbot.keyClicks(field, "zth")
    field.set_fact("第2处，共7处")
    assert cross.isVisible()
    assert field.textMargins().right() > cross.width() + look.fonts.width("label", "第2处")
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert field.text() == ""


def test_a_field_may_be_32_high(look: Look, qtbot: QtBot) -> None:
    for field in (QLineEdit(), QComboBox(), QSpinBox()):
        field.setProperty("high", 32)
        qtbot.addWidget(field)
        field.ensurePolished()
        field.adjustSize()
        assert field.height() == 32


def test_a_field_row_names_its_field(look: Look, qtbot: QtBot) -> None:
    edit = QLineEdit()
    edit.setObjectName("lead_edit")
    row = FieldRow(look, "牵头领导", edit)
    qtbot.addWidget(row)
    assert edit.accessibleName() == "牵头领导"
    caption = row.findChild(QLabel)
    assert caption is not None
    assert caption.buddy() is edit


def test_a_heading_shows_its_fact(look: Look, qtbot: QtBot) -> None:
    heading = PanelHeading(look, "measures", "整改措施")
    qtbot.addWidget(heading)
    heading.set_fact("2 / 3 已完成")
    assert [made.text() for made in heading.findChildren(QLabel)] == ["整改措施", "2 / 3 已完成"]


def test_an_empty_state_stands_at_a_third(look: Look, qtbot: QtBot) -> None:
    button = plain_button(look, "new_issue", "新增问题")
    empty = EmptyState(look, "empty", "track", "还没有问题。", button)
    qtbot.addWidget(empty)
    empty.resize(600, 900)
    empty.show()
    qtbot.wait(0)
    assert 250 < empty.childrenRect().center().y() < 400
    assert empty.accessibleName() == "还没有问题。"
