"""Preferences in the settings beside the ledger, each under its name, as the words of its field."""

from __future__ import annotations

from typing import Any, Protocol

from gui.preferences.declared import Preferences
from model.fields import Field
from model.refused import Refused

# Whoever takes backups reads it under this key.
KEYS = {"second_backup": "backup/second"}


class Source(Protocol):
    """Settings, or the file of theirs read without Qt."""

    def get(self, key: str, default: Any = None) -> Any: ...


class Target(Protocol):
    """Settings."""

    def put(self, key: str, value: Any) -> None: ...


def key_of(field: Field) -> str:
    """Under which key of the settings a preference is kept."""
    return KEYS.get(field.name, f"preferences/{field.name}")


def recall(settings: Source) -> Preferences:
    """The preferences; the usual value for what nobody set and what was garbled by hand."""
    read = {field.name: _read(field, settings.get(key_of(field))) for field in Preferences.fields}
    return Preferences(**{name: value for name, value in read.items() if value is not None})


def keep(settings: Target, preferences: Preferences) -> None:
    """Remember the preferences."""
    for field in Preferences.fields:
        settings.put(key_of(field), field.show(getattr(preferences, field.name)))


def _read(field: Field, text: object) -> Any:
    try:
        return field.parse(text) if isinstance(text, str) else None
    except Refused:
        return None
