"""What can be done with the chosen opinions: in what words, what it means, why it cannot be."""

from __future__ import annotations

from collections.abc import Sequence

from model.frozen import Frozen
from model.judgements.opinions import Fate, FateKind

VERBS = {
    "register": "立项…",
    "merge": "并入问题…",
    "decline": "不予立项…",
    "withdraw": "取消处理",
}
AGAIN = "再立一个问题…"
MEANINGS = {
    "register": "选中的意见合成一个新问题",
    "merge": "选中的意见归到已有的问题",
    "decline": "写明理由，不列为问题",
    "withdraw": "回到待处理；已经立的问题还在",
}
NOTHING_CHOSEN = "先选一条或几条意见"
NOTHING_DONE = "选中的意见还没有处理，不用取消"


class Offer(Frozen):
    """One verb for what is chosen; ``words`` for a menu, ``why_not`` blank where it can be done."""

    words: str
    meaning: str
    why_not: str

    @property
    def tip(self) -> str:
        """What the tooltip says."""
        return self.why_not or self.meaning


def offers(fates: Sequence[Fate], barred: str) -> dict[str, Offer]:
    """Every verb for opinions of these fates; ``barred`` is why nothing can be altered at all."""
    numbers = sorted({number for fate in fates for number in fate.numbers})
    common = barred or ("" if fates else NOTHING_CHOSEN)
    in_issues = f"{is_raised(len(fates), numbers)}，不予立项要先取消处理" if numbers else ""
    done = any(fate.kind is not FateKind.PENDING for fate in fates)
    found = {verb: Offer(words, MEANINGS[verb], common) for verb, words in VERBS.items()}
    if numbers:
        found["register"] = Offer(AGAIN, f"{is_raised(len(fates), numbers)}；再立一个问题", common)
    found["decline"] = Offer(VERBS["decline"], MEANINGS["decline"], common or in_issues)
    found["withdraw"] = Offer(
        VERBS["withdraw"], MEANINGS["withdraw"], common or ("" if done else NOTHING_DONE)
    )
    return found


def is_raised(count: int, numbers: Sequence[str]) -> str:
    """这条意见已立项为2011-059: which issues ``count`` chosen opinions are in already."""
    chosen = "这条意见" if count == 1 else "选中的意见里有的"
    return f"{chosen}已立项为{listed(numbers)}"


def listed(numbers: Sequence[str]) -> str:
    """2011-059、2011-060; of many only the first, and how many they are."""
    return "、".join(numbers) if len(numbers) <= 2 else f"{numbers[0]}等{len(numbers)}个问题"
