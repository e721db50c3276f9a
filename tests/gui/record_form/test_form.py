"""A form reads its fields, writes them when they are left, and loses nothing that is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from gui.look import Look
from gui.record_form import RecordForm
from gui.record_form.form_row import PRIVATE
from model.changes import Change
from model.records import Issue, Person, Phase, Rectification
from model.refused import Refused
from model.store import Store
from tests.gui.record_form.conftest import Forms
from tests.gui.typing_chinese import commit, compose

CONTENT, SOURCE, FOUND = (Issue.field(name) for name in ("content", "source", "found_on"))
OWNER = Rectification.field("owner")
PUBLIC, CAUSE = Issue.field("requires_publicity"), Issue.field("cause")


def put(form: RecordForm, name: str, text: str) -> None:
    """Type into a field as a user does, over what was there."""
    editor = form.editor(name)
    editor.setFocus()
    QTest.keySequence(editor, "Ctrl+A")
    commit(editor, text)


def refusal(form: RecordForm, name: str) -> str:
    said = form.findChild(QLabel, f"{name}_refusal")
    assert isinstance(said, QLabel)
    return said.text()


def test_values_are_shown_and_read_by_kind(form_of: Forms) -> None:
    form = form_of([CONTENT, FOUND, PUBLIC])
    values = {"content": "座椅破损。", "found_on": date(2011, 3, 9), "requires_publicity": True}
    form.show_values(values)
    assert form.values() == values


def test_what_was_not_altered_is_the_value_that_was_shown(form_of: Forms, store: Store) -> None:
    twins = [Person(id, name="王伟") for id in (901, 902)]
    store.apply([Change(None, each) for each in twins], "新增人员")
    form = form_of([OWNER, CONTENT])
    form.show_values({"owner": 902, "content": "座椅破损。"})
    for each in twins:  # the form stays open while they get one department
        store.apply([Change(each, replace(each, department="内科"))], "修改科室")
    assert form.values() == {"owner": 902, "content": "座椅破损。"}
    put(form, "owner", "王伟")
    assert form.values() is None
    assert "哪一个" in refusal(form, "owner")
    put(form, "owner", "王伟（1）")
    assert form.values() == {"owner": 901, "content": "座椅破损。"}


def test_every_refusal_stands_at_its_field_and_the_first_has_the_cursor(form_of: Forms) -> None:
    form = form_of([SOURCE, FOUND, CONTENT])
    put(form, "found_on", "4月31日")
    assert form.values() is None
    assert "4月没有31日" in refusal(form, "found_on")
    assert "不能为空" in refusal(form, "content")
    assert form.editor("found_on").hasFocus()
    assert form.editor("found_on").property("refused")
    assert form.editor("found_on").text() == "4月31日"  # type: ignore[attr-defined]


def test_typing_on_takes_the_refusal_away(form_of: Forms) -> None:
    form = form_of([FOUND])
    put(form, "found_on", "明天")
    form.values()
    put(form, "found_on", "4.30")
    assert refusal(form, "found_on") == ""
    assert form.values() == {"found_on": date(2011, 4, 30)}


class Writer:
    def __init__(self) -> None:
        self.written: list[tuple[str, Any]] = []
        self.refusing = ""

    def __call__(self, name: str, value: Any) -> None:
        if self.refusing:
            raise Refused(self.refusing)
        self.written.append((name, value))


def test_a_field_is_written_when_it_is_left(form_of: Forms) -> None:
    writer = Writer()
    form = form_of([CONTENT, FOUND], writer)
    put(form, "found_on", "4.30")
    assert writer.written == []
    form.editor("content").setFocus()
    assert writer.written == [("found_on", date(2011, 4, 30))]
    assert form.editor("found_on").text() == "4月30日"  # type: ignore[attr-defined]


def test_a_field_left_as_it_was_is_not_written(form_of: Forms) -> None:
    writer = Writer()
    form = form_of([CONTENT, FOUND], writer)
    form.show_values({"content": "座椅破损。", "found_on": date(2011, 3, 9)})
    form.editor("content").setFocus()
    form.editor("found_on").setFocus()
    assert writer.written == []


def test_what_the_store_refuses_stays_in_the_field(form_of: Forms) -> None:
    writer = Writer()
    writer.refusing = "这个问题已销号，只能查看。"
    form = form_of([CONTENT, FOUND], writer)
    put(form, "content", "改一改")
    form.editor("found_on").setFocus()
    assert refusal(form, "content") == writer.refusing
    assert form.is_altered()


def test_a_refused_text_outlives_news_but_not_another_record(form_of: Forms) -> None:
    writer = Writer()
    writer.refusing = "这个问题已销号，只能查看。"
    form = form_of([CONTENT, SOURCE], writer)
    put(form, "content", "改一改")
    assert not form.write()
    form.editor("source").setFocus()
    form.show_values({"content": "别处改的"})
    assert form.is_altered()
    form.show_values({"content": "另一条"}, anew=True)
    assert (form.is_altered(), refusal(form, "content")) == (False, "")


def test_what_is_written_does_not_stay_where_another_record_is_shown_by_it(
    form_of: Forms,
) -> None:
    def write(name: str, value: Any) -> None:
        form.show_values({"source": "自查"}, anew=True)

    form: RecordForm = form_of([SOURCE, CONTENT], write)
    put(form, "source", "座谈会")
    form.editor("content").setFocus()
    assert form.editor("source").text() == "自查"  # type: ignore[attr-defined]


def test_a_tick_is_written_at_once(form_of: Forms) -> None:
    writer = Writer()
    form = form_of([PUBLIC, FOUND], writer)
    box = form.editor("requires_publicity")
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert writer.written == [("requires_publicity", True)]


def test_news_do_not_overwrite_what_is_being_typed(form_of: Forms) -> None:
    form = form_of([CONTENT, SOURCE])
    put(form, "content", "正在写")
    form.show_values({"content": "别处改的", "source": "自查"})
    assert form.values() == {"content": "正在写", "source": "自查"}


def test_tab_goes_through_the_fields_in_their_order(form_of: Forms) -> None:
    form = form_of([CONTENT, SOURCE, FOUND])
    form.focus_first()
    QTest.keyClick(form.editor("content"), Qt.Key.Key_Tab)
    QTest.keyClick(form.editor("source"), Qt.Key.Key_Tab)
    assert form.editor("found_on").hasFocus()


@pytest.mark.parametrize("field", [CONTENT, SOURCE])
def test_a_composed_word_is_typed_whole(form_of: Forms, field: Any) -> None:
    form = form_of([replace(field, required=False)])
    editor = form.editor(field.name)
    editor.setFocus()
    compose(editor, ["z", "zi", "zicha"])
    commit(editor, "自查")
    assert form.values() == {field.name: "自查"}


def test_very_long_text_is_kept_and_the_field_stays_within_bounds(form_of: Forms) -> None:
    form = form_of([CAUSE])
    put(form, "cause", "原因很多。\n" * 400)
    assert form.values() == {"cause": ("原因很多。\n" * 400).strip()}
    assert form.editor("cause").sizeHint().height() < 200


def test_private_and_required_fields_are_marked(form_of: Forms) -> None:
    form = form_of([Person.field("phone"), Person.field("name")])
    tips = [label.toolTip() for label in form.findChildren(QLabel) if label.toolTip()]
    assert tips == [PRIVATE, "必填"]


def test_a_private_field_bears_no_lock_for_it_can_be_typed_into(form_of: Forms, look: Look) -> None:
    form = form_of([Person.field("phone")])
    mark = form.findChild(QLabel, "phone_private")
    assert isinstance(mark, QLabel)
    painted = {
        name: look.icon(name, 14, look.tokens.ink3).pixmap(14, 14).toImage()
        for name in ("lock", "private")
    }
    assert mark.pixmap().toImage() == painted["private"] != painted["lock"]


def test_every_editor_has_a_name(form_of: Forms) -> None:
    form = form_of(Phase.fields)
    named = [
        (form.editor(f.name).objectName(), form.editor(f.name).accessibleName())
        for f in Phase.fields
    ]
    assert named == [(f"{field.name}_edit", field.label) for field in Phase.fields]


def test_a_heading_begins_a_line_and_a_note_stands_below_its_field(form_of: Forms) -> None:
    form = form_of(
        [SOURCE, FOUND], pairs=True, headings={"found_on": "时间"}, notes={"source": "从哪来"}
    )
    tops = [
        found.mapTo(form, QPoint(0, 0)).y()
        for found in (
            form.editor("source"),
            form.findChild(QLabel, "source_note"),
            form.findChild(QLabel, "found_on_heading"),
            form.editor("found_on"),
        )
        if found is not None
    ]
    assert len(tops) == 4
    assert tops == sorted(set(tops))


def test_a_text_put_into_a_field_counts_as_typed(form_of: Forms) -> None:
    form = form_of([SOURCE])
    form.type_text("source", "自查")
    assert form.is_altered()
    assert form.values() == {"source": "自查"}
