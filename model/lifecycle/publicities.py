"""What acceptance and closing ask of the publicities of an issue."""

from collections.abc import Callable, Iterator

from model.lifecycle.dossier import Dossier
from model.lifecycle.requirement import OR_REASON, Missing, Remedy, place_of
from model.records import Publicity
from model.words import PublicityKind


def published(kind: PublicityKind) -> Callable[[Dossier], Iterator[Missing]]:
    """A publicity of this kind is over and every objection settled, or there is a reason."""

    def missing(dossier: Dossier) -> Iterator[Missing]:
        shown = [each for each in dossier.publicity if each.kind is kind]
        if not dossier.issue.requires_publicity or dossier.moving.reason:
            return
        lacking = [found for each in shown if (found := _lacking(dossier, each))]
        if not shown:
            yield Missing(
                f"“{kind}”还没有公示",
                f"公示期满、异议处理完再办；{OR_REASON}",
                place_of(dossier.issue, "publicity"),
                "step.reason",
                Remedy.ADD,
            )
        elif len(lacking) == len(shown):
            yield lacking[-1]

    return missing


def _lacking(dossier: Dossier, shown: Publicity) -> Missing | None:
    """Why a publicity does not count, or does not count yet."""
    return _too_early(dossier, shown) or _unfinished(dossier, shown)


def _too_early(dossier: Dossier, shown: Publicity) -> Missing | None:
    """What was shown before it was there: the problem, or the result of the current round."""
    found, completed = dossier.issue.found_on, dossier.round.completed_on
    place = place_of(dossier.issue, "publicity")
    if found and shown.end and shown.end < found:
        return Missing(
            f"“{shown.kind}”的公示到{shown.end}就结束了，早于发现时间（{found}）",
            f"日期写错了的，先改正；{OR_REASON}",
            place,
            "step.reason",
            Remedy.LOOK,
        )
    is_result = shown.kind is PublicityKind.RESULTS
    if is_result and completed and shown.start and shown.start < completed:
        return Missing(
            f"“{shown.kind}”的公示从{shown.start}开始，早于本轮完成时间（{completed}）",
            f"完成后再公示一次，期满、异议处理完再办；{OR_REASON}",
            place,
            "step.reason",
            Remedy.ADD,
        )
    return None


def _unfinished(dossier: Dossier, shown: Publicity) -> Missing | None:
    """What a publicity that was begun still needs."""
    on = dossier.moving.on
    assert on is not None
    if shown.end is None or shown.end >= on:
        return Missing(
            f"“{shown.kind}”的公示到{shown.end}才满",
            "期满第二天再办；确实等不了的，写明原因",
            place_of(dossier.issue, "publicity"),
            "step.reason",
            Remedy.LOOK,
        )
    if not shown.settled:
        return Missing(
            f"“{shown.kind}”的公示还没有了结",
            f"没有异议或已处理完，就勾选“已了结”；{OR_REASON}",
            place_of(shown, "settled"),
            "step.reason",
        )
    return None
