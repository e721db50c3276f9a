"""What the office set once is seen in its tables and in its new campaigns."""

from datetime import date

from gui.preferences import DateStyle, Preferences
from gui.preferences.effects import official_look, prefilled
from model.changes import Change
from model.excel.look import OFFICIAL
from model.records import Campaign, Phase

CAMPAIGN = Campaign(1, title="大讨论", superior="县卫生局", start=date(2011, 2, 18))
CHANGES = [Change(None, CAMPAIGN), Change(None, Phase(1, campaign=1))]


def test_the_usual_look_is_the_official_one() -> None:
    assert official_look(Preferences()) == OFFICIAL


def test_fonts_and_dates_are_the_offices_own() -> None:
    chosen = Preferences(title_font="华文中宋", body_font="楷体", date_style=DateStyle.CHINESE)
    look = official_look(chosen)
    assert look.title.family == "华文中宋"
    assert {look.body.family, look.info.family} == {"楷体"}
    assert look.title.size == OFFICIAL.title.size
    assert look.show(date(2011, 4, 10)) == "2011年4月10日"


def test_a_new_campaign_goes_to_the_offices_own_superior() -> None:
    first, *others = prefilled(CHANGES, Preferences(superior="××县卫生局", warning_days=5))
    assert isinstance(first.after, Campaign)
    assert (first.after.superior, first.after.warning_days) == ("××县卫生局", 5)
    assert others == CHANGES[1:]


def test_no_warning_at_all_can_be_wanted() -> None:
    begun = prefilled(CHANGES, Preferences(warning_days=0))[0].after
    assert isinstance(begun, Campaign)
    assert begun.warning_days == 0


def test_without_preferences_the_plan_stands() -> None:
    assert prefilled(CHANGES, Preferences()) == CHANGES
