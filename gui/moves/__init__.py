"""The small form of each move, and the dialog that says what a move still needs."""

from gui.moves.mover import Mover

__all__ = ["Mover"]
