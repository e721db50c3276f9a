"""The records of the office: what is kept, each field declared once with its Chinese label."""

from dataclasses import dataclass
from datetime import date

from model.fields import Record, column, record
from model.kinds import Amount, Choice, Day, Flag, LongText, Ref, Suggested, Text, Whole
from model.words import (
    ROLES,
    SOURCES,
    Effect,
    EvidenceKind,
    Level,
    Move,
    Precision,
    PublicityKind,
    State,
    TaskKind,
)


@record("活动", shown_by="title", ordered_by="start")
@dataclass(frozen=True)
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
    effective_target: int | None = column("见成效整改目标数", Whole(), default=5)
    warning_days: int | None = column("预警天数", Whole(), default=3)
    publicity_days: int | None = column("公示工作日", Whole(), default=5)
    requires_publicity: bool = column("默认需公示", Flag())
    archived: bool = column("已归档", Flag())


@record("阶段", shown_by="name", ordered_by="seq")
@dataclass(frozen=True)
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
@dataclass(frozen=True)
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


@record("问题类别", shown_by="name", ordered_by="seq")
@dataclass(frozen=True)
class Category(Record):
    """One heading of a campaign's own scheme, e.g. one of the five 查看."""

    campaign: int | None = column("活动", Ref("campaign", owned=True), required=True, locked=True)
    seq: int | None = column("序号", Whole(), width=4)
    name: str = column("问题类别", Text(), required=True, width=14)
    guidance: str = column("对照内容", LongText(), width=0)


@record("问题", shown_by="number", ordered_by="number")
@dataclass(frozen=True)
class Issue(Record):
    """One numbered line of the ledger; its number is for ever."""

    campaign: int | None = column("活动", Ref("campaign", owned=True), required=True, locked=True)
    number: str = column("编号", Text(), locked=True)
    content: str = column("问题表现", LongText(), required=True, width=0, hint="写清是什么问题")
    category: int | None = column("问题类别", Ref("category"), width=10)
    level: Level | None = column("层面", Choice(Level), width=6)
    subject: str = column("问题对象", Text(), private=True, hint="个人层面的问题是谁的")
    source: str = column("问题来源", Suggested(SOURCES))
    found_on: date | None = column("发现时间", Day())
    proposer: str = column("提出人", Text(), private=True)
    department: str = column("涉及科室", Suggested())
    cause: str = column("产生原因", LongText(), width=0)
    quick_fix: bool = column("立行立改", Flag(), locked=True)
    state: State = column("状态", Choice(State), locked=True, default=State.REGISTERED, width=6)
    requires_publicity: bool = column("需公示", Flag(), width=5)
    merged_into: int | None = column("合并到", Ref("issue"), locked=True)
    note: str = column("备注", LongText(), width=12)


@record("整改", shown_by="round", ordered_by="round")
@dataclass(frozen=True)
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
@dataclass(frozen=True)
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
@dataclass(frozen=True)
class Progress(Record):
    """A dated line of what happened."""

    rectification: int | None = column(
        "整改", Ref("rectification", owned=True), required=True, locked=True
    )
    on: date | None = column("日期", Day(), required=True)
    content: str = column("进展", LongText(), required=True, width=0)
    by: int | None = column("记录人", Ref("person"))


@record("流转", shown_by="move", ordered_by="id")
@dataclass(frozen=True)
class Step(Record):
    """One move in an issue's life: when, by whom, approved by whom, why; 延期 too.

    Facts of the office: dates are the office's, not those of typing.
    """

    issue: int | None = column("问题", Ref("issue", owned=True), required=True, locked=True)
    round: int | None = column("轮次", Whole(), locked=True, width=4)
    move: Move | None = column("流转", Choice(Move), required=True, locked=True)
    from_state: State | None = column("原状态", Choice(State), locked=True)
    to_state: State | None = column("新状态", Choice(State), locked=True)
    on: date | None = column("日期", Day(), required=True, locked=True)
    by: str = column("经办人", Text(), locked=True)
    approver: int | None = column("审批人", Ref("person"), locked=True)
    reason: str = column("原因说明", LongText(), locked=True, width=0)
    old_due: date | None = column("原时限", Day(), locked=True)
    new_due: date | None = column("新时限", Day(), locked=True)


@record("公示", shown_by="kind", ordered_by="start")
@dataclass(frozen=True)
class Publicity(Record):
    """Showing a problem and its measures, or its result, publicly for some days."""

    issue: int | None = column("问题", Ref("issue", owned=True), required=True, locked=True)
    kind: PublicityKind | None = column("公示内容", Choice(PublicityKind), required=True, width=9)
    place: str = column("地点、方式", Text(), width=14, hint="如 院务公开栏")
    start: date | None = column("开始", Day(), required=True)
    end: date | None = column("结束", Day(), required=True)
    objection: str = column("异议", LongText(), width=0)
    handling: str = column("处理", LongText(), width=0)
    settled: bool = column("已了结", Flag(), width=5)


@record("佐证材料", shown_by="name", ordered_by="id")
@dataclass(frozen=True)
class Evidence(Record):
    """A file that proves something of an issue or a task; the bytes lie elsewhere, once."""

    issue: int | None = column("问题", Ref("issue", owned=True), locked=True)
    task: int | None = column("任务", Ref("task", owned=True), locked=True)
    kind: EvidenceKind | None = column("性质", Choice(EvidenceKind), required=True, width=6)
    name: str = column("文件名", Text(), required=True, width=20)
    sha256: str = column("指纹", Text(), required=True, locked=True)
    size: int | None = column("大小", Whole(), locked=True)
    added_on: date | None = column("加入日期", Day(), locked=True)


@record("人员", shown_by="name", ordered_by="id")
@dataclass(frozen=True)
class Person(Record):
    """Somebody of the institution."""

    name: str = column("姓名", Text(), required=True, width=6)
    post: str = column("职务", Suggested(), width=10)
    department: str = column("科室", Suggested())
    phone: str = column("联系电话", Text(), private=True, width=10)
    merged_into: int | None = column("合并到", Ref("person"), locked=True)
    left_on: date | None = column("离开日期", Day())


@record("领导小组成员", shown_by="role", ordered_by="seq")
@dataclass(frozen=True)
class Member(Record):
    """A person's role in a campaign's leading group; without a person it is a seat to fill."""

    campaign: int | None = column("活动", Ref("campaign", owned=True), required=True, locked=True)
    person: int | None = column("姓名", Ref("person"), width=6)
    role: str = column("小组职务", Suggested(ROLES), required=True)
    duties: str = column("职责分工", LongText(), width=0)
    seq: int | None = column("序号", Whole(), width=4)
    valid_from: date | None = column("起", Day())
    valid_to: date | None = column("止", Day())


KINDS: tuple[type[Record], ...] = (
    Campaign, Person, Phase, Task, Category, Issue, Rectification, Measure, Progress,
    Step, Publicity, Evidence, Member,
)  # fmt: skip
BY_TABLE: dict[str, type[Record]] = {kind.table: kind for kind in KINDS}
