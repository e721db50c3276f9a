"""Changes that are stored together: what the rules ask of them is looked up, not sought again."""

from collections.abc import Sequence
from functools import cached_property

from model.changes import Change
from model.records import Campaign, Issue, Rectification, Step
from model.words import State


class Batch(tuple[Change, ...]):
    """The changes of one operation; each question about an issue costs the same in a large one."""

    def steps_of(self, issue_id: int) -> Sequence[Step]:
        """The moves that these changes make with an issue, in order."""
        return self._steps.get(issue_id, ())

    def state_before(self, issue: Issue) -> State:
        """The state that an issue had before these changes."""
        return self._states.get(issue.id, issue.state)

    @cached_property
    def opened(self) -> frozenset[int]:
        """The ids of the rounds that these changes open."""
        return frozenset(
            each.record.id
            for each in self
            if each.before is None and isinstance(each.record, Rectification)
        )

    @cached_property
    def deletes_campaign(self) -> bool:
        """Whether a whole campaign goes."""
        return any(each.after is None and isinstance(each.before, Campaign) for each in self)

    @cached_property
    def _steps(self) -> dict[int | None, list[Step]]:
        made = [each.after for each in self if each.before is None and isinstance(each.after, Step)]
        found: dict[int | None, list[Step]] = {}
        for step in sorted(made, key=lambda step: step.id):
            found.setdefault(step.issue, []).append(step)
        return found

    @cached_property
    def _states(self) -> dict[int, State]:
        # The first change of an issue counts, so the later ones are put in before it.
        return {
            each.before.id: each.before.state
            for each in reversed(self)
            if isinstance(each.before, Issue)
        }
