"""What one requirement of a move is: its name, and what is missing where it is not met."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from model.fields import Record
from model.frozen import Frozen
from model.lifecycle.dossier import Dossier
from model.records import Issue, Rectification, Step
from model.refused import Place

OR_REASON = "确实没有的，写明原因"


class Remedy(StrEnum):
    """How a missing thing is mended; the value is the words on its button."""

    FILL_IN = "去填写"
    TODAY = "填今天"
    DONE_TODAY = "标为今天完成"
    ADD = "去添加"
    LOOK = "去查看"


class Missing(Frozen):
    """One thing that a move still needs.

    ``path`` is the entry of the move's form that supplies it; blank where it lies elsewhere,
    at ``place`` (a measure not done, a publicity not settled).
    """

    text: str
    wanted: str
    place: Place
    path: str = ""
    remedy: Remedy = Remedy.FILL_IN


class Requirement(Frozen):
    """One thing a move needs: its name when it is there, and what is missing when it is not.

    A bare condition on what is there (a date in order) has no name and is never said to be there.
    ``paths`` are the entries of the move's form that must be filled in for it.
    """

    label: str
    missing: Callable[[Dossier], Iterable[Missing]]
    paths: tuple[str, ...] = ()


def place_of(record: Record, field: str = "") -> Place:
    """Where a record, or one of its fields, is to be mended."""
    return Place(record.table, record.id, field)


def filled(
    part: str, field: str, wanted: str, remedy: Remedy = Remedy.FILL_IN, label: str = ""
) -> Requirement:
    """A field of the issue, its current round or the step must be filled in."""
    kinds: dict[str, type[Record]] = {"issue": Issue, "round": Rectification, "step": Step}
    declared = kinds[part].field(field)
    name = label or declared.label

    def missing(dossier: Dossier) -> Iterator[Missing]:
        record = {"issue": dossier.issue, "round": dossier.round, "step": dossier.step}[part]
        assert record is not None
        if getattr(record, field) == declared.kind.empty:
            yield Missing(
                f"{name}未填写", wanted, place_of(record, field), f"{part}.{field}", remedy
            )

    return Requirement(name, missing, (f"{part}.{field}",))
