"""What was sent is kept byte for byte, ticks its task, and can only be declared void."""

import json
from dataclasses import replace
from datetime import date

import pytest

from model.changes import Change
from model.excel.write import render, save
from model.lifecycle import register
from model.records import Submission, Task
from model.refused import Refused
from model.reports import build, find
from model.store import Store
from model.submissions import Sending, kept_file, next_due, submit, values_of, voided
from model.words import TaskKind
from tests.model.conftest import CAMPAIGN

TODAY = date(2011, 4, 20)
TASK = Task(1, campaign=1, kind=TaskKind.SUBMISSION, title="报送问题台账", due=date(2011, 4, 25))
SENDING = Sending(1, "问题台账", 1, "县卫生局", date(2011, 4, 19), "周涛", "台账.xlsx")
FILE, VALUES = b"exactly these bytes", b"{}"


@pytest.fixture
def sent(store: Store) -> Store:
    """The ledger after its task's report was sent."""
    store.apply([Change(None, TASK)], "新增任务")
    store.apply(*submit(store, SENDING, FILE, VALUES, TODAY))
    return store


def the(store: Store) -> Submission:
    (submission,) = store.all(Submission)
    return submission


def test_the_bytes_are_kept_and_the_task_is_ticked_in_one_operation(sent: Store) -> None:
    assert kept_file(sent, the(sent)) == FILE
    assert sent.blob(the(sent).values) == VALUES
    assert (the(sent).by, the(sent).name) == ("周涛", "台账.xlsx")
    assert sent.get(Task, 1).done_on == date(2011, 4, 19)
    assert sent.history.entries()[0].label == "报送问题台账"
    assert sent.undoable() is None


def test_a_task_that_was_ticked_keeps_its_day(store: Store) -> None:
    store.apply([Change(None, replace(TASK, done_on=date(2011, 4, 8)))], "新增任务")
    store.apply(*submit(store, SENDING, FILE, VALUES, TODAY))
    assert store.get(Task, 1).done_on == date(2011, 4, 8)


def test_something_can_be_sent_without_a_task(store: Store) -> None:
    store.apply(*submit(store, replace(SENDING, task=None), FILE, VALUES, TODAY))
    assert the(store).task is None


@pytest.mark.parametrize(
    ("sending", "words"),
    [
        (replace(SENDING, recipient=""), "请填写报送对象"),
        (replace(SENDING, on=date(2011, 4, 21)), "不能晚于今天"),
    ],
)
def test_what_is_wrong_is_said(store: Store, sending: Sending, words: str) -> None:
    with pytest.raises(Refused, match=words):
        submit(store, sending, FILE, VALUES, TODAY)


def test_a_damaged_file_is_not_given_out(sent: Store) -> None:
    class Damaged:
        def blob(self, sha256: str) -> bytes:
            return b"other bytes"

    with pytest.raises(Refused, match="指纹不符"):
        kept_file(Damaged(), the(sent))


def test_a_void_one_keeps_its_file(sent: Store) -> None:
    with pytest.raises(Refused, match="原因"):
        voided(the(sent), "")
    sent.apply(voided(the(sent), "少报了一条。"), "作废报送")
    assert the(sent).void_reason == "少报了一条。"
    assert kept_file(sent, the(sent)) == FILE
    with pytest.raises(Refused, match="已经作废"):
        voided(the(sent), "又报错了。")


def test_the_values_tell_rows_and_how_each_issue_stands(store: Store) -> None:
    store.apply(register(store, CAMPAIGN, content="挂号慢", proposer="某人"), "新增问题")
    sheet = build(store, 1, find("问题台账"), TODAY)
    kept = json.loads(values_of(store, CAMPAIGN, sheet, TODAY))
    assert kept["on"] == "2011-04-20"
    assert kept["headings"][1] == "问题编号"
    assert kept["rows"][0][:2] == [1, "2011-001"]
    assert kept["issues"] == [
        {
            "number": "2011-001", "state": "登记", "round": 1, "due": None,
            "measures": 0, "measures_done": 0, "progress": 0, "steps": 0,
        }
    ]  # fmt: skip
    assert "某人" not in json.dumps(kept, ensure_ascii=False)


def test_a_sheet_is_rendered_once_and_saved_as_the_same_bytes(store: Store) -> None:
    store.apply(register(store, CAMPAIGN, content="挂号慢"), "新增问题")
    content = render(build(store, 1, find("问题台账"), TODAY)).content
    target = store.path.with_name("另存.xlsx")
    save(content, target)
    assert target.read_bytes() == content


def test_the_next_to_send_is_the_earliest_not_sent() -> None:
    tasks = {
        1: replace(TASK, done_on=TODAY),
        2: replace(TASK, id=2, due=None),
        3: replace(TASK, id=3, due=date(2011, 5, 1)),
        4: Task(4, title="宣传", due=TODAY),
    }
    assert next_due(tasks) == tasks[3]
    assert next_due({}) is None
