"""The life of an issue: states, moves and what each move needs, as one table of data.

A move is one ``Transition`` in ``table.py``: its states, what is typed for it (``inputs``) and its
``requirements``, each declared in ``requirements.py``; form, refusals, menu, history and lights
follow. A new state or move is also a new word: see ``model/store/schema.py``.
"""

from model.lifecycle.dossier import Dossier, gather
from model.lifecycle.moving import Entries, NotReady, Readiness, move, readiness, register
from model.lifecycle.requirement import Missing, Remedy
from model.lifecycle.table import ROAD, TRANSITIONS, Transition, transition, transitions
from model.words import SETTLED

__all__ = [
    "ROAD",
    "SETTLED",
    "TRANSITIONS",
    "Dossier",
    "Entries",
    "Missing",
    "NotReady",
    "Readiness",
    "Remedy",
    "Transition",
    "gather",
    "move",
    "readiness",
    "register",
    "transition",
    "transitions",
]
