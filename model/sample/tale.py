"""Reads what the sample tells in resources/sample: plain TOML that a clerk can read and extend."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import Any

from model.frozen import Frozen
from model.sample import TODAY

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "sample"

Told = Mapping[str, Any]

RESULT_FIELDS = ("actual_amount", "done_on", "note")
"""What becomes known of a task only as it is done; the rest is planned on the first day."""


class Rank(IntEnum):
    """In which order the things of one day happen."""

    PEOPLE_LEAVE = 0
    PUBLICITY_SETTLED = 1
    OPINION_HEARD = 2
    ISSUE_REGISTERED = 3
    OPINION_SETTLED = 4
    ISSUE_GOES_ON = 5
    PUBLICITY_BEGINS = 6
    TASK_STANDS = 7
    SUBMITTED = 8


class Event(Frozen):
    """Something that happened on a day; ``number`` is the issue it happened to, if any."""

    on: date
    rank: Rank
    told: Told
    number: str = ""


def read(name: str, folder: Path = FOLDER) -> dict[str, Any]:
    """One of the files, as told."""
    with (folder / name).open("rb") as file:
        return tomllib.load(file)


def events(folder: Path = FOLDER) -> list[Event]:
    """All that happened, in the order it happened."""
    issues = list(_issues(folder))
    found = [*_people(folder), *_tasks(folder), *_publicity(folder), *issues]
    registered = {each.number: each.on for each in issues if each.rank is Rank.ISSUE_REGISTERED}
    found += [*_opinions(folder, registered), *_submissions(folder)]
    # A stable sort: entries of one issue on one day stay in the order they are told.
    return sorted(found, key=lambda event: (event.on, event.rank, event.number))


def _people(folder: Path) -> Iterator[Event]:
    for person in read("people.toml", folder)["person"]:
        if "left_on" in person:
            yield Event(person["left_on"], Rank.PEOPLE_LEAVE, person)


def _tasks(folder: Path) -> Iterator[Event]:
    for task in read("campaign.toml", folder)["task"]:
        yield Event(task.get("done_on", TODAY), Rank.TASK_STANDS, task)


def _opinions(folder: Path, registered: Mapping[str, date]) -> Iterator[Event]:
    """Each as it came in and, where something was decided, as it was settled."""
    for opinion in read("opinions.toml", folder)["opinion"]:
        yield Event(opinion["received_on"], Rank.OPINION_HEARD, opinion)
        if "issue" in opinion:
            on = max(opinion["received_on"], registered[opinion["issue"]])
            yield Event(on, Rank.OPINION_SETTLED, opinion, opinion["issue"])
        elif "declined_on" in opinion:
            yield Event(opinion["declined_on"], Rank.OPINION_SETTLED, opinion)


def _submissions(folder: Path) -> Iterator[Event]:
    for submission in read("submissions.toml", folder)["submission"]:
        yield Event(submission["submitted_on"], Rank.SUBMITTED, submission)


def _publicity(folder: Path) -> Iterator[Event]:
    for publicity in read("publicity.toml", folder)["publicity"]:
        yield Event(publicity["start"], Rank.PUBLICITY_BEGINS, publicity)
        if "settled_on" in publicity:
            yield Event(publicity["settled_on"], Rank.PUBLICITY_SETTLED, publicity)


def _issues(folder: Path) -> Iterator[Event]:
    for path in sorted((folder / "issues").glob("*.toml")):
        told = read(f"issues/{path.name}", folder)
        for issue in told["issue"]:
            issue = {"category": told["category"], **issue}
            registered_on = issue.get("registered_on", issue["found_on"])
            yield Event(registered_on, Rank.ISSUE_REGISTERED, issue, issue["number"])
            for entry in issue.get("story", ()):
                yield Event(entry["on"], Rank.ISSUE_GOES_ON, entry, issue["number"])
