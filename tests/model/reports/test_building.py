from dataclasses import replace
from datetime import date

import pytest

from model.changes import Change
from model.deletion import deletion
from model.excel.sheet import Sheet
from model.lifecycle import register
from model.records import Campaign, Issue, Rectification
from model.refused import Refused
from model.reports import build, file_name, find
from model.store import Store
from model.words import State
from tests.model.conftest import CAMPAIGN as STORED
from tests.model.reports.conftest import CAMPAIGN, Records

TODAY = date(2011, 4, 20)


def numbers(sheet: Sheet) -> list[object]:
    return [row[1] for row in sheet.rows]


def test_a_sheet_says_what_who_and_when(records: Records) -> None:
    sheet = build(records, 1, find("问题台账"), TODAY)
    assert sheet.title == "“开放·创新”活动问题台账"
    assert (sheet.institution, sheet.filled_on, sheet.tab) == ("某某镇卫生院", TODAY, "问题台账")
    assert sheet.key == 1
    assert (sheet.prepared_by, sheet.reviewed_by) == (None, None)


def test_persons_are_named_where_the_report_wants_them(records: Records) -> None:
    report = replace(find("问题台账"), shows_persons=True)
    sheet = build(records, 1, report, TODAY, prepared_by="周涛")
    assert (sheet.prepared_by, sheet.reviewed_by) == ("周涛", None)


def test_a_row_holds_what_its_headings_say(records: Records) -> None:
    (row,) = build(records, 1, find("销号台账"), TODAY).rows
    assert row == (
        1, "2011-001", "病历不规范", "1.培训；2.抽查病历30份。", "合格率97%", date(2011, 4, 7),
        "张明", date(2011, 4, 9), "好", "4月11日—4月15日，院务公开栏", 0, "张明",
        date(2011, 4, 18), "已回头看",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "states"),
    [
        ("问题台账", "登记 整改中 待验收 待销号 已销号 长期整改"),
        ("整改台账", "整改中 待验收 待销号 长期整改"),
        ("销号台账", "已销号"),
    ],
)
@pytest.mark.parametrize("chosen", [None, range(1, 9)])
def test_each_ledger_lists_its_states(name: str, states: str, chosen: range | None) -> None:
    records = Records(CAMPAIGN)
    for id, state in enumerate(State, start=1):
        records.add(Issue(id, campaign=1, number=state, state=state), Rectification(id, issue=id))
    sheet = build(records, 1, find(name), TODAY, chosen)
    assert set(numbers(sheet)) == set(states.split())


def test_numbers_run_from_one_whatever_is_left_out(records: Records) -> None:
    records.replace(Issue, 2, state=State.DECLINED)
    sheet = build(records, 1, find("问题台账"), TODAY)
    assert [row[:2] for row in sheet.rows] == [(1, "2011-001"), (2, "2011-003")]


def test_what_the_report_is_not_meant_for_is_counted(records: Records) -> None:
    assert build(records, 1, find("问题台账"), TODAY).left_out == ()
    records.replace(Issue, 1, state=State.MERGED)
    records.replace(Issue, 2, state=State.DECLINED)
    records.replace(Issue, 3, state=State.MERGED)
    left_out = build(records, 1, find("问题台账"), TODAY).left_out
    assert dict(left_out) == {"不予立项": 1, "已合并": 2}
    assert build(records, 1, find("问题台账"), TODAY, [1]).left_out == (("已合并", 1),)


def test_an_export_follows_the_order_of_the_screen(records: Records) -> None:
    assert numbers(build(records, 1, find("问题台账"), TODAY, [3, 99, 1])) == [
        "2011-003",
        "2011-001",
    ]


def test_nothing_chosen_is_nothing_shown(records: Records) -> None:
    assert build(records, 1, find("问题台账"), TODAY, []).rows == ()


def test_the_schedule_is_ordered_by_date_and_what_has_none_comes_last(records: Records) -> None:
    due = {4: date(2011, 4, 22), 5: None, 6: date(2011, 4, 15)}
    for id, day in due.items():
        records.add(
            Issue(id, campaign=1, number=f"2011-00{id}", state=State.RECTIFYING),
            Rectification(id, issue=id, due=day),
        )
    assert numbers(build(records, 1, find("整改台账"), TODAY)) == [
        "2011-006",
        "2011-002",
        "2011-004",
        "2011-005",
    ]


def test_the_thousandth_issue_comes_after_the_one_before(records: Records) -> None:
    for id, number in ((4, "2011-1000"), (5, "2011-999")):
        records.add(Issue(id, campaign=1, number=number), Rectification(id, issue=id))
    assert numbers(build(records, 1, find("问题台账"), TODAY))[-2:] == ["2011-999", "2011-1000"]


def test_issues_of_another_campaign_stay_out(records: Records) -> None:
    records.add(Issue(4, campaign=2, number="2012-001"), Rectification(4, issue=4))
    assert "2012-001" not in numbers(build(records, 1, find("问题台账"), TODAY, [4, 1]))


def test_each_kind_is_read_once_and_only_where_a_column_asks_for_it(records: Records) -> None:
    build(records, 1, find("销号台账"), TODAY)
    assert len(records.read) == len(set(records.read))
    records.read.clear()
    build(records, 1, find("问题台账"), TODAY)
    assert sorted(records.read) == ["category", "issue", "person", "rectification"]


def test_an_unknown_campaign_is_refused(store: Store) -> None:
    with pytest.raises(Refused):
        build(store, 99, find("问题台账"), TODAY)


def test_a_deleted_issue_is_not_reported(store: Store) -> None:
    for content in ("挂号慢", "没有导医"):
        store.apply(register(store, STORED, content=content), "新增问题")
    store.apply(deletion(store.get(Issue, 1), store), "删除问题")
    sheet = build(store, 1, find("问题台账"), TODAY, [1, 2])
    assert [row[:4] for row in sheet.rows] == [(1, "2011-002", "", "没有导医")]


def test_a_change_is_seen_in_the_next_report(store: Store) -> None:
    store.apply(register(store, STORED, content="挂号慢"), "新增问题")
    issue = store.get(Issue, 1)
    store.apply([Change(issue, replace(issue, content="取药慢"))], "修改")
    assert build(store, 1, find("问题台账"), TODAY).rows[0][3] == "取药慢"


def test_a_file_is_named_after_unit_campaign_report_and_day() -> None:
    campaign = Campaign(1, title="“开放·创新”活动", institution="某某镇卫生院")
    name = file_name(campaign, find("整改台账"), TODAY)
    assert name == "某某镇卫生院-“开放·创新”活动-整改台账-20110420.xlsx"
