"""The colours of the program, by what they are for, so that no other module writes a colour."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtGui import QColor, QPalette

from model.frozen import Frozen


class Tokens(Frozen):
    """One set of colours; `red` is for shapes, `red_t` for words, and so on."""

    window: QColor  # window, bars, side panels
    surface: QColor  # tables, strip, detail, popups
    field: QColor  # ground of fields, buttons, check boxes and of the cell being edited
    alt: QColor  # read-only cell, row numbers
    head: QColor  # table header
    hover: QColor  # row or button under the mouse
    line: QColor  # between rows and cells
    line2: QColor  # panel edges, outline of buttons and chips
    ctl: QColor  # outline of fields, check boxes, radios
    ink: QColor  # text
    ink2: QColor  # secondary text, headers
    ink3: QColor  # labels, hints
    off: QColor  # disabled, idle funnel; never for text that must be read
    accent: QColor  # active tab, row bar, current cell, focus, today, current step
    accent_fill: QColor  # the one filled button, the label of today
    accent_fill_hover: QColor
    on_accent: QColor  # text on accent_fill
    tint: QColor  # selected row, refused cell
    tint2: QColor  # number discs
    slate: QColor  # done
    slate2: QColor  # not done
    slate3: QColor  # empty track, cell block, ticked statistic
    on_slate: QColor  # tick on slate
    slate_o: QColor  # outline of an open Gantt bar
    phase: QColor  # phase bar, diamonds
    base: QColor  # the original plan
    chip: QColor  # chosen chip, chosen segment
    on_chip: QColor
    red: QColor
    red_t: QColor
    amber: QColor
    amber_o: QColor  # outline of the amber triangle
    amber_t: QColor
    green: QColor
    green_t: QColor
    grey: QColor  # ring of a closed issue; its words are ink3
    hit: QColor  # search hit
    hit2: QColor  # current search hit
    weekend: QColor  # Gantt shading
    desk: QColor  # what lies behind a previewed page
    shadow: QColor  # softest shadow under popups and pages

    def names(self) -> dict[str, str]:
        """Each token as #rrggbb, for style sheets."""
        return {field.name: getattr(self, field.name).name() for field in fields(self)}


def _tokens(**colours: str) -> Tokens:
    return Tokens(**{name: QColor(colour) for name, colour in colours.items()})


LIGHT = _tokens(
    window="#F5F3EF",
    surface="#FFFFFF",
    field="#FFFFFF",
    alt="#FAF9F6",
    head="#F1EEE9",
    hover="#F6F3EE",
    line="#E7E4DE",
    line2="#CDC8BF",
    ctl="#9A948A",
    ink="#1F2328",
    ink2="#50575E",
    ink3="#5F656C",
    off="#9DA2A7",
    accent="#A4231C",
    accent_fill="#A4231C",
    accent_fill_hover="#8B1B15",
    on_accent="#FFFFFF",
    tint="#FAEFEC",
    tint2="#F0D9D4",
    slate="#587084",
    slate2="#BECAD3",
    slate3="#E6EBEE",
    on_slate="#FFFFFF",
    slate_o="#8A9EAD",
    phase="#33414C",
    base="#AFA99E",
    chip="#4A5B68",
    on_chip="#FFFFFF",
    red="#C8321F",
    red_t="#B02A1C",
    amber="#D99A00",
    amber_o="#A06E00",
    amber_t="#805300",
    green="#2F8A5B",
    green_t="#1F6B45",
    grey="#8B9096",
    hit="#FFE9A3",
    hit2="#FFC746",
    weekend="#F7F5F1",
    desk="#EBE7E1",
    shadow="#08000000",
)

DARK = _tokens(
    window="#1B1D20",
    surface="#222528",
    field="#1E2023",
    alt="#272A2E",
    head="#2A2D31",
    hover="#2A2D31",
    line="#33373C",
    line2="#4B5057",
    ctl="#70767D",
    ink="#E8E6E2",
    ink2="#B9BDC2",
    ink3="#9BA1A8",
    off="#6B7177",
    accent="#E8796D",
    accent_fill="#B43A30",
    accent_fill_hover="#C4483D",
    on_accent="#FFFFFF",
    tint="#372827",
    tint2="#4E3330",
    slate="#8AA4B8",
    slate2="#44525E",
    slate3="#2F373E",
    on_slate="#1B1D20",
    slate_o="#6C8496",
    phase="#C3D0DA",
    base="#7B8288",
    chip="#51626F",
    on_chip="#FFFFFF",
    red="#E5584A",
    red_t="#F08A7E",
    amber="#E0A92E",
    amber_o="#E0A92E",
    amber_t="#E3B655",
    green="#4FAF7E",
    green_t="#74C79C",
    grey="#8F959B",
    hit="#5A4A14",
    hit2="#76590C",
    weekend="#1D2023",
    desk="#141619",
    shadow="#14000000",
)


def palette(tokens: Tokens) -> QPalette:
    """What Qt's own drawing takes its colours from."""
    made = QPalette()
    for role, colour in _roles(tokens).items():
        made.setColor(role, colour)
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.HighlightedText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, tokens.off)
    return made


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, QColor]:
    role = QPalette.ColorRole
    return {
        role.Window: tokens.window,
        role.WindowText: tokens.ink,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.alt,
        role.Text: tokens.ink,
        role.PlaceholderText: tokens.ink3,
        role.Button: tokens.field,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.red_t,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.ink,
        role.Highlight: tokens.slate2,
        role.HighlightedText: tokens.ink,
        role.Link: tokens.ink2,
        role.LinkVisited: tokens.ink2,
        role.Accent: tokens.accent,
        role.Light: tokens.surface,
        role.Midlight: tokens.line,
        role.Mid: tokens.line2,
        role.Dark: tokens.ctl,
        role.Shadow: tokens.ctl,
    }
