"""A campaign made without a window holds what a window would have taken, or is not made."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.records import Campaign
from model.store import Store
from tests.gui.command_line.conftest import Call

PLAN = "health-centre-2011"


def test_what_no_report_could_hold_is_left_out(call: Call, tmp_path: Path) -> None:
    ledger = tmp_path / "台账.db"
    assert call(ledger, "--new", PLAN, "--institution", "某某\x01镇\n卫生院").status == 0
    store = Store(ledger, read_only="只看一眼。")
    assert store.all(Campaign)[0].institution == "某某镇 卫生院"
    store.close()


@pytest.mark.parametrize(
    ("institution", "words"), [("\udcff", "没有能用的字"), ("院" * 32_766, "上限1000字")]
)
def test_what_cannot_be_kept_leaves_no_file_behind(
    call: Call, tmp_path: Path, institution: str, words: str
) -> None:
    said = call(tmp_path / "台账.db", "--new", PLAN, "--institution", institution)
    assert (said.status, said.out) == (1, "")
    assert words in said.error
    assert list(tmp_path.iterdir()) == []
