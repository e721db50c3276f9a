"""Writes a report as an Excel file: asks where, works in the background, offers to open it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from gui import desktop
from gui.background import Watch
from gui.office import Office
from gui.preferences import recall
from gui.settings import Settings
from gui.status_bar import Offer
from model.records import Campaign
from model.refused import Refused

if TYPE_CHECKING:
    from model.excel.look import Look
    from model.excel.sheet import Sheet
    from model.excel.write import Written

FOLDER_KEY = "export/folder"
FEW = 3  # sorts of what is left out that are named; of more only the sum is told
LeftOut = Sequence[tuple[str, int]]


class Exporting(QObject):
    """Exports of one window."""

    told = Signal(str, object)  # words and offers for the status bar

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office

    def export(self, name: str, campaign: Campaign) -> None:
        """Ask where the report ``name`` shall go, and write it there."""
        # Reports and openpyxl take 100 ms to load and are not needed before the first export.
        from model import reports

        office = self._office
        preferences = recall(office.settings)
        try:
            report = reports.find(name)
            sheet = reports.build(
                office.store,
                campaign.id,
                report,
                office.today(),
                prepared_by=preferences.prepared_by,
                reviewed_by=preferences.reviewed_by,
            )
        except Refused as refusal:
            office.ask.refuse(refusal.text)
            return
        proposed = self._folder() / reports.file_name(campaign, report, office.today())
        target = office.ask.save_path(f"导出{name}", proposed)
        if target is not None:
            office.settings.put(FOLDER_KEY, str(target.parent))
            self._start(name, sheet, target)

    def _start(self, name: str, sheet: Sheet, target: Path) -> None:
        from PySide6.QtGui import QFontDatabase  # loaded with the first export

        from gui.preferences.effects import official_look

        families = frozenset(QFontDatabase.families())
        look = official_look(recall(self._office.settings))
        job = self._office.background.start(
            f"正在导出{name}", partial(_write, sheet, target, look, families)
        )
        job.succeeded.connect(partial(self._tell_written, sheet.left_out))
        job.refused.connect(self._office.ask.refuse)
        job.cancelled.connect(lambda: self.told.emit("导出已取消，没有写出文件", ()))

    def _tell_written(self, left_out: LeftOut, written: Written) -> None:
        words = f"已导出 {written.path.name}，共{written.rows}条{_without(left_out)}"
        offers: tuple[Offer, ...] = (
            ("打开文件", partial(self._open, desktop.open_file, written.path)),
            ("打开所在文件夹", partial(self._open, desktop.open_folder, written.path)),
        )
        if written.remarks:
            told = partial(self._office.ask.tell, "已导出，请留意", "\n".join(written.remarks))
            offers = (*offers, ("字体说明", told))
        self.told.emit(words, offers)

    def _open(self, opened: Any, path: Path) -> None:
        try:
            opened(path)
        except Refused as refusal:
            self._office.ask.refuse(refusal.text)

    def _folder(self) -> Path:
        return export_folder(self._office.settings)


def _without(left_out: LeftOut) -> str:
    """（不含不予立项、已合并3条）: why the file has fewer rows than the tab counts."""
    if not left_out:
        return ""
    count = sum(number for _word, number in left_out)
    names = [word for word, _number in left_out]
    if len(names) > FEW or "" in names:
        return f"（另有{count}条不列入这张表）"
    return f"（不含{'、'.join(names)}{count}条）"


def export_folder(settings: Settings) -> Path:
    """Where the last export went, else the user's documents, else the nearest that is there.

    The dialog would open a folder that is not there in the one the program lies in.
    """
    from PySide6.QtCore import QStandardPaths  # loaded with the first export

    places = QStandardPaths.StandardLocation
    usual = (places.DocumentsLocation, places.DesktopLocation)
    folders = [settings.get(FOLDER_KEY, ""), *map(QStandardPaths.writableLocation, usual)]
    there = (Path(folder) for folder in folders if folder and Path(folder).is_dir())
    return next(there, Path.home())


def _write(
    sheet: Sheet, target: Path, look: Look, families: frozenset[str], watch: Watch
) -> Written:
    """In the other thread: values in, a file out."""
    # openpyxl is loaded here, where nobody waits for it.
    from model.excel.write import write

    return write(
        sheet, target, look, progress=watch.progress, cancelled=watch.cancelled, installed=families
    )
