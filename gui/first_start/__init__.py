"""The page with the ways in: a built-in plan, the sample, an existing ledger."""

from gui.first_start.page import FirstStart

__all__ = ["FirstStart"]
