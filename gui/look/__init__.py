"""How the program looks: colours, type, icons, the style of widgets and the painted elements."""

from gui.look.look import Look, load_look, system_is_dark
from gui.look.style import apply

__all__ = ["Look", "apply", "load_look", "system_is_dark"]
