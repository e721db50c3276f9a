"""What must hold of every record, whoever wrote it."""

from dataclasses import replace
from datetime import date

import pytest

from model.changes import Change
from model.deletion import deletion
from model.fields import Record
from model.lifecycle import register
from model.records import Campaign, Category, Evidence, Issue, Phase, Publicity, Rectification, Task
from model.refused import Refused
from model.store import Store
from model.words import EvidenceKind, PublicityKind
from tests.model.conftest import CAMPAIGN, CATEGORY

EARLY, LATE = date(2011, 4, 1), date(2011, 4, 9)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (Phase(1, campaign=1, name="倒", start=LATE, end=EARLY), "早于开始"),
        (Task(1, campaign=1, title="倒", start=LATE, due=EARLY), "早于开始"),
        (Phase(1, campaign=1, name="无日期", start=EARLY), "“结束”不能为空"),
        (Category(2, campaign=99, name="无活动"), "不在台账里"),
        (Evidence(1, kind=EvidenceKind.BEFORE, name="x", sha256="0"), "归到一个问题或一项任务"),
        (Campaign(2, title="倒", start=LATE, end=EARLY), "早于开始日期"),
    ],
)
def test_a_record_that_cannot_be_is_refused(store: Store, record: Record, words: str) -> None:
    last = store.history.last_id()
    with pytest.raises(Refused, match=words):
        store.apply([Change(None, record)], "新增")
    assert store.find(type(record), record.id) is None
    assert store.history.last_id() == last


def test_what_is_in_use_is_not_deleted_and_its_users_are_named(store: Store) -> None:
    store.apply(register(store, CAMPAIGN, content="挂号慢", category=1), "新增")
    with pytest.raises(Refused, match="问题类别“素质能力”还在用：问题“2011-001”"):
        store.apply(deletion(CATEGORY, store), "删除类别")


def test_deleting_takes_what_is_owned_and_undo_brings_it_back(store: Store) -> None:
    store.apply(register(store, CAMPAIGN, content="挂号慢"), "新增")
    shown = Publicity(1, issue=1, kind=PublicityKind.RESULTS, start=EARLY, end=LATE)
    store.apply([Change(None, shown)], "公示")
    store.apply(deletion(store.get(Issue, 1), store), "删除问题")
    assert (store.all(Issue), store.all(Rectification), store.all(Publicity)) == ([], [], [])
    store.undo()
    assert store.get(Publicity, 1) == shown
    assert store.get(Issue, 1).number == "2011-001"


def test_an_archived_campaign_is_read_only_until_taken_out(store: Store) -> None:
    archived = replace(CAMPAIGN, archived=True)
    store.apply([Change(CAMPAIGN, archived)], "归档")
    with pytest.raises(Refused, match="已归档"):
        store.apply([Change(CATEGORY, replace(CATEGORY, name="改"))], "改类别")
    with pytest.raises(Refused, match="已归档"):
        store.apply([Change(archived, replace(archived, title="改"))], "改名")
    store.apply([Change(archived, CAMPAIGN)], "取消归档")
    store.apply([Change(CATEGORY, replace(CATEGORY, name="改"))], "改类别")
