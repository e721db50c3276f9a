"""The whole life of an issue, through the window."""
