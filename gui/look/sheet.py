"""The style sheet: the little that Fusion and the palette cannot say. It names no font family.

Qt rounds lengths in style sheets to whole px, so the 1.5 px lines of focus are drawn by
`gui.look.focus` and not here.
"""

from __future__ import annotations

from string import Template

from gui.look.fonts import MIDDLE
from gui.look.look import Look

_BARS = """
QMenuBar { background: $window; spacing: 0; padding: 0 4px; }
QMenuBar::item { background: transparent; padding: 8px 12px; color: $ink; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; }
QMenu { background: $surface; border: 1px solid $line2; padding: 4px 0; }
QMenu::item { padding: 5px 28px 5px 12px; color: $ink; background: transparent; }
QMenu::item:selected { background: $tint; }
QMenu::item:disabled { color: $off; background: transparent; }
QMenu::icon { padding-left: 10px; }
QMenu::indicator { width: 16px; height: 16px; margin-left: 8px; }
QMenu::indicator:checked { image: url(look:check-$theme.svg); }
QMenu::right-arrow { image: url(look:right-$theme.svg); width: 16px; height: 16px;
  margin-right: 6px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 12px; }
QStatusBar { background: $window; color: $ink2; border-top: 1px solid $line; min-height: 25px; }
QStatusBar::item { border: none; }
QToolTip { background: $surface; color: $ink; border: 1px solid $line2; padding: 4px 8px; }
QTabBar { qproperty-drawBase: 0; background: transparent; }
QTabBar::tab { background: transparent; color: $ink2; border: none; min-height: 28px;
  border-top: 2px solid transparent; border-bottom: 2px solid transparent; padding: 0 12px; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; font-weight: bold; }
QTabWidget::pane { border: none; border-top: 1px solid $line2; }
QSplitter::handle { background: $line2; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QProgressBar { background: $slate3; border: none; border-radius: 2px; max-height: 4px;
  min-height: 4px; }
QProgressBar::chunk { background: $slate; border-radius: 2px; }
"""

_BUTTONS = """
QPushButton { background: $field; color: $ink; border: 1px solid $line2; border-radius: 4px;
  padding: 3px 14px ${low}px 12px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $head; }
QPushButton:disabled { color: $off; border-color: $line; }
QPushButton::menu-indicator { image: url(look:down-$theme.svg); width: 16px; height: 16px;
  subcontrol-origin: padding; subcontrol-position: center right; right: 6px; }
QPushButton[role="primary"] { background: $accent_fill; color: $on_accent;
  border: 1px solid $accent_fill;
  padding: 0 20px ${lift}px 20px; font-weight: bold; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed {
  background: $accent_fill_hover; border-color: $accent_fill_hover; }
QPushButton[role="primary"]:disabled { background: $line; color: $off; border-color: $line; }
QPushButton[role="flat"] { background: transparent; color: $ink2; border: 1px solid transparent;
  padding: 0 6px ${lift}px 6px; }
QPushButton[role="flat"][at_edge="true"] { padding-right: 0; border-right: none; }
QPushButton[role="flat"]:hover { background: $hover; color: $ink; }
QPushButton[role="flat"]:pressed { background: $head; }
QPushButton[role="flat"]:disabled { color: $off; background: transparent; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px;
  color: $ink2; padding: 3px; }
QToolButton[role="plain"] { background: $field; border-color: $line2; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $head; }
QToolButton:disabled { color: $off; }
QToolButton::menu-indicator { image: none; }
QDialogButtonBox QPushButton { min-height: ${dialog_button}px; min-width: 60px;
  padding: 0 14px ${lift}px 14px; }
"""

