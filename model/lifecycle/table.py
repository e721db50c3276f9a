"""The life of an issue as one table: state, move, state, what is asked and what is needed."""

from model.frozen import Frozen
from model.lifecycle import requirements as need
from model.lifecycle.requirement import Requirement
from model.refused import Refused
from model.words import GONE, Move, State


class Transition(Frozen):
    """One move that an issue can make.

    ``target`` is None where the state stays. ``inputs`` are the entries of its form, by path:
    fields of the issue, its current ``round``, the ``step``, or ``measure.content`` for a first
    measure. ``new_round`` opens the next round and freezes the old one as it is.
    """

    move: Move
    sources: tuple[State, ...]
    target: State | None
    inputs: tuple[str, ...]
    requirements: tuple[Requirement, ...]
    new_round: bool = False

    @property
    def needs(self) -> tuple[Requirement, ...]:
        """Every requirement, with those that hold for all moves."""
        return (*self.requirements, need.IN_ORDER)

    @property
    def required(self) -> frozenset[str]:
        """The entries of its form that it cannot do without."""
        needed = {path for each in self.requirements for path in each.paths}
        return frozenset(needed.intersection(self.inputs))


_KNOWN = (need.CONTENT, need.CATEGORY, need.SOURCE)
_SUBMITTED = (need.MEASURES_DONE, need.RESULT, need.COMPLETED, need.COMPLETED_IN_TIME)

# fmt: off - one transition a paragraph, as the office's own table has it
TRANSITIONS: tuple[Transition, ...] = (
    Transition(
        Move.START,
        (State.REGISTERED,),
        State.RECTIFYING,
        (
            "issue.category",
            "issue.source",
            "round.goal",
            "round.leader",
            "round.department",
            "round.owner",
            "round.due",
            "measure.content",
        ),
        (
            *_KNOWN,
            need.FOUND_FIRST,
            need.LEADER,
            need.OWNER,
            need.DUE,
            need.MEASURES_PLANNED,
        ),
    ),
    Transition(
        Move.QUICK_FIX,
        (State.REGISTERED,),
        State.AWAITING_ACCEPTANCE,
        (
            "issue.category",
            "issue.source",
            "round.leader",
            "round.department",
            "round.owner",
            "measure.content",
            "round.result",
            "round.completed_on",
            "round.due",
        ),
        (
            *_KNOWN,
            need.FOUND_FIRST,
            need.LEADER,
            need.OWNER,
            need.WHAT_WAS_DONE,
            need.MEASURES_DONE,
            need.RESULT,
            need.COMPLETED,
            need.COMPLETED_IN_TIME,
        ),
    ),
    Transition(
        Move.SUBMIT,
        (State.RECTIFYING,),
        State.AWAITING_ACCEPTANCE,
        ("round.result", "round.completed_on"),
        _SUBMITTED,
    ),
    Transition(
        Move.ACCEPT,
        (State.AWAITING_ACCEPTANCE,),
        State.AWAITING_CLOSING,
        (
            "round.accepted_by",
            "round.accepted_on",
            "round.problem_accurate",
            "round.measures_strong",
            "round.effect_evident",
            "round.effect",
            "round.verdict",
            "step.reason",
        ),
        (
            *_SUBMITTED,
            need.ACCEPTED_BY,
            need.ACCEPTED_ON,
            need.ACCEPTED_IN_TIME,
            need.OTHER_ACCEPTOR,
            need.THREE_LOOKS,
            need.PUBLISHED_FIRST,
            need.EFFECT,
            need.EFFECT_SUFFICES,
            need.PROVED,
        ),
    ),
    Transition(
        Move.SEND_BACK,
        (State.AWAITING_ACCEPTANCE,),
        State.RECTIFYING,
        ("round.lacking", "step.new_due", "step.approver"),
        (need.LACKING, need.NEW_DUE),
        new_round=True,
    ),
    Transition(
        Move.CLOSE,
        (State.AWAITING_CLOSING,),
        State.CLOSED,
        ("step.approver", "step.reason"),
        (need.SIGNED, need.PUBLISHED_RESULT),
    ),
    Transition(
        Move.RETURN,
        (State.AWAITING_CLOSING,),
        State.RECTIFYING,
        ("round.lacking", "step.new_due", "step.approver"),
        (need.LACKING, need.NEW_DUE),
        new_round=True,
    ),
    Transition(
        Move.RESUME,
        (State.CLOSED,),
        State.RECTIFYING,
        ("step.reason", "step.new_due", "step.approver"),
        (need.REASON, need.NEW_DUE),
        new_round=True,
    ),
    Transition(
        Move.PROLONG,
        (State.RECTIFYING,),
        State.LONG_TERM,
        ("round.stage_goal", "round.review_on", "step.approver", "step.reason"),
        (need.STAGE_GOAL, need.REVIEW_ON, need.APPROVER),
    ),
    Transition(
        Move.SHORTEN,
        (State.LONG_TERM,),
        State.RECTIFYING,
        ("step.new_due", "step.reason"),
        (need.NEW_DUE,),
    ),
    Transition(
        Move.DECLINE,
        (State.REGISTERED, State.RECTIFYING),
        State.DECLINED,
        ("step.reason", "step.approver"),
        (need.REASON,),
    ),
    Transition(
        Move.MERGE,
        (State.REGISTERED, State.RECTIFYING),
        State.MERGED,
        ("issue.merged_into", "step.reason"),
        (need.MERGEABLE,),
    ),
    Transition(
        Move.REOPEN,
        GONE,
        State.REGISTERED,
        ("step.reason",),
        (need.REASON,),
    ),
    Transition(
        Move.EXTEND,
        (State.RECTIFYING,),
        None,
        ("step.new_due", "step.reason", "step.approver"),
        (need.NEW_DUE, need.LATER_DUE, need.REASON, need.APPROVER),
    ),
)
# fmt: on

ROAD = (
    State.REGISTERED,
    State.RECTIFYING,
    State.AWAITING_ACCEPTANCE,
    State.AWAITING_CLOSING,
    State.CLOSED,
)
"""The main road; the other states lie beside it."""


def transitions(state: State) -> tuple[Transition, ...]:
    """The moves that an issue in ``state`` can make, the next on the main road first."""
    return tuple(each for each in TRANSITIONS if state in each.sources)


def transition(state: State, move: Move) -> Transition:
    """The transition that ``move`` is from ``state``. Refused where there is none."""
    for each in transitions(state):
        if each.move is move:
            return each
    possible = "、".join(each.move for each in transitions(state))
    raise Refused(f"“{state}”的问题不能“{move}”。现在可以：{possible}。")
