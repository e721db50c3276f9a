"""Commands know what 设置 keeps beside the ledger, and do not need Qt for it."""

from datetime import date
from pathlib import Path

import openpyxl

from gui.preferences import DateStyle, Preferences, keep
from gui.settings import Settings
from model.records import Campaign
from model.store import Store
from tests.gui.command_line.conftest import Call


def put(ledger: Path, preferences: Preferences) -> None:
    settings = Settings.beside(ledger)
    keep(settings, preferences)
    settings.save()


def test_exports_name_persons_and_have_the_offices_fonts(
    call: Call, ledger: Path, tmp_path: Path
) -> None:
    chosen = Preferences(
        prepared_by="李芳", reviewed_by="张明", body_font="楷体", date_style=DateStyle.CHINESE
    )
    put(ledger, chosen)
    said = call(ledger, "--export", tmp_path / "导出", "--report", "整改台账")
    assert said.status == 0
    page = openpyxl.load_workbook(said.out.strip()).active
    assert page is not None
    second = [cell.value for cell in page[2] if cell.value]
    assert second[1:3] == ["填报人：李芳", "审核人：张明"]
    dates = [cell for row in page["A4:Z9"] for cell in row if cell.is_date]
    assert {cell.number_format for cell in dates} == {'yyyy"年"m"月"d"日"'}
    assert {cell.font.name for cell in dates} == {"楷体"}


def test_without_preferences_nobody_is_named(call: Call, ledger: Path, tmp_path: Path) -> None:
    said = call(ledger, "--export", tmp_path / "导出", "--report", "整改台账")
    page = openpyxl.load_workbook(said.out.strip()).active
    assert page is not None
    assert len([cell for cell in page[2] if cell.value]) == 2


def test_a_new_campaign_is_the_offices_own(call: Call, tmp_path: Path) -> None:
    ledger = tmp_path / "台账.db"
    chosen = Preferences(
        institution="××镇卫生院", superior="××县卫生局", warning_days=5, user="李芳"
    )
    put(ledger, chosen)
    assert call(ledger, "--new", "health-centre-2011").status == 0
    store = Store(ledger)
    campaign = store.get(Campaign, 1)
    assert (campaign.institution, campaign.superior) == ("××镇卫生院", "××县卫生局")
    assert (campaign.start, campaign.warning_days) == (date(2011, 2, 18), 5)
    assert store.history.entry(store.history.last_id()).by == "李芳"  # type: ignore[union-attr]
    store.close()


def test_an_institution_that_is_named_goes_first(call: Call, tmp_path: Path) -> None:
    ledger = tmp_path / "台账.db"
    put(ledger, Preferences(institution="××镇卫生院"))
    call(ledger, "--new", "health-centre-2011", "--institution", "××乡卫生院")
    store = Store(ledger)
    assert store.get(Campaign, 1).institution == "××乡卫生院"
    store.close()
