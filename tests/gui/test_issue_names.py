"""An issue in a list is named by its number and the beginning of its words."""

from gui.issue_names import SHOWN, issue_names
from model.records import Issue


def test_number_and_words() -> None:
    issues = [
        Issue(1, number="2011-001", content="挂号慢。\n取药也慢。"),
        Issue(2, number="2011-002", content="长" * 60),
    ]
    assert issue_names(issues) == {
        1: "2011-001 挂号慢。 取药也慢。",
        2: f"2011-002 {'长' * SHOWN}…",
    }
