"""What was deleted lies in the bin with all it owned, and comes back as it was."""

from dataclasses import replace
from datetime import date

import pytest

from model.changes import Change
from model.deletion import deletion
from model.lifecycle import move, register
from model.records import Campaign, Category, Issue, Measure, Opinion, Origin, Rectification, Step
from model.refused import Refused
from model.store import Store
from model.words import Move

DAY = date(2011, 4, 1)
START = {
    "round.leader": 1,
    "round.owner": 2,
    "round.due": date(2011, 4, 20),
    "measure.content": "更换座椅",
}


@pytest.fixture
def issue(store: Store) -> Issue:
    """An issue in rectification, made of one opinion."""
    campaign = store.all(Campaign)[0]
    store.apply(
        register(store, campaign, content="座椅破损", category=1, source="自查"), "新增问题"
    )
    store.apply(move(store, 1, Move.START, START, DAY), "启动整改")
    opinion = Opinion(1, campaign=1, channel="意见箱", content="椅子坏了")
    origin = Origin(1, opinion=1, issue=1)
    store.apply([Change(None, opinion), Change(None, origin)], "登记意见")
    return store.get(Issue, 1)


def everything(store: Store) -> list[object]:
    kinds = (Issue, Rectification, Measure, Step, Opinion, Origin, Category)
    return [list(store.all(kind)) for kind in kinds]


def test_a_deleted_issue_comes_back_with_all_it_owned(store: Store, issue: Issue) -> None:
    before = everything(store)
    store.apply(deletion(issue, store), "删除问题2011-001")
    (deleted,) = store.bin.deleted()
    assert deleted.record == issue
    assert deleted.entry.label == "删除问题2011-001"
    assert {part.table for part in deleted.parts} == {"rectification", "measure", "step", "origin"}
    store.restore(deleted)
    assert everything(store) == before
    assert store.bin.deleted() == []


def test_several_deleted_together_come_back_one_by_one(store: Store) -> None:
    fresh = [Category(id, campaign=1, seq=id, name=f"类别{id}") for id in (2, 3)]
    store.apply([Change(None, category) for category in fresh], "新增类别")
    store.apply([Change(category, None) for category in fresh], "删除2个类别")
    first, second = store.bin.deleted()
    store.restore(second)
    assert [each.record for each in store.bin.deleted()] == [first.record]
    assert store.find(Category, second.record.id) == second.record


def test_what_belongs_to_a_deleted_campaign_waits_for_it(store: Store) -> None:
    category = store.get(Category, 1)
    store.apply([Change(category, None)], "删除类别")
    campaign = store.all(Campaign)[0]
    store.apply(deletion(campaign, store), "删除活动")
    with pytest.raises(Refused, match="已不在台账里"):
        store.restore(store.bin.deleted()[-1])
    assert store.find(Category, 1) is None


def test_a_link_to_an_opinion_that_is_gone_stays_away(store: Store, issue: Issue) -> None:
    store.apply(deletion(issue, store), "删除问题")
    deleted = store.bin.deleted()[0]
    store.apply(deletion(store.get(Opinion, 1), store), "删除意见")
    store.restore(deleted)
    assert store.find(Issue, 1) == issue
    assert store.all(Origin) == []


def test_a_restoration_can_be_undone(store: Store, issue: Issue) -> None:
    store.apply(deletion(issue, store), "删除问题")
    store.restore(store.bin.deleted()[0])
    store.undo()
    assert store.find(Issue, 1) is None
    assert [each.record for each in store.bin.deleted()] == [issue]


def test_nothing_comes_back_into_an_archived_campaign(store: Store) -> None:
    store.apply([Change(store.get(Category, 1), None)], "删除类别")
    campaign = store.all(Campaign)[0]
    store.apply([Change(campaign, replace(campaign, archived=True))], "归档")
    with pytest.raises(Refused, match="已归档"):
        store.restore(store.bin.deleted()[0])


def test_several_come_back_as_one_operation(store: Store, issue: Issue) -> None:
    """Also a part that was deleted by itself before, with the issue it belongs to."""
    measure = store.all(Measure)[0]
    store.apply([Change(measure, None)], "删除整改措施")
    store.apply(deletion(store.get(Issue, issue.id), store), "删除问题")
    whole, part = store.bin.deleted()
    assert store.restore(part, whole).label == "恢复2条记录"
    assert store.get(Measure, measure.id) == measure
    store.undo()
    assert store.all(Measure) == []


def test_what_is_gone_is_still_known_by_name(store: Store, issue: Issue) -> None:
    store.apply(deletion(issue, store), "删除问题")
    assert store.find(Issue, issue.id) is None
    assert store.recall(Issue, issue.id) == issue
    assert issue.id not in store.names(Issue)
    assert store.names(Issue, gone=True)[issue.id] == issue.number
    assert ("measure", 1) in store.family("issue", issue.id)
