"""The life of an issue: states, moves and what each move needs, as one table of data."""
