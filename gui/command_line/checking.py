"""The command that verifies a ledger and its newest backup and says what was found."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from gui.desk import Desk
from model.backups.inspecting import inspect
from model.refused import Refused
from model.store.checking import Checked


def check(desk: Desk) -> int:
    """One line for each thing that was checked, and below it each fault. Refused for any fault."""
    sys.stdout.write(f"检查：{desk.path}\n")
    found = inspect(desk.path)
    for each in found:
        sys.stdout.writelines(_lines(each))
    count = sum(len(each.faults) for each in found)
    if count:
        sys.stdout.flush()
        raise Refused(f"发现{count}处问题，文件没有改动。请留存一份，再打开窗口从备份恢复。")
    sys.stdout.write("没有发现问题。\n")
    return 0


def _lines(checked: Checked) -> Iterator[str]:
    mark = "有问题" if checked.faults else "完好"
    told = checked.fact.startswith(("还没有", "由"))
    yield f"{checked.name}：{checked.fact}{'' if told else f'，{mark}'}\n"
    yield from (f"  - {fault}\n" for fault in checked.faults)
