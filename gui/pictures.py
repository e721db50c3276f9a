"""Paints windows into files, one picture a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from model.refused import Refused


class Pictures:
    """Pictures in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep_dialog(self, dialog: QDialog, name: str) -> Path:
        """Paint a dialog and let it go."""
        dialog.show()
        path = self.keep(dialog, name)
        dialog.done(QDialog.DialogCode.Rejected)
        dialog.deleteLater()
        return path

    def keep(self, widget: QWidget, name: str) -> Path:
        """Paint a widget as it is shown; the picture's path. Refused where it cannot be written."""
        settle()
        path = self.folder / f"{name}.png"
        picture = QBuffer()
        picture.open(QBuffer.OpenModeFlag.WriteOnly)
        painted = widget.grab().save(picture, "PNG")
        try:
            path.write_bytes(picture.data().data())
        except OSError as error:
            if path.is_file():  # the beginning of one, not a folder of this name
                path.unlink()
            raise Refused(f"写不出图片“{path}”。请检查磁盘空间和文件夹权限。") from error
        if not painted:
            raise RuntimeError(f"{name} could not be painted")
        return path


def settle() -> None:
    """Let the window lay itself out and paint, and let go of what was deleted."""
    for _round in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
