"""The past is told by names, also of what is gone, and field by field in the office's words."""

from dataclasses import replace
from datetime import date

import pytest

from model.changes import Change
from model.deletion import deletion
from model.lifecycle import register
from model.records import Campaign, Evidence, Issue, Measure, Person, Progress, Rectification
from model.store import Store
from model.telling import (
    Alteration,
    alterations,
    campaign_once,
    counted,
    issue_of,
    named,
    past_context,
)
from model.words import EvidenceKind

MEASURE = Measure(1, rectification=1, seq=1, content="更换座椅", owner=2, due=date(2011, 5, 6))


@pytest.fixture
def issue(store: Store) -> Issue:
    """An issue with one measure."""
    campaign = store.all(Campaign)[0]
    changes = register(store, campaign, content="座椅破损", category=1, source="自查")
    store.apply(changes, "新增问题")
    store.apply([Change(None, MEASURE)], "添加整改措施")
    return store.get(Issue, 1)


def told(store: Store, change: Change) -> list[Alteration]:
    return alterations(change, past_context(store, 2011))


def test_an_edit_is_told_by_its_fields(store: Store, issue: Issue) -> None:
    change = Change(MEASURE, replace(MEASURE, owner=1, due=None, content="全部更换"))
    assert told(store, change) == [
        Alteration("整改措施", "更换座椅", "全部更换"),
        Alteration("责任人", "王强", "张明"),
        Alteration("时限", "5月6日", ""),
    ]


def test_of_a_new_or_deleted_record_what_was_filled_in_is_told(store: Store, issue: Issue) -> None:
    lines = told(store, Change(None, MEASURE))
    assert [line.label for line in lines] == ["序号", "整改措施", "责任人", "时限"]
    assert all(line.before == "" for line in lines)
    assert all(line.after == "" for line in told(store, Change(MEASURE, None)))
    assert len(told(store, Change(MEASURE, None))) == 4


def test_a_flag_taken_back_is_told(store: Store) -> None:
    campaign = replace(store.all(Campaign)[0], requires_publicity=True)
    change = Change(campaign, replace(campaign, requires_publicity=False))
    assert told(store, change) == [Alteration("默认需公示", "是", "否")]


def test_a_person_who_is_gone_is_still_named(store: Store, issue: Issue) -> None:
    person = Person(9, name="吴霞")
    store.apply([Change(None, person)], "新增人员")
    store.apply([Change(person, None)], "删除人员")
    (line,) = told(store, Change(MEASURE, replace(MEASURE, owner=9)))
    assert line.after == "吴霞"


def test_what_only_the_program_knows_a_file_by_is_not_told(store: Store) -> None:
    file = Evidence(
        1, issue=1, kind=EvidenceKind.AFTER, name="座椅.jpg", sha256="0" * 64, size=1024
    )
    assert [line.label for line in told(store, Change(None, file))] == ["性质", "文件名"]


def test_records_are_named_with_the_issue_they_belong_to(store: Store, issue: Issue) -> None:
    context = past_context(store, 2011)
    assert named(issue, store, context) == "问题2011-001"
    assert named(MEASURE, store, context) == "问题2011-001 · 整改措施“更换座椅”"
    assert named(store.get(Rectification, 1), store, context) == "问题2011-001 · 第1轮整改"
    assert named(store.get(Person, 1), store, context) == "人员“张明”"
    store.apply(deletion(issue, store), "删除问题")
    assert named(MEASURE, store, context) == "问题2011-001 · 整改措施“更换座椅”"


def test_a_long_title_is_cut(store: Store) -> None:
    line = Progress(1, rectification=1, on=date(2011, 5, 6), content="长" * 100)
    assert named(line, store, past_context(store, None)) == f"整改进展“{'长' * 23}…”"


def test_owners_are_found_though_they_are_gone(store: Store, issue: Issue) -> None:
    campaign = store.all(Campaign)[0]
    store.apply(deletion(campaign, store), "删除活动")
    assert issue_of(MEASURE, store) == issue
    assert campaign_once(MEASURE, store) == campaign
    assert campaign_once(store.get(Person, 1), store) is None


def test_parts_are_counted_by_their_nouns() -> None:
    lines = [Progress(id, rectification=1) for id in (1, 2)]
    assert counted([Rectification(1, issue=1), MEASURE, *lines]) == "含整改措施1条、整改进展2条"
    assert counted([Rectification(1, issue=1)]) == ""
