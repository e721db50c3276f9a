"""What the office sets once: declared in one place, kept beside the ledger, offered by 设置.

``recall(settings)`` gives the Preferences, ``keep(settings, preferences)`` remembers them. The
dialog is a module of its own, for the start does not need it.
"""

from gui.preferences.declared import Appearance, DateStyle, Preferences, TextSize
from gui.preferences.keeping import keep, recall

__all__ = ["Appearance", "DateStyle", "Preferences", "TextSize", "keep", "recall"]
