"""Commands beside a window: those that read do, those that write are refused with who has it."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from gui.command_line import run
from model.opening import open_ledger
from model.records import Campaign
from model.store import Store
from model.store.lock import is_held

ROOT = Path(__file__).resolve().parents[3]
TEMPLATE = "health-centre-2011"
WINDOW = "import sys; from gui.command_line import run; sys.exit(run(sys.argv[1:]))"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "taizhang.db"
    assert run([str(path), "--new", TEMPLATE]) == 0
    return path


@pytest.fixture
def writer(ledger: Path) -> Iterator[Store]:
    """Somebody's window."""
    store = open_ledger(ledger, user="李", now=lambda: datetime(2011, 4, 20, 9, 10))
    yield store
    store.close()


@pytest.mark.usefixtures("impatient")
def test_entering_a_campaign_is_refused_with_who_writes(
    writer: Store, ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([str(ledger), "--new", TEMPLATE]) == 1
    said = capsys.readouterr().err
    assert said.startswith("李 在这台电脑上 2011年4月20日 09:10 起正在使用这个台账，这次没有写入。")
    assert len(writer.all(Campaign)) == 1
    writer.close()
    assert run([str(ledger), "--new", TEMPLATE]) == 0


def test_reading_goes_on_beside_a_writer(
    writer: Store, ledger: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    capsys.readouterr()
    assert run([str(ledger), "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["campaign"]) == 1
    assert run([str(ledger), "--export", str(tmp_path / "报表")]) == 0
    assert writer.read_only == ""


def test_reading_leaves_nothing_beside_the_ledger(ledger: Path) -> None:
    before = set(os.listdir(ledger.parent))
    assert run([str(ledger), "--json"]) == 0
    assert set(os.listdir(ledger.parent)) == before


def test_a_second_window_of_the_same_account_ends_silently(ledger: Path) -> None:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", WINDOW, str(ledger)]
    first = subprocess.Popen(command, cwd=ROOT, env=environ)
    try:
        while not is_held(ledger):
            assert first.poll() is None
        # It is not painted yet, and has no door: the second waits for that.
        second = subprocess.run(
            command, cwd=ROOT, env=environ, capture_output=True, timeout=60, check=False
        )
        assert (second.returncode, second.stdout, second.stderr) == (0, b"", b"")
        assert first.poll() is None
    finally:
        first.send_signal(signal.SIGKILL)
        first.wait()
    assert not is_held(ledger)
