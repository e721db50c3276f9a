"""The fixed words of the office: enumerations whose values are what is stored and shown."""

from enum import StrEnum


class Precision(StrEnum):
    """How exactly a date is known: to the day, to a third of a month, to the month."""

    DAY = "日"
    TEN_DAYS = "旬"
    MONTH = "月"


class Level(StrEnum):
    """Whose problem an issue is."""

    LEADERSHIP = "领导班子"
    DEPARTMENT = "科室"
    PERSON = "个人"
    INSTITUTION = "单位"


class State(StrEnum):
    """Where an issue stands in its life."""

    REGISTERED = "登记"
    RECTIFYING = "整改中"
    AWAITING_ACCEPTANCE = "待验收"
    AWAITING_CLOSING = "待销号"
    CLOSED = "已销号"
    LONG_TERM = "长期整改"
    DECLINED = "不予立项"
    MERGED = "已合并"


GONE = (State.DECLINED, State.MERGED)
"""States of issues that are no longer counted."""
SETTLED = (State.CLOSED, *GONE)
"""States in which nobody has anything left to do: nothing but the note may be altered."""


class Move(StrEnum):
    """What can happen to an issue in its life."""

    START = "启动整改"
    QUICK_FIX = "立行立改"
    SUBMIT = "提交验收"
    ACCEPT = "验收合格"
    SEND_BACK = "补课"
    CLOSE = "销号"
    RETURN = "退回补课"
    RESUME = "恢复整改"
    PROLONG = "转长期整改"
    SHORTEN = "转回整改"
    DECLINE = "不予立项"
    MERGE = "合并"
    REOPEN = "重新立项"
    EXTEND = "延期"


class Effect(StrEnum):
    """How well a rectification worked (成效)."""

    GOOD = "好"
    FAIRLY_GOOD = "较好"
    FAIR = "一般"
    POOR = "差"


class PublicityKind(StrEnum):
    """What is shown publicly."""

    ISSUES_AND_MEASURES = "问题和措施"
    RESULTS = "整改结果"


class EvidenceKind(StrEnum):
    """What a file proves."""

    BEFORE = "整改前"
    AFTER = "整改后"
    DOCUMENT = "文件"
    IMPORTED = "存量导入"


class Page(StrEnum):
    """A page that can be seen in saved views."""

    ISSUES = "问题"
    OPINIONS = "意见"


class TaskKind(StrEnum):
    """What sort of thing a task is."""

    MEETING = "会议"
    STUDY = "学习"
    TRAINING = "培训"
    PUBLICITY = "宣传"
    RESEARCH = "调研"
    OPINIONS = "征求意见"
    SELF_CHECK = "对照检查"
    SUBMISSION = "报送"
    DISPLAY = "公示"
    APPRAISAL = "测评"
    SUMMARY = "总结"
    INSPECTION = "督查"
    OTHER = "其他"


SOURCES = (
    "自查", "群众评议", "民主生活会", "座谈会", "征求意见", "建言献策", "明查暗访",
    "随机走访", "代表测评", "领导点评", "上级反馈", "督查", "考察对照",
)  # fmt: skip
CHANNELS = (
    "意见箱", "征求意见函", "座谈会", "问卷", "走访", "网络", "电话", "其他",
)  # fmt: skip
ROLES = (
    "组长", "副组长", "成员", "办公室主任", "办公室成员", "联络员", "宣传组织负责人",
)  # fmt: skip
