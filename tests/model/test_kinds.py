"""Each kind of value reads what people type, and shows what it read."""

from datetime import date
from typing import Any

import pytest

from model.kinds import (
    Amount,
    Choice,
    Context,
    Day,
    Flag,
    Kind,
    LongText,
    Ref,
    Suggested,
    Text,
    Unclear,
    Whole,
    clean,
)
from model.refused import Refused
from model.words import Level

CONTEXT = Context(2011, {"person": {1: "张明", 2: "李芳"}})


@pytest.mark.parametrize(
    ("kind", "text", "value", "shown"),
    [
        (Text(), " 病历\n书写 ", "病历 书写", "病历 书写"),
        (LongText(), "一\r\n二", "一\n二", "一\n二"),
        (Suggested(("自查",)), "明察", "明察", "明察"),
        (Whole(), "５", 5, "5"),
        (Whole(250), "0250", 250, "250"),
        (Amount(), "20", 20.0, "20"),
        (Amount(), "0.5", 0.5, "0.5"),
        (Day(), "4.22", date(2011, 4, 22), "4月22日"),
        (Flag(), "√", True, "是"),
        (Flag(), "否", False, "否"),
        (Choice(Level), "科室", Level.DEPARTMENT, "科室"),
        (Ref("person"), "李芳", 2, "李芳"),
    ],
)
def test_a_value_is_read_and_shown(kind: Kind, text: str, value: Any, shown: str) -> None:
    assert kind.parse(text, CONTEXT) == value
    assert kind.show(value, CONTEXT) == shown


@pytest.mark.parametrize("kind", [Text(), Whole(), Amount(), Day(), Choice(Level), Ref("person")])
def test_blank_text_is_the_empty_value_and_shows_blank(kind: Kind) -> None:
    assert kind.parse("  ", CONTEXT) == kind.empty
    assert kind.show(kind.empty, CONTEXT) == ""


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        (Whole(), "-1", "整数"),
        (Whole(), "9" * 5000, "最多写999999999"),
        (Whole(250), "251", "“251”太大了，最多写250。"),
        (Amount(), "很多", "数字"),
        (Flag(), "也许", "是或否"),
        (Choice(Level), "县里", "可选：领导班子、科室、个人、单位"),
        (Ref("person"), "无此人", "新增"),
    ],
)
def test_what_cannot_be_read_says_what_would_be(kind: Kind, text: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        kind.parse(text, CONTEXT)


def test_a_name_that_several_bear_is_refused_and_all_are_named() -> None:
    names = {1: "王伟（内科）", 2: "王伟（外科）", 3: "王伟民"}
    context = Context(names={"person": names})
    with pytest.raises(Unclear, match="王伟（内科）、王伟（外科）。"):
        Ref("person").parse("王伟", context)
    assert [Ref("person").parse(name, context) for name in names.values()] == [1, 2, 3]
    with pytest.raises(Unclear, match="有2个“王伟”"):
        Ref("person").parse("王伟", Context(names={"person": {1: "王伟", 2: "王伟"}}))


def test_text_is_cleaned_of_what_no_spreadsheet_can_hold() -> None:
    assert clean("a\x00b\x0bc\ufffed\ud800e\r\nf") == "abcde\nf"
    assert clean("㛃𬸣 e\u0301") == "㛃𬸣 é", "rare characters stay, composed"
