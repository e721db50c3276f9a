"""Equal names are told apart by what differs, and all others stay as they are."""

import pytest

from model.namesakes import bearers, told_apart

NAMES = {1: "王伟", 2: "张明", 3: "王伟"}


@pytest.mark.parametrize(
    ("departments", "posts", "shown"),
    [
        ({1: "内科", 3: "外科"}, {}, ["王伟（内科）", "张明", "王伟（外科）"]),
        ({1: "内科", 3: "内科"}, {1: "主任", 3: "护士"}, ["王伟（主任）", "张明", "王伟（护士）"]),
        ({1: "内科", 3: ""}, {}, ["王伟（1）", "张明", "王伟（2）"]),
    ],
)
def test_the_first_trait_in_which_all_differ_tells_them_apart(
    departments: dict[int, str], posts: dict[int, str], shown: list[str]
) -> None:
    assert list(told_apart(NAMES, departments, posts).values()) == shown


def test_a_mark_that_makes_another_name_is_not_taken() -> None:
    names = {**NAMES, 4: "王伟（内科）"}
    shown = told_apart(names, {1: "内科", 3: "外科"})
    assert sorted(shown.values()) == ["张明", "王伟（1）", "王伟（2）", "王伟（内科）"]


def test_different_names_and_blanks_stay() -> None:
    names = {1: "王伟", 2: "", 3: ""}
    assert told_apart(names, {1: "内科"}) == names


def test_a_name_has_bearers_only_where_it_is_several_ones() -> None:
    assert bearers("王伟", ["王伟（1）", "王伟民", "王伟（2）"]) == ["王伟（1）", "王伟（2）"]
    assert bearers("素质", ["素质（一）"]) == []
