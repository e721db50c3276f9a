"""The sample shows everything once, is made up from end to end, and is the file that is shipped."""

import json
import zlib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from model import calendar, reports, sample
from model.judgements.lights import Light, judge
from model.judgements.opinions import FateKind, by_channel, fates
from model.judgements.tracks import TRACK_PATHS, is_effective, tracks
from model.records import (
    KINDS,
    Campaign,
    Category,
    Evidence,
    Issue,
    Member,
    Opinion,
    Origin,
    Person,
    Rectification,
    Step,
    Submission,
    Task,
)
from model.sample.build import build
from model.sample.pictures import HEIGHT, PICTURES, WIDTH
from model.sample.tale import FOLDER
from model.store import Store
from model.submissions import kept_file
from model.words import EvidenceKind, Level, Move, State
from tests.model.excel.files import values_of

INVENTED = {
    "张明", "李芳", "王强", "陈静", "刘洋", "孙丽", "周涛", "吴霞", "郑伟", "方圆", "金玲", "余乐",
    "高兴", "马良", "秦风", "冯岩", "夏荷", "林小雨", "温馨", "田野", "何苗", "白露", "石磊",
    "于洋",
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample, freshly built."""
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    build(path)
    store = Store(path, read_only="现在是只读查看。")
    yield store
    store.close()


@pytest.fixture(scope="module")
def lights(built: Store) -> list[tuple[Light, str]]:
    """The light of every issue on the day of the demonstration, with all its reasons."""
    campaign, days = built.all(Campaign)[0], calendar.load()
    warning, publicity = campaign.warning_days or 0, campaign.publicity_days or 0
    verdicts = [
        judge(track, sample.TODAY, days, warning, publicity)
        for track in tracks(built.rows(Issue, TRACK_PATHS))
    ]
    return [(verdict.light, verdict.full) for verdict in verdicts]


def content(store: Store) -> dict[str, Any]:
    """All that a ledger file holds and a rebuild must come to again."""
    records: dict[str, Any] = {kind.table: list(store.all(kind)) for kind in KINDS}
    kept = {each.sha256 for each in store.all(Evidence)}
    kept |= {key for each in store.all(Submission) for key in (each.file, each.values)}
    papers = {sha256: store.blob(sha256) for sha256 in kept}
    return records | {"papers": papers, "history": store.history.entries()}


def test_the_shipped_file_is_what_the_tale_makes(built: Store) -> None:
    shipped = Store(sample.FILE, read_only="现在是只读查看。")
    try:
        assert content(shipped) == content(built), "run: python3 -m model.sample data/sample.db"
    finally:
        shipped.close()


def test_every_state_and_level_occurs(built: Store) -> None:
    issues = built.all(Issue)
    assert Counter(each.state for each in issues).keys() == set(State)
    assert {each.level for each in issues} == set(Level)


def test_every_move_was_made(built: Store) -> None:
    assert {each.move for each in built.all(Step)} == set(Move)


def test_every_category_has_issues(built: Store) -> None:
    assert {each.category for each in built.all(Issue)} == {each.id for each in built.all(Category)}


def test_rounds_one_to_three_occur(built: Store) -> None:
    assert {each.round for each in built.all(Rectification)} == {1, 2, 3}


def test_every_light_occurs_and_two_issues_are_overdue(lights: list[tuple[Light, str]]) -> None:
    counts = Counter(light for light, _ in lights)
    assert counts.keys() == set(Light)
    assert counts[Light.RED] == 2


@pytest.mark.parametrize(
    "reason",
    [
        "还剩2个工作日",
        "轮补课",
        "到期未完成",
        "没有进展",
        "待验收已等",
        "检视，还剩",
    ],
)
def test_every_reason_for_amber_occurs(lights: list[tuple[Light, str]], reason: str) -> None:
    assert any(light is Light.AMBER and reason in full for light, full in lights)


def test_three_of_five_effective_rectifications(built: Store) -> None:
    assert sum(map(is_effective, tracks(built.rows(Issue, TRACK_PATHS)))) == 3


def test_nothing_happens_after_the_day_of_the_demonstration(built: Store) -> None:
    assert max(each.on for each in built.all(Step) if each.on) <= sample.TODAY
    assert max(each.at.date() for each in built.history.entries()) <= sample.TODAY


def test_people_are_invented(built: Store) -> None:
    told = {each.name for each in built.all(Person)} | {each.by for each in built.all(Step)}
    told |= {name for each in built.all(Issue) for name in each.subject.split("、")}
    told |= {name for each in built.all(Rectification) for name in each.helpers.split("、")}
    assert told - {""} == INVENTED


def test_whose_issue_it_is_stands_in_no_report(built: Store) -> None:
    for issue in built.all(Issue):
        rows = [
            str(row)
            for report in reports.catalogue()
            for row in reports.build(built, issue.campaign or 0, report, sample.TODAY).rows
            if issue.number in row
        ]
        subjects = [name for name in issue.subject.split("、") if name]
        assert not [name for name in subjects for row in rows if name in row], issue.number


def test_every_seat_is_taken(built: Store) -> None:
    assert len(built.all(Member)) == 9
    assert all(each.person for each in built.all(Member))


def test_one_submission_is_sent_and_one_is_due(built: Store) -> None:
    sent, due = (each for each in built.all(Task) if each.material)
    assert (sent.due, sent.done_on) == (date(2011, 4, 10), date(2011, 4, 8))
    assert (due.due, due.done_on) == (date(2011, 4, 25), None)


def test_evidence_shows_before_and_after(built: Store) -> None:
    kinds = {each.kind for each in built.all(Evidence)}
    assert kinds >= {EvidenceKind.BEFORE, EvidenceKind.AFTER, EvidenceKind.DOCUMENT}


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_is_a_whole_png(name: str) -> None:
    data = (FOLDER / "evidence" / name).read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    packed = data[data.index(b"IDAT") + 4 : data.index(b"IEND") - 8]
    assert len(zlib.decompress(packed)) == HEIGHT * (1 + WIDTH * 3)


def test_a_picture_is_drawn_as_it_lies_there() -> None:
    """Held by its pixels: another zlib may pack them otherwise."""
    name = "候诊椅整改后.png"
    drawn, kept = PICTURES[name]().png(), (FOLDER / "evidence" / name).read_bytes()
    pixels = [
        zlib.decompress(data[data.index(b"IDAT") + 4 : data.index(b"IEND") - 8])
        for data in (drawn, kept)
    ]
    assert pixels[0] == pixels[1]


PROPOSERS = {
    "", "匿名", "村医代表", "村委会", "病人家属", "职工", "圩镇居民", "村民", "残疾人家属",
}  # fmt: skip


def test_opinions_came_by_many_ways_and_have_every_fate(built: Store) -> None:
    opinions = built.all(Opinion)
    judged = fates(opinions, built.all(Origin), built.all(Issue))
    assert len(opinions) >= 25
    assert len(by_channel(opinions, judged)) >= 6
    assert {each.kind for each in judged.values()} == set(FateKind)


def test_who_proposed_is_nobody_real(built: Store) -> None:
    assert {each.proposer for each in built.all(Opinion)} <= PROPOSERS | INVENTED


def test_an_opinion_came_before_its_issue_was_registered(built: Store) -> None:
    for origin in built.all(Origin):
        opinion = built.get(Opinion, origin.opinion)
        first = built.history.of_record("origin", origin.id)[-1][1].record
        assert isinstance(first, Origin)  # before its issue was merged into another
        entered = built.history.of_record("issue", first.issue or 0)[-1][0].at.date()
        assert opinion.received_on is not None
        assert opinion.received_on <= entered, opinion.content


def test_what_was_sent_is_kept_whole_and_shows_the_rows_of_that_day(
    built: Store, tmp_path: Path
) -> None:
    for sent in built.all(Submission):
        path = tmp_path / f"{sent.id}.xlsx"
        path.write_bytes(kept_file(built, sent))
        kept = json.loads(built.blob(sent.values))
        shown = values_of(path, len(kept["headings"]))[: len(kept["rows"])]
        assert [[_plain(cell) for cell in row] for row in shown] == kept["rows"]


def _plain(cell: Any) -> Any:
    """A cell as JSON keeps it; an empty one reads as nothing."""
    return cell.isoformat() if isinstance(cell, date) else "" if cell is None else cell


def test_the_ledger_that_was_sent_ticked_its_task(built: Store) -> None:
    sent = built.all(Submission)[-1]
    assert (sent.report, sent.submitted_on) == ("问题台账", date(2011, 4, 8))
    assert built.get(Task, sent.task).done_on == sent.submitted_on
