"""What the office does with opinions: each deed as the changes it means."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from model.changes import Change
from model.lifecycle import register
from model.reader import Reader
from model.records import Campaign, Issue, Opinion, Origin
from model.refused import Place, Refused
from model.words import GONE

SEVERAL_CHANNELS = "征求意见"
"""The source of an issue whose opinions came in by several ways."""


def draft(reader: Reader, campaign: Campaign, opinions: Sequence[Opinion]) -> list[Change]:
    """A new issue that says what these opinions say, and its first round; not linked yet.

    Its source is their channel, it was found when the first of them came in; who said it is kept
    with the opinion only.
    """
    channels = {each.channel for each in opinions}
    days = [each.received_on for each in opinions if each.received_on]
    return register(
        reader,
        campaign,
        content="\n".join(dict.fromkeys(each.content for each in opinions)),
        source=channels.pop() if len(channels) == 1 else SEVERAL_CHANNELS,
        found_on=min(days, default=None),
    )


def last_channel(opinions: Iterable[Opinion]) -> str:
    """How the slip that was entered last came in; blank where there is none.

    Slips are typed in stacks: what came out of one box is typed one after the other.
    """
    last = max(opinions, key=lambda each: each.id, default=None)
    return last.channel if last else ""


def links(reader: Reader, opinions: Sequence[Opinion], issue: int) -> list[Change]:
    """The changes that say where an issue came from; a link that is there is not made again.

    Raises Refused for opinions that were declined: that has to be taken back first.
    """
    _refuse_declined(opinions)
    there = {each.opinion for each in reader.all(Origin, issue=issue)}
    return [
        Change(None, Origin(reader.fresh_id(Origin), opinion=each.id, issue=issue))
        for each in opinions
        if each.id not in there
    ]


def raised(reader: Reader, opinions: Sequence[Opinion]) -> list[str]:
    """The numbers of the issues that these opinions are in already, each once."""
    return sorted({number for each in opinions for number in _numbers(reader, each)})


def merged_into(reader: Reader, opinions: Sequence[Opinion], issue_id: int) -> list[Change]:
    """The changes that add opinions to an issue that is there already.

    Raises Refused for an issue that is merged or declined, and where nothing is left to do.
    """
    issue = reader.get(Issue, issue_id)
    if issue.state in GONE:
        raise Refused(f"问题{issue.number}{issue.state}，意见不能再并入。请换一个问题。")
    changes = links(reader, opinions, issue.id)
    if not changes:
        raise Refused(f"选中的意见已经在问题{issue.number}里了。")
    return changes


def declined(reader: Reader, opinions: Sequence[Opinion], reason: str) -> list[Change]:
    """The changes that decline opinions. Raises Refused without a reason, and for linked ones."""
    if not reason:
        raise Refused("不予立项要写明理由。")
    for each in opinions:
        if numbers := _numbers(reader, each):
            raise Refused(
                f"意见“{_short(each)}”已立项（{'、'.join(numbers)}）。请先取消处理，再不予立项。",
                Place(Opinion.table, each.id),
            )
    return _reasoned(opinions, reason)


def withdrawn(reader: Reader, opinions: Sequence[Opinion]) -> list[Change]:
    """The changes that make opinions 待处理 again; issues made of them stay.

    Raises Refused where nothing was decided yet.
    """
    origins = [each for opinion in opinions for each in reader.all(Origin, opinion=opinion.id)]
    changes = [Change(each, None) for each in origins] + _reasoned(opinions, "")
    if not changes:
        raise Refused("选中的意见还没有处理，不用取消。")
    return changes


def _reasoned(opinions: Sequence[Opinion], reason: str) -> list[Change]:
    return [
        Change(each, replace(each, declined_reason=reason))
        for each in opinions
        if each.declined_reason != reason
    ]


def _refuse_declined(opinions: Sequence[Opinion]) -> None:
    for each in opinions:
        if each.declined_reason:
            raise Refused(
                f"意见“{_short(each)}”已不予立项。请先取消处理，再立项。",
                Place(Opinion.table, each.id),
            )


def _numbers(reader: Reader, opinion: Opinion) -> list[str]:
    origins = reader.all(Origin, opinion=opinion.id)
    return [reader.get(Issue, each.issue).number for each in origins]


def _short(opinion: Opinion) -> str:
    return opinion.content if len(opinion.content) <= 12 else opinion.content[:12] + "…"
