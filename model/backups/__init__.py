"""Backups of the ledger: verified copies beside it, named so that a clerk can read them.

Only what the start needs is loaded with the package; listing, thinning, keeping and restoring are
modules of their own.
"""

from model.backups.taking import Reason, folder_of, take

__all__ = ["Reason", "folder_of", "take"]
