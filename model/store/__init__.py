"""The ledger file: the only place that knows SQLite."""

from model.store.store import Store

__all__ = ["Store"]
