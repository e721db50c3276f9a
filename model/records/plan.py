"""The campaign and its plan: what is to be done when, what was done, what was sent upward."""

from datetime import date

from model.calendar import MOST_DAYS
from model.fields import Record, column, record
from model.kinds import Amount, Choice, Day, Flag, LongText, Ref, Text, Whole
from model.words import Precision, TaskKind


@record("活动", shown_by="title", ordered_by="start")
class Campaign(Record):
    """One campaign from its plan to its close; archived ones are read-only."""

    title: str = column("活动名称", Text(), required=True, width=30)
    theme: str = column("主题", Text(), width=16, hint="如 开放·创新")
    institution: str = column("填报单位", Text(), width=16)
    superior: str = column("报送单位", Text(), width=16)
    document_no: str = column("文号", Text(), width=16)
    issued_on: date | None = column("印发日期", Day())
    basis: str = column("依据", LongText(), width=0, hint="每行一件")
    goals: str = column("目标任务", LongText(), width=0)
    start: date | None = column("开始日期", Day(), required=True)
    end: date | None = column("结束日期", Day(), required=True)
    effective_target: int | None = column("见成效整改目标数", Whole(999), default=5)
    warning_days: int | None = column("预警天数", Whole(MOST_DAYS), default=3)
    publicity_days: int | None = column("公示工作日", Whole(MOST_DAYS), default=5)
    requires_publicity: bool = column("默认需公示", Flag())
    archived: bool = column("已归档", Flag(), locked=True)

    @property
    def year(self) -> int | None:
        """The year of its beginning, that dates are written without."""
        return self.start.year if self.start else None


@record("阶段", shown_by="name", ordered_by="seq")
class Phase(Record):
    """A dated stage of a campaign; start and end are the first and last day of what is known."""

    campaign: int | None = column("活动", Ref("campaign", owned=True), required=True, locked=True)
    seq: int | None = column("序号", Whole(), width=4)
    name: str = column("阶段", Text(), required=True, width=14)
    start: date | None = column("开始", Day(), required=True)
    end: date | None = column("结束", Day(), required=True)
    precision: Precision | None = column("精度", Choice(Precision), default=Precision.DAY, width=4)
    requirement: str = column("工作要求", LongText(), width=0)


@record("任务", shown_by="title", ordered_by="id")
class Task(Record):
    """Something to do or to hand in, within a phase or (phase empty) campaign-wide."""

    campaign: int | None = column("活动", Ref("campaign", owned=True), required=True, locked=True)
    phase: int | None = column("所属阶段", Ref("phase"), width=12, hint="不选则贯穿全程")
    kind: TaskKind | None = column("类型", Choice(TaskKind), width=6)
    title: str = column("任务", Text(), required=True, width=20)
    requirement: str = column("具体要求", LongText(), width=0)
    owner: int | None = column("责任人", Ref("person"))
    start: date | None = column("开始", Day())
    due: date | None = column("完成时限", Day())
    precision: Precision | None = column("精度", Choice(Precision), default=Precision.DAY, width=4)
    target_amount: float | None = column("目标量", Amount(), width=6)
    target_unit: str = column("单位", Text(), width=6, hint="小时、字、篇、次")
    per_person: bool = column("每人", Flag(), width=4)
    actual_amount: float | None = column("完成量", Amount(), width=6)
    done_on: date | None = column("完成时间", Day())
    material: str = column("报送材料", Text(), width=14)
    recipient: str = column("报送对象", Text(), width=14)
    note: str = column("备注", LongText(), width=12)


@record("个人完成", shown_by="person")
class Tally(Record):
    """What one person has done of a per-person task."""

    task: int | None = column("任务", Ref("task", owned=True), required=True, locked=True)
    person: int | None = column("姓名", Ref("person"), required=True, width=8)
    amount: float | None = column("完成量", Amount(), width=8)
    done_on: date | None = column("完成时间", Day(), width=9)


@record("报送", shown_by="report", ordered_by="submitted_on")
class Submission(Record):
    """What was sent upward: a fact that stays, even when it is declared void.

    ``file`` and ``values`` are the SHA-256 of the exact bytes and of the ledger's rows at that
    moment (JSON); both lie with the evidence, once.
    """

    campaign: int | None = column("活动", Ref("campaign", owned=True), required=True, locked=True)
    task: int | None = column("报送任务", Ref("task"), locked=True, width=14)
    report: str = column("报送材料", Text(), required=True, locked=True, width=12)
    recipient: str = column("报送对象", Text(), required=True, locked=True, width=14)
    submitted_on: date | None = column("报送时间", Day(), required=True, locked=True, width=9)
    by: str = column("报送人", Text(), locked=True)
    name: str = column("文件名", Text(), required=True, locked=True, width=24)
    file: str = column("文件指纹", Text(), required=True, locked=True)
    values: str = column("内容指纹", Text(), locked=True)
    void_reason: str = column("作废原因", LongText(), locked=True, width=14)


@record("问题类别", shown_by="name", ordered_by="seq")
class Category(Record):
    """One heading of a campaign's own scheme, e.g. one of the five 查看."""

    campaign: int | None = column("活动", Ref("campaign", owned=True), required=True, locked=True)
    seq: int | None = column("序号", Whole(), width=4)
    name: str = column("问题类别", Text(), required=True, width=14)
    guidance: str = column("对照内容", LongText(), width=0)
