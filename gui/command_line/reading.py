"""Commands that read: reports as Excel files, records as JSON. They read beside a writer."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn

from gui.desk import Desk
from gui.preferences import recall
from gui.settings_file import SettingsFile
from model.fields import Record
from model.opening import is_older
from model.records import KINDS, Campaign
from model.refused import Refused
from model.store import Store
from model.store.faults import DAMAGED, NEWER, READING

TOO_NEW = "这个文件由更新版本的活动台账建立，这个版本读不全它。请升级程序后再试。"


@contextmanager
def opened(desk: Desk, writable: bool = False) -> Iterator[Store]:
    """The ledger, usually for reading only. Refused for one that a newer version made.

    Of an older one an upgraded copy is read; the file itself stays as it is.
    """
    with TemporaryDirectory(prefix="taizhang-") as folder:
        path = desk.path
        if not writable and is_older(path):
            from model.store.upgrading import upgrade  # only an older file pays for it

            path = Path(folder) / path.name
            upgrade(desk.path, path)
        with _store(path, writable) as store:
            yield store


@contextmanager
def _store(path: Path, writable: bool) -> Iterator[Store]:
    store = Store(path, read_only="" if writable else READING)
    try:
        if store.read_only == NEWER:
            raise Refused(TOO_NEW)
        yield store
    finally:
        store.close()


def print_json(desk: Desk) -> int:
    """Every record of the file: ``{"campaign": [{"id": 1, …}], …}``, dates in ISO."""
    with opened(desk) as store:
        records = {kind.table: [_plain(record) for record in store.all(kind)] for kind in KINDS}
    sys.stdout.write(json.dumps(records, ensure_ascii=False, indent=1, default=_refuse) + "\n")
    return 0


def _refuse(value: object) -> NoReturn:
    """Only a damaged cell holds what is neither text nor number."""
    raise Refused(DAMAGED)


def _plain(record: Record) -> dict[str, Any]:
    values = {field.name: getattr(record, field.name) for field in record.fields}
    dates = {name: day.isoformat() for name, day in values.items() if isinstance(day, date)}
    return {"id": record.id, **values, **dates}


def export(desk: Desk, folder: Path, names: Sequence[str], campaign: str) -> int:
    """Write reports (all without ``names``) into ``folder``; one path a line on stdout."""
    # Slow: these load openpyxl.
    from gui.preferences.effects import official_look
    from model import reports
    from model.excel.write import write

    preferences = recall(SettingsFile.beside(desk.path))
    with opened(desk) as store:
        chosen = [reports.find(name) for name in names] or reports.catalogue()
        shown = _campaign(store, campaign)
        sheets = {
            reports.file_name(shown, report, desk.today()): reports.build(
                store,
                shown.id,
                report,
                desk.today(),
                prepared_by=preferences.prepared_by,
                reviewed_by=preferences.reviewed_by,
            )
            for report in chosen
        }
    make_folder(folder)
    look = official_look(preferences)
    for name, sheet in sheets.items():
        sys.stdout.write(f"{write(sheet, folder / name, look).path}\n")
    return 0


def make_folder(folder: Path) -> None:
    """The folder, made if it is not there. Refused where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"建不了文件夹“{folder}”。请检查位置和权限，或换一个文件夹。") from error


def _campaign(store: Store, named: str) -> Campaign:
    """The campaign with this id or with these words in its title; without any, the only one."""
    campaigns = store.all(Campaign)
    found = [each for each in campaigns if named == str(each.id)]
    found = found or [each for each in campaigns if named in each.title]
    if len(found) == 1:
        return found[0]
    listed = "；".join(f"{each.id} {each.title}" for each in found or campaigns)
    if not campaigns:
        raise Refused("台账里还没有活动。请先用 --new 建立一个。")
    if not found:
        raise Refused(f"没有“{named}”这个活动。现有：{listed}。")
    wanted = f"“{named}”对得上{len(found)}个活动" if named else f"台账里有{len(found)}个活动"
    raise Refused(f"{wanted}，请用 --campaign 指定一个：{listed}。")
