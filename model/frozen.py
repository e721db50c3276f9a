"""What records, changes and judgements are: frozen dataclasses that cost a start next to nothing.

``@dataclass(frozen=True)`` compiles six methods for every class, 0.4 ms each; ours were a tenth of
the start. Here they are written once, for all classes.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, ClassVar, dataclass_transform


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
class Frozen:
    """A subclass is a frozen dataclass: equal by its fields, altered only by ``replace``."""

    __dataclass_fields__: ClassVar[dict[str, dataclasses.Field[Any]]]
    __match_args__: ClassVar[tuple[str, ...]] = ()
    _names: ClassVar[frozenset[str]] = frozenset()
    _defaults: ClassVar[dict[str, Any]] = {}
    _factories: ClassVar[dict[str, Callable[[], Any]]] = {}

    def __init_subclass__(cls) -> None:
        dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
        declared = dataclasses.fields(cls)
        unset = dataclasses.MISSING
        cls._names = frozenset(cls.__match_args__)
        cls._defaults = {each.name: each.default for each in declared if each.default is not unset}
        cls._factories = {
            each.name: each.default_factory
            for each in declared
            if each.default_factory is not unset
        }

    def __init__(self, *values: Any, **named: Any) -> None:
        names = self.__match_args__
        own = self.__dict__
        if len(values) == len(names) and not named:  # the usual case, as a row is read
            own.update(zip(names, values, strict=True))
            self.__post_init__()
            return
        own.update(self._defaults)
        own.update(zip(names, values, strict=False))
        own.update(named)
        for name, made in self._factories.items():
            if name not in own:
                own[name] = made()
        twice = not named.keys().isdisjoint(names[: len(values)])
        if twice or len(values) > len(names) or own.keys() != self._names:
            raise TypeError(f"{type(self).__name__} is made of {', '.join(names)}")
        self.__post_init__()

    def __post_init__(self) -> None:
        """Check the fields, where a subclass has something to check."""

    def __repr__(self) -> str:
        pairs = zip(self.__match_args__, self._values(), strict=True)
        return f"{type(self).__qualname__}({', '.join(f'{name}={it!r}' for name, it in pairs)})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Frozen) or type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def _values(self) -> tuple[Any, ...]:
        own = self.__dict__
        return tuple([own[name] for name in self.__match_args__])

    def __setattr__(self, name: str, value: object) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
