"""Choices are narrowed by typing, found by initials, and a new name can become a person."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from gui.record_form import RecordForm
from gui.record_form.choice_editor import ChoiceEditor
from gui.record_form.drop_list import NOTE_ROLE
from model.changes import Change
from model.records import Issue, Person, Rectification
from model.store import Store
from tests.gui.record_form.conftest import Forms
from tests.gui.typing_chinese import commit

LEVEL, SOURCE, OWNER = (
    Issue.field("level"),
    Issue.field("source"),
    Rectification.field("owner"),
)


def choice(form: RecordForm, name: str) -> ChoiceEditor:
    editor = form.editor(name)
    assert isinstance(editor, ChoiceEditor)
    editor.setFocus()
    return editor


def offered(editor: ChoiceEditor) -> list[str]:
    shown = editor.findChild(QListWidget, "drop_choices")
    if shown is None or not editor.is_open:
        return []
    return [shown.item(row).text() for row in range(shown.count())]


def notes(editor: ChoiceEditor) -> dict[str, str]:
    """What stands at the right of each offered value."""
    shown = editor.findChild(QListWidget, "drop_choices")
    assert shown is not None
    items = [shown.item(row) for row in range(shown.count())]
    return {each.text(): str(each.data(NOTE_ROLE) or "") for each in items}


def test_all_values_are_offered_by_a_click(form_of: Forms) -> None:
    editor = choice(form_of([LEVEL]), "level")
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton)
    assert offered(editor) == ["领导班子", "科室", "个人", "单位"]


@pytest.mark.parametrize(("letters", "fitting"), [("ks", ["科室"]), ("d", ["单位", "领导班子"])])
def test_letters_find_by_initials(form_of: Forms, letters: str, fitting: list[str]) -> None:
    editor = choice(form_of([LEVEL]), "level")
    QTest.keyClicks(editor, letters)
    assert offered(editor) == fitting


def test_names_bear_their_initials_and_sentences_do_not(form_of: Forms, store: Store) -> None:
    sentence = "门诊收费窗口职工服务态度生硬"
    issue = store.get(Issue, 1)
    store.apply([Change(issue, replace(issue, source=sentence))], "修改来源")
    editor = choice(form_of([SOURCE]), "source")
    editor.open_list()
    assert (notes(editor)["座谈会"], notes(editor)[sentence]) == ("zth", "")
    QTest.keyClicks(editor, "mzsf")
    assert offered(editor) == [sentence]


@pytest.fixture
def long_ones(form_of: Forms, store: Store) -> RecordForm:
    """A form whose second field can name an issue by far more than fits into it."""
    issue = store.get(Issue, 1)
    source = "群众来信、来访、电话投诉和院长信箱里反复提到的门诊窗口排队问题，" * 4
    store.apply([Change(issue, replace(issue, source=source))], "修改来源")
    form = form_of([LEVEL, SOURCE])
    form.show_values({"source": source})
    return form


def starts_in_sight(editor: ChoiceEditor) -> bool:
    """Whether the first character is the leftmost one that is seen."""
    return editor.cursorPositionAt(QPoint(1, editor.height() // 2)) == 0


def test_of_a_long_text_the_beginning_is_seen(long_ones: RecordForm) -> None:
    editor = long_ones.editor("source")
    assert isinstance(editor, ChoiceEditor)
    assert starts_in_sight(editor)


def test_the_beginning_is_seen_of_a_picked_one_too(long_ones: RecordForm) -> None:
    editor = choice(long_ones, "source")
    source = editor.text()
    editor.selectAll()
    QTest.keyClicks(editor, "qzlx")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == source
    assert starts_in_sight(editor)


def test_tab_selects_it_all_with_the_beginning_seen(long_ones: RecordForm) -> None:
    first, editor = choice(long_ones, "level"), long_ones.editor("source")
    assert isinstance(editor, ChoiceEditor)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert editor.selectedText() == editor.text()
    assert starts_in_sight(editor)


def test_enter_takes_the_first_that_fits(form_of: Forms) -> None:
    form = form_of([LEVEL])
    editor = choice(form, "level")
    QTest.keyClicks(editor, "ks")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert not editor.is_open
    assert form.values() == {"level": "科室"}


def test_tab_takes_it_too(form_of: Forms) -> None:
    form = form_of([LEVEL, SOURCE])
    editor = choice(form, "level")
    QTest.keyClicks(editor, "gr")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.text() == "个人"


def test_arrows_choose_and_escape_leaves_the_text(form_of: Forms) -> None:
    editor = choice(form_of([LEVEL]), "level")
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.text() == ""
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "领导班子"


def test_a_click_takes_a_value(form_of: Forms) -> None:
    editor = choice(form_of([LEVEL]), "level")
    editor.open_list()
    shown = editor.findChild(QListWidget, "drop_choices")
    assert isinstance(shown, QListWidget)
    place = shown.visualItemRect(shown.item(2)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert editor.text() == "个人"
    assert not editor.is_open


def test_usual_texts_are_offered_but_any_other_is_taken(form_of: Forms) -> None:
    form = form_of([SOURCE])
    editor = choice(form, "source")
    commit(editor, "院长信箱")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert form.values() == {"source": "院长信箱"}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_initials_find_a_usual_text_too(form_of: Forms, key: Qt.Key) -> None:
    form = form_of([SOURCE, LEVEL])
    editor = choice(form, "source")
    QTest.keyClicks(editor, "zth")
    QTest.keyClick(editor, key)
    assert editor.text() == "座谈会"


@pytest.fixture
def departments(store: Store) -> None:
    """科室 that were written before, the longer name more often."""
    told = ("护理部", "护理部", "护理", "CT室")
    people = [
        Person(store.fresh_id(Person) + place, name=f"某人{place}", department=department)
        for place, department in enumerate(told)
    ]
    store.apply([Change(None, each) for each in people], "新增人员")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
@pytest.mark.parametrize(
    ("letters", "taken"),
    [
        ("hl", "护理"),  # all its initials, though 护理部 is the usual one
        ("hlb", "护理部"),
        ("HL", "护理"),
        ("ct", "ct"),  # a word by itself, not CT室
        ("lb", "lb"),  # inside hlb
        ("B", "B"),
        ("h", "h"),
    ],
)
def test_letters_are_kept_unless_they_are_the_initials_of_a_usual_text(
    form_of: Forms, departments: None, letters: str, taken: str, key: Qt.Key
) -> None:
    form = form_of([Issue.field("department"), LEVEL])
    editor = choice(form, "department")
    QTest.keyClicks(editor, letters)
    QTest.keyClick(editor, key)
    assert form.values() == {"department": taken, "level": None}
    assert not editor.is_open


def test_an_arrow_takes_a_usual_text_that_only_holds_the_letters(
    form_of: Forms, departments: None
) -> None:
    editor = choice(form_of([Issue.field("department")]), "department")
    QTest.keyClicks(editor, "b")
    assert "护理部" in offered(editor)
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "护理部"


def test_what_is_no_value_is_refused_and_stays(form_of: Forms) -> None:
    form = form_of([LEVEL])
    commit(choice(form, "level"), "全县")
    assert form.values() is None
    assert choice(form, "level").text() == "全县"


def test_texts_used_before_are_suggested(form_of: Forms, store: Store) -> None:
    editor = choice(form_of([SOURCE]), "source")
    editor.open_list()
    assert offered(editor).count("自查") == 1


def test_a_name_that_nobody_has_becomes_a_person(form_of: Forms, store: Store) -> None:
    form = form_of([OWNER])
    editor = choice(form, "owner")
    commit(editor, "王强")
    assert offered(editor) == ["新增人员“王强”"]
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    made = store.all(Person, name="王强")[0]
    assert form.values() == {"owner": made.id}


def test_no_person_is_made_by_merely_going_on(form_of: Forms, store: Store) -> None:
    form = form_of([OWNER, SOURCE])
    editor = choice(form, "owner")
    commit(editor, "王强")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert store.all(Person, name="王强") == []
    assert form.values() is None


def test_the_only_one_that_fits_is_taken_when_the_mouse_goes_on(form_of: Forms) -> None:
    form = form_of([LEVEL, SOURCE])
    editor = choice(form, "level")
    QTest.keyClicks(editor, "ks")
    form.editor("source").setFocus(Qt.FocusReason.MouseFocusReason)
    assert editor.text() == "科室"


@pytest.mark.parametrize("letters", ["sx", "qx"])
def test_letters_find_a_name_by_how_it_reads(form_of: Forms, store: Store, letters: str) -> None:
    names = ("单雪", "覃雪")
    people = [Person(store.fresh_id(Person), name=name) for name in names]
    store.apply([Change(None, each) for each in people], "新增人员")
    editor = choice(form_of([OWNER]), "owner")
    QTest.keyClicks(editor, letters)
    assert offered(editor) == [names["sq".index(letters[0])]]


def test_a_name_that_several_have_is_not_taken_as_the_first(form_of: Forms, store: Store) -> None:
    twins = [Person(id, name="王伟") for id in (901, 902)]
    store.apply([Change(None, each) for each in twins], "新增人员")
    form = form_of([OWNER, LEVEL])
    editor = choice(form, "owner")
    commit(editor, "王伟")
    assert offered(editor) == ["王伟（1）", "王伟（2）"], "and no third of that name"
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert form.values() is None