_FIELDS = """
QLineEdit, QAbstractSpinBox, QComboBox { background: $field; color: $ink;
  border: 1px solid $ctl; border-radius: 4px; padding: 0 5px ${lift}px 5px;
  min-height: ${field_height}px; placeholder-text-color: $ink3;
  selection-background-color: $slate2; selection-color: $ink; }
QPlainTextEdit, QTextEdit { background: $field; color: $ink; border: 1px solid $ctl;
  border-radius: 4px; padding: 2px 3px; placeholder-text-color: $ink3;
  selection-background-color: $slate2;
  selection-color: $ink; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus,
QTextEdit:focus { border-color: $accent; }
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only { background: $alt;
  color: $ink3; border-color: $line2; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled, QPlainTextEdit:disabled,
QTextEdit:disabled { background: $alt; color: $off; border-color: $line2; }
QLineEdit[refused="true"], QAbstractSpinBox[refused="true"], QComboBox[refused="true"],
QPlainTextEdit[refused="true"] { background: $tint; border-color: $red; }
QAbstractItemView QLineEdit, QAbstractItemView QAbstractSpinBox, QAbstractItemView QComboBox,
QAbstractItemView QPlainTextEdit { border: 2px solid $accent; border-radius: 0; min-height: 0;
  padding: 0 4px ${lift}px 4px; }
QAbstractItemView QPlainTextEdit { padding: 0 2px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0; min-height: 0;
  background: transparent; }
QAbstractSpinBox { max-height: ${field_height}px; }
QLineEdit[high="32"], QComboBox[high="32"], QAbstractSpinBox[high="32"] {
  min-height: ${high_field}px; max-height: ${high_field}px; }
QComboBox { padding-left: 7px; combobox-popup: 0; }
QComboBox:editable { padding-left: 5px; }
QComboBox::drop-down { border: none; width: 24px; subcontrol-position: center right; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(look:down-$theme.svg); width: 16px;
  height: 16px; }
QDateEdit::drop-down { border: none; width: 24px; }
QDateEdit::down-arrow { image: url(look:calendar-$theme.svg); }
QSpinBox::up-button, QSpinBox::down-button { border: none; width: 18px; background: transparent; }
QSpinBox::up-arrow { image: url(look:up-$theme.svg); width: 12px; height: 12px; }
QSpinBox::down-arrow { image: url(look:down-$theme.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line2; outline: none;
  padding: 4px 0; selection-background-color: $tint; selection-color: $ink; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; border: none; }
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover {
  background: $tint; color: $ink; }
QCheckBox, QRadioButton { color: $ink; spacing: 10px; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: $off; }
QCheckBox::indicator, QGroupBox::indicator, QAbstractItemView::indicator { width: 14px;
  height: 14px; border: 1px solid $ctl; border-radius: 3px; background: $field; }
QCheckBox::indicator:hover, QAbstractItemView::indicator:hover { border-color: $ink3; }
QCheckBox::indicator:checked, QGroupBox::indicator:checked,
QAbstractItemView::indicator:checked { background: $slate; border-color: $slate;
  image: url(look:tick-$theme.svg); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
  background: $slate2; border-color: $slate; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line2; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $ctl;
  border-radius: 8px; background: $field; }
QRadioButton::indicator:checked { border-color: $accent; image: url(look:dot-$theme.svg); }
"""

_VIEWS = """
QAbstractItemView { background: $surface; color: $ink; border: none; outline: none;
  gridline-color: $line; selection-background-color: $tint; selection-color: $ink; }
QListView::item, QTreeView::item { min-height: 28px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $tint; color: $ink; }
QHeaderView { background: $head; border: none; }
QHeaderView::section { background: $head; color: $ink2; border: none; padding: 0 8px;
  border-bottom: 1px solid $line2; min-height: 31px; text-align: left; }
QHeaderView::section:vertical { background: $alt; border-bottom: 1px solid $line; min-height: 0; }
QTableCornerButton::section { background: $head; border: none; border-bottom: 1px solid $line2; }
QScrollArea { background: transparent; border: none; }
QAbstractScrollArea::corner { background: $surface; border: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $line2; border-radius: 3px; }
QScrollBar::handle:hover { background: $ctl; }
QScrollBar::handle:vertical { min-height: 32px; margin: 4px 2px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px 4px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton { color: $ink; min-height: 22px; padding: 2px 8px; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent_fill;
  selection-color: $on_accent; }
QGroupBox { border: none; margin-top: 24px; font-weight: bold; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
QFrame[role="line"] { background: $line; border: none; }
QFrame[role="edge"] { background: $line2; border: none; }
QFrame[role="head"] { background: $head; border: none; border-bottom: 1px solid $line2; }
QWidget[ground="surface"] { background: $surface; }
QWidget[ground="window"] { background: $window; }
QLabel[ink="ink2"] { color: $ink2; }
QLabel[ink="ink3"] { color: $ink3; }
QLabel[ink="red"] { color: $red_t; }
QLabel[ink="amber"] { color: $amber_t; }
QLabel[ink="green"] { color: $green_t; }
QLabel[ink="accent"] { color: $accent; }
"""


def sheet(look: Look) -> str:
    """The style sheet of one theme; `look:` stands for the folder of its small pictures."""
    lift = _lift(look)
    values = {
        **look.tokens.names(),
        "theme": "dark" if look.dark else "light",
        "lift": str(lift),
        "low": str(3 + lift),
        "dialog_button": str(34 - lift),
        "field_height": str(26 - lift),
        "high_field": str(30 - lift),
    }
    return Template(_BARS + _BUTTONS + _FIELDS + _VIEWS).substitute(values)


def _lift(look: Look) -> int:
    """The px below a line that put it optically in the middle: Qt centres ascent and descent."""
    metrics = look.fonts.metrics("body")
    too_low = (metrics.ascent() - metrics.descent()) / 2 - MIDDLE * look.fonts.em("body")
    return max(0, round(2 * too_low))
