import json
from dataclasses import replace
from pathlib import Path

import pytest

from model.excel.look import OFFICIAL
from model.refused import Refused
from model.reports import Report, ReportColumn, catalogue, find
from model.reports.report import FOLDER

LEDGERS = {
    "问题台账": "序号 问题编号 问题类别 问题表现 层面 问题来源 发现时间 产生原因 立行立改 牵头领导 "
    "责任科室 备注",
    "整改台账": "序号 问题编号 存在问题 整改目标 整改措施 牵头领导 责任科室 责任人 整改时限 "
    "整改进展 完成情况 备注",
    "销号台账": "序号 问题编号 存在问题 整改措施 整改情况 完成时间 验收人 验收时间 成效 "
    "公示时间及方式 补课次数 审签人 销号时间 备注",
}
REPORTS = {
    "活动阶段安排表": "序号 阶段 起止时间 工作内容 具体要求 责任人 完成时限 完成情况",
    "重点活动安排表": "序号 阶段 工作内容 具体要求 目标量 责任人 完成时限 完成量 完成时间 备注",
    "意见征集汇总表": "序号 征集方式 时间 意见内容 处理 对应问题编号",
    **LEDGERS,
    "报送清单": "序号 阶段 报送材料 报送对象 报送时限 实际报送时间 状态",
    "领导小组名单": "序号 小组职务 姓名 单位职务 职责分工 联系电话 备注",
}
MAY_SHOW = {"领导小组名单": {"phone"}}


@pytest.mark.parametrize(("name", "headings"), REPORTS.items())
def test_each_report_has_the_columns_that_the_bureau_knows(name: str, headings: str) -> None:
    assert [column.heading for column in find(name).columns] == headings.split()


@pytest.mark.parametrize("report", catalogue(), ids=lambda report: report.id)
def test_a_declared_report_fits_the_paper_and_shows_nothing_private(report: Report) -> None:
    assert (FOLDER / f"{report.id}.json").exists()
    assert sum(column.width for column in report.columns) <= OFFICIAL.widest
    shown = {each.value for each in report.columns if report.source.values[each.value].private}
    assert shown == report.may_show == MAY_SHOW.get(report.name, set())


def test_reports_are_listed_in_the_order_of_a_campaign() -> None:
    assert [report.name for report in catalogue() if report.name in REPORTS] == list(REPORTS)


def test_a_report_is_found_by_id_or_name() -> None:
    assert find("closing-ledger") == find("销号台账")


def test_an_unknown_report_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(Refused, match=r"没有“台帐”这种报表。可选：.*问题台账（issue-ledger）"):
        find("台帐")


@pytest.mark.parametrize("name", ["proposer", "subject"])
def test_a_private_value_is_shown_only_where_it_is_allowed(name: str) -> None:
    column = ReportColumn("谁", name, 8)
    report = find("问题台账")
    with pytest.raises(ValueError, match=f"may not show private values: .*{name}"):
        replace(report, columns=(*report.columns, column))
    with pytest.raises(ValueError, match=name):
        replace(report, order=(name,))
    replace(report, columns=(*report.columns, column), may_show=frozenset({name}))


def test_a_value_that_does_not_exist_is_a_mistake_of_the_declaration() -> None:
    with pytest.raises(ValueError, match=r"unknown values: .*nonsense"):
        replace(find("问题台账"), columns=(ReportColumn("无", "nonsense", 8),))


def test_lines_that_do_not_exist_are_a_mistake_of_the_declaration() -> None:
    with pytest.raises(ValueError, match="unknown nonsense"):
        replace(find("问题台账"), lists="nonsense")


def test_what_cannot_be_chosen_by_is_a_mistake_of_the_declaration(tmp_path: Path) -> None:
    declared = json.loads((FOLDER / "leading-group.json").read_text("utf-8"))
    (tmp_path / "mine.json").write_text(json.dumps({**declared, "only": ["组长"]}), "utf-8")
    with pytest.raises(ValueError, match="nothing to choose members by"):
        catalogue(tmp_path)


def test_a_report_is_added_by_a_file_alone(tmp_path: Path) -> None:
    declared = (FOLDER / "closing-ledger.json").read_text("utf-8")
    (tmp_path / "mine.json").write_text(declared.replace("closing-ledger", "mine"), "utf-8")
    assert [report.id for report in catalogue(tmp_path)] == ["mine"]
