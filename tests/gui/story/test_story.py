"""From the first start to the third ledger, through the window, and all the way back and forth."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage

from model.fields import Record
from model.records import KINDS
from model.store import Store
from tests.gui.prepared import PreparedAsk
from tests.gui.story import chapters
from tests.gui.story.clerk import CONTROL, Clerk
from tests.model.excel.files import values_of


def test_an_issue_lives_through_the_window(
    clerk: Clerk, ledger: Store, days: list[date], ask: PreparedAsk, tmp_path: Path
) -> None:
    before = everything(ledger)
    chapters.make_a_campaign(clerk)
    chapters.register(clerk)
    chapters.start(clerk)
    chapters.work(clerk, days)
    chapters.submit(clerk)
    chapters.prove(clerk, ask, picture(tmp_path))
    chapters.publish(clerk, "验收合格")
    chapters.fail_the_acceptance(clerk, days)
    chapters.mend_what_was_lacking(clerk, days)
    chapters.accept(clerk)
    chapters.close(clerk, days)
    export(clerk, ask, tmp_path)
    after = everything(ledger)
    go(clerk, "undo", Qt.Key.Key_Z)
    assert everything(ledger) == before
    go(clerk, "redo", Qt.Key.Key_Y)
    assert everything(ledger) == after


def export(clerk: Clerk, ask: PreparedAsk, folder: Path) -> None:
    for name, lines in (
        ("问题台账", "1条"),
        ("整改台账", "0条（不含已销号1条）"),
        ("销号台账", "1条"),
    ):
        ask.expect("save_path", folder / f"{name}.xlsx")
        clerk.choose_from_menu("报表", f"{name}…")
        clerk.wait_for("news_label", f"已导出 {name}.xlsx，共{lines}")
    line = values_of(folder / "销号台账.xlsx", 13)[0]
    assert line[:3] == (1, "2011-001", "候诊区座椅破损。")
    assert line[6:9] == ("赵敏", date(2011, 4, 6), "好")
    assert line[10:] == (1, "赵敏", date(2011, 4, 18))


def go(clerk: Clerk, deed: str, key: Qt.Key) -> None:
    """Undo or redo by its key until there is nothing left."""
    action = clerk.window.findChild(QAction, f"action_{deed}")
    assert isinstance(action, QAction)
    for _step in range(100):
        if not action.isEnabled():
            return
        clerk.key(key, CONTROL)
    raise AssertionError(f"{deed} comes to no end")


def everything(ledger: Store) -> dict[str, list[Record]]:
    """Every live record."""
    return {kind.table: list[Any](ledger.all(kind)) for kind in KINDS}


def picture(folder: Path) -> Path:
    paper = folder / "整改后.png"
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.gray)
    image.save(str(paper))
    return paper
