"""Opens files and folders with whatever program the desktop has for them."""

from __future__ import annotations

from pathlib import Path

from model.refused import Refused


def open_file(path: Path) -> None:
    """Open ``path`` as a double-click would. Refused where the desktop knows no program for it."""
    if not path.exists():
        raise Refused(f"没有找到“{path}”，可能已被移走或删除。")
    # Loaded with the first file that is opened: the start does not wait for it.
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise Refused(f"系统没有打开“{path}”的程序。请在文件管理器里打开它。")


def open_copy(name: str, content: bytes) -> Path:
    """Open a copy of what is kept, so that nothing done to it reaches the ledger; where it lies.

    Refused where no copy can be made, or the desktop knows no program for it.
    """
    import tempfile  # with the first copy

    try:
        copy = Path(tempfile.mkdtemp(prefix="taizhang-")) / Path(name).name
        copy.write_bytes(content)
        copy.chmod(0o400)
    except OSError as fault:
        raise Refused(f"没能取出“{name}”的副本，请检查磁盘空间后重试。") from fault
    open_file(copy)
    return copy


def open_folder(path: Path) -> None:
    """Show the folder of the file ``path``."""
    open_file(path.resolve().parent)
