"""Without Qt the settings file is read as Qt reads it."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from gui.settings import Settings
from gui.settings_file import SettingsFile

SEED = 20110420
SIGNS = "张明AZ09 ;,=#%[]\"\\'/\n\t@\x7f\u2028é（）"


def test_what_the_window_put_is_read(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    texts = ["".join(chance.choices(SIGNS, k=chance.randrange(12))) for _ in range(300)]
    settings = Settings.beside(tmp_path / "台账.db")
    for number, text in enumerate(texts):
        settings.put(f"preferences/text{number}", text)
    settings.save()
    read = SettingsFile.beside(tmp_path / "台账.db")
    assert [read.get(f"preferences/text{number}") for number in range(300)] == texts


@pytest.mark.parametrize("value", [3, True, None, [1, "x"], {"a": "张明, “x”"}])
def test_values_keep_their_types(tmp_path: Path, value: object) -> None:
    settings = Settings.beside(tmp_path / "台账.db")
    settings.put("window/value", value)
    settings.save()
    assert SettingsFile.beside(tmp_path / "台账.db").get("window/value", "none") == value


def test_no_file_and_a_garbled_value_give_the_default(tmp_path: Path) -> None:
    path = tmp_path / "taizhang.ini"
    assert SettingsFile(path).get("window/tab", 2) == 2
    path.write_bytes(b"[window]\ntab=wer[\n\xff\xfe\n")
    assert SettingsFile(path).get("window/tab", 2) == 2
    path.write_text(f"[window]\ntab={'[' * 100_000}\n", "utf-8")
    assert SettingsFile(path).get("window/tab", 2) == 2


def test_it_needs_no_qt() -> None:
    asked = (
        "import sys, gui.settings_file, gui.preferences; "
        "sys.exit(any('PySide6' in m for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
