"""A seal on every operation: the past is kept only once, so a bit that flips in it must show."""

import json
from binascii import crc32
from collections.abc import Sequence
from typing import Any

Row = Sequence[Any]

_MARK = "+"  # between a token and its seal; not in a UUID


def sealed(token: str, operation: Row, changes: Sequence[Row]) -> str:
    """The token with a checksum of all that is written of the operation."""
    written = json.dumps([token, list(operation), [list(change) for change in changes]])
    return f"{token}{_MARK}{crc32(written.encode()):08x}"


def is_whole(kept: Any, operation: Row, changes: Sequence[Row]) -> bool:
    """Whether an operation is as it was written; one from before there were seals passes."""
    if not isinstance(kept, str):
        return False
    token, mark, _seal = kept.partition(_MARK)
    return not mark or sealed(token, operation, changes) == kept
