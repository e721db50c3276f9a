"""Backups of the ledger: verified copies beside it, named so that a clerk can read them."""

from model.backups.taking import Reason, folder_of, take

__all__ = ["Reason", "folder_of", "take"]
