"""Where an operation worked: on what is there now, or on the owner of what is gone."""

from dataclasses import replace
from datetime import datetime

from gui.places import campaign_at, campaign_behind, living_place, place_of
from model.changes import Change, Operation, Way
from model.deletion import deletion
from model.fields import Record
from model.records import Campaign, Issue, Measure, Opinion, Origin, Phase, Rectification
from model.refused import Place
from model.store import Store


def operation(*changes: Change) -> Operation:
    return Operation(9, datetime(2011, 4, 20), "张明", "修改", Way.DO, None, changes)


def removed(store: Store, record: Record) -> Operation:
    return store.apply(deletion(record, store), "删除")


def test_an_edited_record_is_the_place(store: Store) -> None:
    issue = store.get(Issue, 1)
    assert place_of(operation(Change(issue, replace(issue, cause="无"))), store) == Place(
        "issue", 1
    )


def test_a_removed_part_points_to_its_owner(store: Store) -> None:
    measure = Measure(1, rectification=1, content="检修")
    store.apply([Change(None, measure)], "添加措施")
    assert place_of(removed(store, measure), store) == Place("rectification", 1)


def test_an_issue_that_is_none_again_points_to_the_opinion_it_came_from(store: Store) -> None:
    opinion = Opinion(1, campaign=1, channel="电话", content="慢。")
    store.apply([Change(None, opinion)], "登记意见")
    issue, begun = Issue(9, campaign=1, content="慢。"), Rectification(9, issue=9)
    origin = Origin(1, opinion=1, issue=9)
    store.apply([Change(None, each) for each in (issue, begun, origin)], "意见立项")
    undone = store.undo()
    assert undone is not None
    assert place_of(undone, store) == Place("opinion", 1)


def test_what_stood_in_the_campaign_itself_points_to_where_it_was(store: Store) -> None:
    phase = store.get(Phase, 1)
    assert place_of(removed(store, phase), store) == Place("phase", 1)


def test_the_campaign_is_found_through_the_owners(store: Store) -> None:
    rectification = store.get(Rectification, 1)
    changed = operation(Change(rectification, replace(rectification, goal="完好")))
    assert campaign_at(changed, store) == store.get(Campaign, 1)


def test_what_is_there_can_be_seen_itself(store: Store) -> None:
    assert living_place(store.get(Issue, 1), store) == Place("issue", 1)


def test_what_is_gone_is_seen_at_its_nearest_owner_that_is_there(store: Store) -> None:
    measure = Measure(1, rectification=1, content="检修")
    store.apply([Change(None, measure)], "添加措施")
    store.apply(deletion(measure, store), "删除")
    assert living_place(measure, store) == Place("rectification", 1)
    store.apply(deletion(store.get(Issue, 1), store), "删除")
    assert living_place(measure, store) is None


def test_what_no_tab_shows_has_no_place(store: Store) -> None:
    assert living_place(store.get(Campaign, 1), store) is None


def test_the_campaign_behind_a_place(store: Store) -> None:
    assert campaign_behind(Place("rectification", 1), store) == store.get(Campaign, 1)
    assert campaign_behind(Place("person", 1), store) is None
    assert campaign_behind(Place("issue", 99), store) is None
