"""The office stores what it is given and says plainly what was refused."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from gui.office import Office
from model.changes import Change, Operation
from model.records import Campaign, Issue, Person
from tests.gui.prepared import PreparedAsk


def test_what_is_done_is_announced_once(qtbot: QtBot, office: Office) -> None:
    heard: list[Operation] = []
    office.bridge.changed.connect(heard.append)
    issue = office.store.get(Issue, 1)
    done = office.do([Change(issue, replace(issue, cause="无人检修。"))], "修改产生原因")
    assert heard == [done]


def test_a_refusal_is_said_and_nothing_is_stored(office: Office, ask: PreparedAsk) -> None:
    issue = office.store.get(Issue, 1)
    ask.expect("refuse")
    assert office.do([Change(issue, replace(issue, content=""))], "修改问题表现") is None
    assert "问题表现" in ask.asked[0][1]
    assert office.store.get(Issue, 1) == issue


def test_context_knows_the_year_and_the_names(office: Office, campaign: Campaign) -> None:
    context = office.context(campaign)
    assert context.year == 2011
    assert context.names["category"] == {1: "素质能力", 2: "发展环境"}
    assert context.names["person"][2] == "李芳"
    assert context.names["phase"][1] == "学习动员"


def test_persons_of_one_name_are_told_apart(office: Office, campaign: Campaign) -> None:
    wards = {901: "内科", 902: "外科"}
    changes = [Change(None, Person(id, name="王伟", department=each)) for id, each in wards.items()]
    office.do(changes, "新增人员")
    for context in (office.context(campaign), office.context(None)):
        assert [context.names["person"][id] for id in wards] == ["王伟（内科）", "王伟（外科）"]


def test_without_a_campaign_persons_are_still_known(office: Office) -> None:
    assert office.context(None).names["person"][1] == "张明"
