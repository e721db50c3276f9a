"""Work on a copy on this PC instead of the file on a share; what is done is published beside it."""

from __future__ import annotations

from pathlib import Path

from gui.ask import Ask
from gui.backups.keeper import share_key
from gui.settings import Settings
from model.network import is_on_share
from model.refused import Refused
from model.store.copying import copy_verified

WORDS = "台账在网络共享上，断网或多人同时打开时可能写不进"
OFFER = "改用本机副本…"
TITLE = "改用本机副本？"
TEXT = (
    "把台账复制到这台电脑上，以后在副本里工作。每次备份时，核对过的快照自动放到共享文件夹原文件"
    "旁边，名字后面写明时间；原文件不改动。同一份台账请只在一台电脑上这样用。"
)


def working_copy(ask: Ask, ledger: Path) -> Path | None:
    """The copy that the user let us make of the ledger on a share; None when not."""
    if not ask.confirm(TITLE, TEXT, "选文件夹…"):
        return None
    folder = ask.folder("本机副本放在哪里", Path.home())
    if folder is None:
        return None
    try:
        return make_working_copy(ledger, folder)
    except Refused as refusal:
        ask.refuse(refusal.text)
        return None


def make_working_copy(ledger: Path, folder: Path) -> Path:
    """A verified copy in ``folder`` that knows where it is published to. Refused where not."""
    copy = folder / ledger.name
    if is_on_share(folder):
        raise Refused("这个文件夹也在网络共享上。请选这台电脑自己的文件夹。")
    if copy.exists():
        raise Refused(
            f"“{folder}”里已有“{copy.name}”，没有改动它。可以直接打开它，或换一个文件夹。"
        )
    copy_verified(ledger, copy)
    settings = Settings.beside(copy)
    settings.put(share_key(copy), str(ledger.absolute()))
    settings.save()
    return copy
