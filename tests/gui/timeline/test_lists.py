"""What the tiles of the strip mean here."""

from gui.timeline.lists import first_of, urgent
from model.judgements.timeline import Plan
from tests.gui.timeline.conftest import LATE, SENDING


def test_todays_list_is_what_is_late_or_near(plan: Plan) -> None:
    assert urgent(plan) == {LATE, SENDING}


def test_each_tile_leads_to_the_nearest_of_its_kind(plan: Plan) -> None:
    assert first_of("phase", plan) == ("phase", 2)
    assert first_of("submission", plan) == ("task", SENDING)
    assert first_of("tasks_today", plan) == ("task", LATE)


def test_an_empty_plan_leads_nowhere(plan: Plan) -> None:
    assert first_of("submission", plan._replace(rows=())) is None
