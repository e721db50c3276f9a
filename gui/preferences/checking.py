"""What this PC has to have for a preference to work."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from model.refused import Refused


def refuse_family(family: str, installed: Collection[str]) -> None:
    """Raise Refused for a font that this PC lacks or that has no Chinese characters."""
    if family and family not in installed:
        raise Refused(f"这台电脑上没有带汉字的“{family}”字体。请从列表里选，或留空自动选用。")


def refuse_second_backup(place: str, ledger: Path) -> None:
    """Raise Refused for a folder that is not there, or where one fault would take both copies."""
    if not place:
        return
    folder = Path(place)
    if not folder.is_absolute() or not folder.is_dir():
        raise Refused(f"没有“{place}”这个文件夹。请点“选择…”选一个，U盘要先插上。")
    if folder.resolve().is_relative_to(ledger.resolve().parent):
        raise Refused("这里和台账在同一个文件夹里，坏了会一起坏。请选另一块硬盘或U盘。")
