"""What happens to the issue, chapter by chapter; each refused move says what it still needs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt

from model.lifecycle import gather
from model.records import Issue
from model.words import State
from tests.gui.prepared import PreparedAsk
from tests.gui.story.clerk import CONTROL, Clerk

ISSUE = {
    "content": "候诊区座椅破损。",
    "category": "fzhj",
    "level": "dw",
    "source": "zc",
    "found_on": "3.20",
    "department": "门诊部",
    "cause": "购置多年，无人检修。",
}


def make_a_campaign(clerk: Clerk) -> None:
    clerk.fill({"institution": "××镇卫生院"})
    clerk.press("建立活动")
    assert clerk.window.windowTitle() == "活动台账 — 2011“开放·创新”解放思想大讨论活动"


def register(clerk: Clerk) -> None:
    clerk.key(Qt.Key.Key_2, CONTROL)

    def fill_in() -> None:
        clerk.press("确定")
        assert "不能为空" in clerk.says("content_refusal")
        clerk.fill(ISSUE)
        clerk.press("确定")

    clerk.in_dialog(lambda: clerk.click("first_issue"), fill_in)
    assert issue(clerk).number == "2011-001"


def start(clerk: Clerk) -> None:
    clerk.key(Qt.Key.Key_3, CONTROL)
    clerk.press("启动整改")
    clerk.press("启动整改")
    assert clerk.says("dialog_refusal").startswith("还差4项")
    clerk.name_new("round.leader", "赵敏")
    clerk.name_new("round.owner", "钱丰")
    clerk.fill({"round.due": "4.15", "measure.content": "更换座椅20把。"})
    clerk.press("启动整改")
    assert issue(clerk).state is State.RECTIFYING


def work(clerk: Clerk, days: list[date]) -> None:
    tomorrow(clerk, days, date(2011, 3, 25))

    def add_measure() -> None:
        clerk.fill({"content": "每月检查一次座椅。", "due": "4.10"})
        clerk.press("确定")

    clerk.in_dialog(lambda: clerk.press("添加措施"), add_measure)
    clerk.click("progress_edit")
    clerk.type("座椅已订货。")
    clerk.key(Qt.Key.Key_Return)
    assert clerk.says("progress_heading_fact") == "1 条"
    clerk.key(Qt.Key.Key_Z, CONTROL)
    assert clerk.says("progress_heading_fact") == "0 条"
    clerk.key(Qt.Key.Key_Y, CONTROL)
    clerk.tick(gather(clerk.ledger, 1).measures[0].id)
    assert clerk.says("measures_heading_fact") == "1 / 2 已完成"


def submit(clerk: Clerk) -> None:
    clerk.press("提交验收")
    assert clerk.missing() == ["整改措施2未完成", "整改情况未填写", "完成时间未填写"]
    clerk.press("标为今天完成")

    def say_what_was_done() -> None:
        clerk.fill({"result": "座椅已全部更换。"})
        clerk.press("确定")

    clerk.in_dialog(lambda: clerk.press("去填写"), say_what_was_done)
    clerk.press("填今天")
    clerk.press("继续提交验收")
    clerk.press("提交验收")
    assert issue(clerk).state is State.AWAITING_ACCEPTANCE


def prove(clerk: Clerk, ask: PreparedAsk, paper: Path) -> None:
    clerk.press("验收合格")
    assert clerk.missing() == ["“问题和措施”还没有公示", "还没有佐证材料"]
    clerk.click("mend_2")
    ask.expect("open_paths", [paper])
    clerk.key(Qt.Key.Key_Space)
    assert clerk.says("evidence_heading_fact") == "1 件"


def publish(clerk: Clerk, move: str) -> None:
    clerk.press(move)
    clerk.press("去补第一项")

    def fill_in() -> None:
        clerk.fill({"place": "院务公开栏"})
        clerk.press("确定")

    clerk.in_dialog(lambda: clerk.key(Qt.Key.Key_Space), fill_in)


def settle(clerk: Clerk) -> None:
    """On the spot, from the dialog of the refused move."""

    def tick() -> None:
        clerk.fill({"settled": "是"})
        clerk.press("确定")

    clerk.in_dialog(lambda: clerk.press("去补第一项"), tick)


def fail_the_acceptance(clerk: Clerk, days: list[date]) -> None:
    clerk.press("验收合格")
    assert clerk.missing() == ["“问题和措施”的公示到2011-03-31才满"]
    clerk.press("暂不办理")
    tomorrow(clerk, days, date(2011, 4, 1))
    clerk.press("验收合格")
    assert clerk.missing() == ["“问题和措施”的公示还没有了结"]
    settle(clerk)
    clerk.press("继续验收合格")
    clerk.press("取消")
    clerk.press("补课")  # of the panel
    clerk.press("补课")  # of the form, that is not filled in
    assert clerk.says("dialog_refusal").startswith("还差2项")
    clerk.fill({"round.lacking": "还有两把椅子没有固定。", "step.new_due": "4.20"})
    clerk.press("补课")
    assert gather(clerk.ledger, 1).round.round == 2


def mend_what_was_lacking(clerk: Clerk, days: list[date]) -> None:
    tomorrow(clerk, days, date(2011, 4, 6))
    clerk.press("提交验收")
    assert clerk.missing()[0] == "整改措施还没有"

    def add_measure() -> None:
        clerk.fill({"content": "固定两把椅子。"})
        clerk.press("确定")

    clerk.press("去补第一项")
    clerk.in_dialog(lambda: clerk.key(Qt.Key.Key_Space), add_measure)
    clerk.tick(gather(clerk.ledger, 1).measures[0].id)
    clerk.press("提交验收")
    clerk.fill({"round.result": "椅子已全部固定。"})
    clerk.press("提交验收")
    assert issue(clerk).state is State.AWAITING_ACCEPTANCE


def accept(clerk: Clerk) -> None:
    clerk.press("验收合格")
    clerk.fill({"round.accepted_by": "qf", "round.effect": "h"})
    clerk.press("验收合格")
    assert "换一位验收人" in clerk.says("round.accepted_by_refusal")
    assert clerk.says("dialog_refusal").startswith("还差4项")
    looks = ("problem_accurate", "measures_strong", "effect_evident")
    clerk.fill({"round.accepted_by": "zm", **{f"round.{look}": "是" for look in looks}})
    clerk.press("验收合格")
    assert issue(clerk).state is State.AWAITING_CLOSING


def close(clerk: Clerk, days: list[date]) -> None:
    clerk.press("销号")
    assert clerk.missing() == ["“整改结果”还没有公示"]
    clerk.press("暂不办理")
    publish(clerk, "销号")
    tomorrow(clerk, days, date(2011, 4, 18))
    clerk.press("销号")
    settle(clerk)
    clerk.press("继续销号")
    clerk.press("销号")
    assert "审签人未填写" in clerk.says("step.approver_refusal")
    clerk.fill({"step.approver": "zm"})
    clerk.press("销号")
    assert issue(clerk).state is State.CLOSED


def tomorrow(clerk: Clerk, days: list[date], day: date) -> None:
    """The PC was left on until this day."""
    days.append(day)
    clerk.window.check_day()


def issue(clerk: Clerk) -> Issue:
    return clerk.ledger.get(Issue, 1)
