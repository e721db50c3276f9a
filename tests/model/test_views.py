"""A view comes back as it was saved; a name stands for one view of a page."""

from dataclasses import replace
from datetime import date

import pytest

from model.changes import Change
from model.deletion import deletion
from model.records import Campaign, View
from model.refused import Refused
from model.store import Store
from model.views import ALL, BUILT_IN, Arrangement, packed, renaming, saving, unpacked
from model.words import Page

WHOLE = Arrangement(
    "overdue",
    {"level": {"ticked": ["科室", ""]}, "found_on": {"span": "本周"}},
    {"sort": "found_on", "reverse": True, "hidden": ["cause"], "order": ["number", "content"]},
    "培训",
)


def save(store: Store, name: str, arrangement: Arrangement = WHOLE) -> View:
    operation = store.apply(saving(store, 1, Page.ISSUES, name, arrangement), "保存视图")
    (saved,) = (change.record for change in operation.changes)
    assert isinstance(saved, View)
    return saved


@pytest.mark.parametrize("arrangement", [WHOLE, Arrangement(), *BUILT_IN[Page.ISSUES].values()])
def test_an_arrangement_comes_back_as_it_was(arrangement: Arrangement) -> None:
    assert unpacked(packed(arrangement)) == arrangement


@pytest.mark.parametrize("text", ["", "{", "[1]", '"x"', '{"filters": 3, "made": "up"}'])
def test_a_garbled_text_filters_nothing(text: str) -> None:
    assert unpacked(text) == Arrangement()


def test_a_view_is_a_record(store: Store) -> None:
    saved = save(store, "我科的")
    assert unpacked(store.get(View, saved.id).definition) == WHOLE
    assert store.all(View, campaign=1, room=Page.ISSUES) == [saved]
    store.undo()
    assert store.all(View) == []


def test_a_name_that_is_there_keeps_the_new_view(store: Store) -> None:
    first = save(store, "我科的")
    second = save(store, " 我科的 ", Arrangement(search="药"))
    assert second.id == first.id
    assert [unpacked(each.definition).search for each in store.all(View)] == ["药"]


@pytest.mark.parametrize(("name", "words"), [(" ", "请写视图的名称"), (ALL, "程序自带")])
def test_some_names_are_refused(store: Store, name: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        saving(store, 1, Page.ISSUES, name, WHOLE)


def test_a_view_is_renamed_to_a_free_name(store: Store) -> None:
    view, _other = save(store, "我科的"), save(store, "别的")
    assert renaming(store, view, "我科的") == []
    store.apply(renaming(store, view, "内科"), "重命名")
    assert store.get(View, view.id).name == "内科"
    with pytest.raises(Refused, match="已经有叫“别的”的视图"):
        renaming(store, view, "别的")


def test_each_page_has_its_own_names(store: Store) -> None:
    save(store, "我科的")
    (change,) = saving(store, 1, Page.OPINIONS, "我科的", WHOLE)
    assert change.before is None


def test_two_views_of_one_name_are_refused_whoever_writes_them(store: Store) -> None:
    view = save(store, "我科的")
    with pytest.raises(Refused, match="已经有叫“我科的”的视图"):
        store.apply([Change(None, replace(view, id=store.fresh_id(View)))], "新增")


def test_views_go_with_their_campaign(store: Store) -> None:
    view = save(store, "我科的")
    store.apply(deletion(store.get(Campaign, 1), store), "删除活动")
    assert store.find(View, view.id) is None


def test_what_was_touched_on_a_day_is_known(store: Store) -> None:
    view = save(store, "我科的")
    assert ("view", view.id) in store.history.touched_on(date(2011, 4, 20))
    assert store.history.touched_on(date(2011, 4, 21)) == set()
