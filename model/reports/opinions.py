"""Reports that list opinions: what was said and what became of it, never by whom."""

from model.excel.sheet import Cell
from model.frozen import Frozen
from model.judgements.opinions import Fate
from model.records import Opinion
from model.reports.campaign_records import CampaignRecords
from model.reports.source import Source, Value, from_field


class Line(Frozen):
    """An opinion in a report."""

    serial: int
    opinion: Opinion
    records: CampaignRecords

    @property
    def fate(self) -> Fate:
        return self.records.fates[self.opinion.id]


def _handling(line: Line) -> Cell:
    """已立项; 不予立项 with its reason."""
    fate = line.fate
    return f"{fate.kind}：{fate.reason}" if fate.reason else str(fate.kind)


def _opinion(name: str) -> Value:
    return from_field(Opinion.field(name), lambda line: getattr(line.opinion, name))


OPINIONS = Source(
    items=lambda records: records.opinions,
    line=Line,
    values={
        "serial": Value("序号", lambda line: line.serial),
        "channel": _opinion("channel"),
        "received_on": _opinion("received_on"),
        "content": _opinion("content"),
        "proposer": _opinion("proposer"),
        "handling": Value("处理", _handling),
        "numbers": Value("对应问题编号", lambda line: "、".join(line.fate.numbers)),
    },
)
