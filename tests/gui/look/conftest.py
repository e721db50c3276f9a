"""Qt speaks Chinese where a test asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gui.look.chinese import speak_chinese


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    """Chinese for one test: the other tests do not depend on Qt's translation."""
    before = QLocale()
    assert speak_chinese(qapp)
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)
