"""Preferences survive a new start, each under its own key; what is garbled is the usual."""

from pathlib import Path

import pytest

from gui.preferences import Appearance, DateStyle, Preferences, TextSize, keep, recall
from gui.preferences.keeping import key_of
from gui.settings import Settings
from gui.settings_file import SettingsFile

ALL = Preferences(
    institution="××镇卫生院",
    superior="××县卫生局",
    prepared_by="张明",
    reviewed_by="李芳",
    user="王强",
    warning_days=5,
    family="Noto Sans CJK SC",
    text_size=TextSize.LARGE,
    appearance=Appearance.SYSTEM,
    title_font="宋体",
    body_font="楷体",
    date_style=DateStyle.CHINESE,
    second_backup="E:\\台账, 备份",
)


def test_all_of_them_survive_with_and_without_qt(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "taizhang.ini")
    keep(settings, ALL)
    settings.save()
    assert recall(Settings(tmp_path / "taizhang.ini")) == ALL
    assert recall(SettingsFile(tmp_path / "taizhang.ini")) == ALL


def test_the_example_says_something_of_every_preference() -> None:
    usual = Preferences()
    assert all(getattr(ALL, each.name) != getattr(usual, each.name) for each in Preferences.fields)


def test_nothing_kept_is_the_usual(tmp_path: Path) -> None:
    assert recall(Settings(tmp_path / "taizhang.ini")) == Preferences()


@pytest.mark.parametrize("garbled", ["巨大", 7, None, ["x"]])
def test_a_garbled_one_is_the_usual(tmp_path: Path, garbled: object) -> None:
    settings = Settings(tmp_path / "taizhang.ini")
    keep(settings, ALL)
    settings.put("preferences/text_size", garbled)
    assert recall(settings).text_size is TextSize.NORMAL
    assert recall(settings).user == "王强"


def test_the_second_backup_lies_where_backups_look_for_it(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "taizhang.ini")
    keep(settings, ALL)
    assert settings.get("backup/second") == "E:\\台账, 备份"


def test_no_two_share_a_key() -> None:
    assert len({key_of(field) for field in Preferences.fields}) == len(Preferences.fields)
