"""Equal names are told apart where they are shown and typed, so that each can be meant."""

from collections import Counter
from collections.abc import Iterable, Mapping

Traits = Mapping[int, str]


def told_apart(names: Mapping[int, str], *traits: Traits) -> dict[int, str]:
    """``names`` by id, equal ones with what tells them apart: 王伟（内科）, else 王伟（2）.

    ``traits`` are tried in their order: the first in which all that bear one name differ is taken.
    """
    counts = Counter(names.values())
    apart = dict(names)
    for name in (name for name, count in counts.items() if count > 1 and name):
        same = sorted(id for id in names if names[id] == name)
        numbers = {id: str(number) for number, id in enumerate(same, 1)}
        for trait in (*traits, numbers):
            marked = {id: f"{name}（{trait[id]}）" for id in same if trait.get(id)}
            if len(set(marked.values()) - set(names.values())) == len(same):
                apart.update(marked)
                break
    return apart


def bearers(name: str, shown: Iterable[str]) -> list[str]:
    """Those of the ``shown`` names that stand for ``name`` alone; none while it is only one's."""
    found = [each for each in shown if each.startswith(f"{name}（")]
    return found if len(found) > 1 else []
