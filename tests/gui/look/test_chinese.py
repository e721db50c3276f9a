"""Qt's own windows speak Chinese, in the words of an office."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

BUTTON = QMessageBox.StandardButton


def test_not_saving_is_called_so(chinese: None, qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(BUTTON.Save | BUTTON.Discard | BUTTON.Cancel | BUTTON.Ok)
    assert {button.text() for button in box.buttons()} == {"保存", "不保存", "取消", "确定"}


def test_a_field_undoes_with_the_programs_word(chinese: None, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    assert menu.actions()[0].text().startswith("撤销(&U)")
    menu.deleteLater()


def test_the_file_dialog_has_no_english(chinese: None, qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    captions = [label.text() for label in dialog.findChildren(QLabel)]
    assert captions == ["位置(&L)：", "文件名称(&N)：", "文件类型(&T)："]


def test_dates_are_written_in_chinese(chinese: None) -> None:
    assert QLocale().toString(QDate(2011, 4, 20)) == "2011年4月20日星期三"
