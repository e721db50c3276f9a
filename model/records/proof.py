"""What proves the life of an issue: its moves, what was shown publicly, the files."""

from datetime import date

from model.fields import Record, column, record
from model.kinds import Choice, Day, Flag, LongText, Ref, Text, Whole
from model.words import EvidenceKind, Move, PublicityKind, State


@record("流转", shown_by="move", ordered_by="id")
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
class Evidence(Record):
    """A file that proves something of an issue or a task; the bytes lie elsewhere, once."""

    issue: int | None = column("问题", Ref("issue", owned=True), locked=True)
    task: int | None = column("任务", Ref("task", owned=True), locked=True)
    kind: EvidenceKind | None = column("性质", Choice(EvidenceKind), required=True, width=6)
    name: str = column("文件名", Text(), required=True, width=20)
    sha256: str = column("指纹", Text(), required=True, locked=True)
    size: int | None = column("大小", Whole(), locked=True)
    added_on: date | None = column("加入日期", Day(), locked=True)
