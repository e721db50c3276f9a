"""Everything the detail shows of one issue, read at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from gui.office import Office
from model.frozen import Frozen
from model.judgements.lights import Light, Verdict, judge_of, till, warning_days
from model.judgements.tracks import TRACK_PATHS, Track, tracks
from model.kinds import Context
from model.lifecycle import SETTLED, Dossier, gather
from model.records import Campaign, Issue, Measure, Opinion, Person, Progress
from model.words import State


class Case(Frozen):
    """One issue as it stands today."""

    campaign: Campaign
    dossier: Dossier
    progress: tuple[Progress, ...]
    track: Track
    verdict: Verdict
    persons: dict[int, Person]
    context: Context
    earlier_measures: Mapping[int, tuple[Measure, ...]]
    """What was planned in the rounds before the current one, by the round's id."""
    measure_lights: Mapping[int, Light]
    """How the dates of the measures that are to be done stand to today, by the measure's id."""
    opinions: tuple[Opinion, ...]
    """Where it came from."""

    @property
    def issue(self) -> Issue:
        return self.dossier.issue

    def name(self, person: int | None, *, post: bool = False) -> str:
        """The name of a person, with the post behind where asked: 李芳（副院长）."""
        found = self.persons.get(person or 0)
        if found is None:
            return ""
        if post and found.post:
            return f"{found.name}（{found.post}）"
        return self.context.names["person"][found.id]

    def original_due(self) -> date | None:
        """The first date of the current round where it was extended since."""
        for step in self.dossier.steps:
            moved = step.new_due and step.old_due and step.new_due != step.old_due
            same_round = step.round == self.dossier.round.round
            if moved and same_round and step.from_state is step.to_state is State.RECTIFYING:
                return step.old_due
        return None


def read_case(office: Office, issue_id: int) -> Case | None:
    """The case of an issue; None when it was deleted."""
    store = office.store
    issue = store.find(Issue, issue_id)
    if issue is None:
        return None
    campaign = store.get(Campaign, issue.campaign)
    dossier = gather(store, issue_id)
    (track,) = tracks(store.rows(Issue, TRACK_PATHS, id=issue_id))
    lines = [
        line for round in dossier.rounds for line in store.all(Progress, rectification=round.id)
    ]
    verdict = judge_of(campaign, track, office.today(), office.calendar)
    return Case(
        campaign,
        dossier,
        tuple(sorted(lines, key=lambda line: (line.on or date.min, line.id), reverse=True)),
        track,
        verdict,
        {person.id: person for person in store.all(Person)},
        office.context(campaign),
        {
            round.id: tuple(store.all(Measure, rectification=round.id))
            for round in dossier.rounds[:-1]
        },
        _measure_lights(office, campaign, dossier),
        tuple(store.get(Opinion, each.opinion) for each in dossier.origins),
    )


def _measure_lights(office: Office, campaign: Campaign, dossier: Dossier) -> dict[int, Light]:
    if dossier.issue.state in SETTLED:
        return {}
    today, warned = office.today(), warning_days(campaign)
    return {
        each.id: till(each.due, today, office.calendar, warned).light
        for each in dossier.measures
        if each.due and each.done_on is None
    }
