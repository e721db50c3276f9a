"""The panel beside the table: one issue, its path, its work, and the button for its next move."""

from gui.rectification.detail.panel import DetailPanel

__all__ = ["DetailPanel"]
