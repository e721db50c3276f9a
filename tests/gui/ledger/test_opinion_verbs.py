"""What can be done with the chosen opinions is offered in words that fit them, else why not."""

from __future__ import annotations

from gui.ledger.opinion_verbs import offers
from model.judgements.opinions import Fate, FateKind

PENDING = Fate(FateKind.PENDING)
RAISED = Fate(FateKind.REGISTERED, ("2011-059",))
SPLIT = Fate(FateKind.MERGED, ("2011-059", "2011-060", "2011-061"))
DECLINED = Fate(FateKind.DECLINED, reason="重复。")


def test_nothing_can_be_done_with_nothing_or_where_all_is_barred() -> None:
    assert {each.why_not for each in offers([], "").values()} == {"先选一条或几条意见"}
    assert {each.why_not for each in offers([RAISED], "活动已归档。").values()} == {"活动已归档。"}


def test_only_what_was_done_can_be_cancelled() -> None:
    assert offers([PENDING, PENDING], "")["withdraw"].why_not == "选中的意见还没有处理，不用取消"
    for done in (RAISED, SPLIT, DECLINED):
        assert offers([PENDING, done], "")["withdraw"].why_not == ""


def test_an_issue_beside_the_one_there_is_called_so() -> None:
    assert offers([PENDING], "")["register"].words == "立项…"
    assert offers([DECLINED], "")["register"].words == "立项…"
    again = offers([RAISED], "")["register"]
    assert (again.words, again.why_not) == ("再立一个问题…", "")
    assert again.tip == "这条意见已立项为2011-059；再立一个问题"


def test_many_numbers_are_counted() -> None:
    tip = offers([RAISED, SPLIT], "")["register"].tip
    assert tip == "选中的意见里有的已立项为2011-059等3个问题；再立一个问题"


def test_what_is_an_issue_is_declined_only_when_that_is_cancelled() -> None:
    assert offers([PENDING, DECLINED], "")["decline"].why_not == ""
    why_not = offers([RAISED], "")["decline"].why_not
    assert why_not == "这条意见已立项为2011-059，不予立项要先取消处理"
    assert offers([PENDING, RAISED], "")["decline"].why_not
