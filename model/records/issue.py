"""Opinions, the issues made of them, and the rounds that put an issue right."""

from datetime import date

from model.fields import Record, column, record
from model.kinds import Choice, Day, Flag, LongText, Ref, Serial, Suggested, Text, Whole
from model.words import CHANNELS, SOURCES, Effect, Level, State


@record("意见", shown_by="content")
class Opinion(Record):
    """Raw voice from a suggestion box, a meeting, a survey; it may become an issue."""

    campaign: int | None = column("活动", Ref("campaign", owned=True), required=True, locked=True)
    channel: str = column("征集方式", Suggested(CHANNELS), required=True, width=9)
    received_on: date | None = column("时间", Day(happened=True), width=9)
    proposer: str = column("提出人", Text(), private=True, hint="可不填，或写“匿名”")
    content: str = column("意见内容", LongText(), required=True, width=0, hint="照原话记")
    declined_reason: str = column("不予立项理由", LongText(), width=16)


@record("问题", shown_by="number", ordered_by="number")
class Issue(Record):
    """One numbered line of the ledger; its number is for ever."""

    campaign: int | None = column("活动", Ref("campaign", owned=True), required=True, locked=True)
    number: str = column("编号", Serial(), locked=True)
    content: str = column("问题表现", LongText(), required=True, width=0, hint="写清是什么问题")
    category: int | None = column("问题类别", Ref("category"), width=10)
    level: Level | None = column("层面", Choice(Level), width=6)
    subject: str = column("问题对象", Text(), private=True, hint="个人层面的问题是谁的")
    source: str = column("问题来源", Suggested(SOURCES))
    found_on: date | None = column("发现时间", Day(happened=True))
    proposer: str = column("提出人", Text(), private=True)
    department: str = column("涉及科室", Suggested())
    cause: str = column("产生原因", LongText(), width=0)
    quick_fix: bool = column("立行立改", Flag(), locked=True)
    state: State = column("状态", Choice(State), locked=True, default=State.REGISTERED, width=6)
    requires_publicity: bool = column("需公示", Flag(), width=5)
    merged_into: int | None = column("合并到", Ref("issue"), locked=True)
    note: str = column("备注", LongText(), width=12)


@record("来源", shown_by="opinion")
class Origin(Record):
    """An opinion that an issue came from; one issue may have several, one opinion too."""

    opinion: int | None = column("意见", Ref("opinion", owned=True), required=True, locked=True)
    issue: int | None = column("问题", Ref("issue", owned=True), required=True, locked=True)


@record("整改", shown_by="round", ordered_by="round")
class Rectification(Record):
    """One round of putting an issue right; the first exists, empty, from the issue's birth."""

    issue: int | None = column("问题", Ref("issue", owned=True), required=True, locked=True)
    round: int | None = column("轮次", Whole(), locked=True, default=1, width=4)
    goal: str = column("整改目标", LongText(), width=0)
    leader: int | None = column("牵头领导", Ref("person"))
    department: str = column("责任科室", Suggested())
    owner: int | None = column("责任人", Ref("person"))
    helpers: str = column("配合人员", Text())
    due: date | None = column("整改时限", Day())
    result: str = column("整改情况", LongText(), width=0, hint="写明做了什么、结果怎样")
    completed_on: date | None = column("完成时间", Day())
    accepted_by: int | None = column("验收人", Ref("person"), locked=True)
    accepted_on: date | None = column("验收时间", Day(), locked=True)
    problem_accurate: bool = column("问题找准", Flag(), locked=True)
    measures_strong: bool = column("措施有力", Flag(), locked=True)
    effect_evident: bool = column("成效明显", Flag(), locked=True)
    effect: Effect | None = column("成效", Choice(Effect), locked=True)
    verdict: str = column("验收意见", LongText(), locked=True, width=0)
    lacking: str = column("补课要求", LongText(), locked=True, width=0)
    stage_goal: str = column("阶段目标", LongText(), locked=True, width=0)
    review_on: date | None = column("下次检视", Day(), locked=True)


@record("整改措施", shown_by="content", ordered_by="seq")
class Measure(Record):
    """One step of a round, with person and date."""

    rectification: int | None = column(
        "整改", Ref("rectification", owned=True), required=True, locked=True
    )
    seq: int | None = column("序号", Whole(), width=4)
    content: str = column("整改措施", LongText(), required=True, width=0)
    owner: int | None = column("责任人", Ref("person"))
    due: date | None = column("时限", Day())
    done_on: date | None = column("完成时间", Day())


@record("整改进展", shown_by="content", ordered_by="on")
class Progress(Record):
    """A dated line of what happened."""

    rectification: int | None = column(
        "整改", Ref("rectification", owned=True), required=True, locked=True
    )
    on: date | None = column("日期", Day(), required=True)
    content: str = column("进展", LongText(), required=True, width=0)
    by: int | None = column("记录人", Ref("person"))
