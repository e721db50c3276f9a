"""Qt's own dialogs and menus in Chinese, in the words that an office uses."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

# Where Qt's translation has nothing, or not the word that WPS and Excel have: 不保存, not 丢弃.
WORDS = {
    "Discard": "不保存",
    "&Discard": "不保存(&N)",
    "Don't Save": "不保存",
    "Close without Saving": "不保存",
    "Save": "保存",
    "&Save": "保存(&S)",
    "&OK": "确定",
    "&Cancel": "取消",
    "&Close": "关闭",
    "Return": "Enter",
    "Undo": "撤销",
    "&Undo": "撤销(&U)",
    "&Look in:": "位置(&L)：",
    "Look in:": "位置：",
    "Files of &type:": "文件类型(&T)：",
    "Files of type:": "文件类型：",
    "Size": "大小",
    "Folder": "文件夹",
    "File Folder": "文件夹",
    "Pages &per sheet:": "每张页数(&P)：",
    "Page &order:": "页面顺序(&O)：",
    "Page &Set:": "页面范围(&S)：",
}


class OfficeWords(QTranslator):
    """Our words for some of Qt's texts; the translator that was installed last is asked first."""

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        number: int = -1,
    ) -> str | None:
        return WORDS.get(source)


def speak_chinese(app: QApplication) -> bool:
    """Set the locale and Qt's own texts to zh_CN; False when this PySide6 has no translation."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    # Qt does not own its translators: as children of the application they live as long as it.
    base = QTranslator(app)
    found = base.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    app.installTranslator(base)
    app.installTranslator(OfficeWords(app))
    return found
