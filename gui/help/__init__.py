"""The written help: its pages, the window that shows them, and F1 wherever it is pressed."""
