"""How the program looks: colours, type, icons, the style of widgets and the painted elements.

At start: `look = load_look(dark)`, `apply(app, look)`, and `speak_chinese(app)` of chinese.py; then
`look` is handed to every widget that paints or needs an icon. For another theme make a new look,
apply it and build the windows anew.

    look.tokens.ink                   a QColor; `look.tokens.names()` gives them as #rrggbb
    look.font("label")                a QFont by role (gui.look.fonts.SIZES lists the roles)
    look.fonts.width(role, text) · line_height(role) · baseline(role, rect)
    look.icon("export", 16)           a QIcon: ink2, `off` when disabled, accent when chosen
    look.paint_icon(painter, rect, "lock", colour, 16)
    look.icons.program()              the seal, for windows
    look.texts.line(painter, rect, text, role, colour, align)      one line, cut with …
    look.texts.lines(painter, rect, text, role, colour, most=2)    some lines, cut with …
    look.texts.is_cut(…) for tooltips · line_count(…) for heights · places(…) for search hits

    paint.light · light_words · mini_bar · progress · pips · tick_box · number_disc · row_bar ·
    current_frame · block_frame · refused_frame · hits · outline · shadow · across · down
                                      (painter, look, rect, …); lights are "red", "amber",
                                      "green", "grey", "none"
    buttons: primary_button · plain_button · flat_button · icon_button · set_role
    chips: Chip · Segments            fields: SearchField
    panels: label · Hairline · PanelHeading · FieldRow · EmptyState          tabs: TabRow

Plain Qt widgets need nothing, but may carry properties that the style sheet reads, set before the
widget is first shown: role = "primary" | "plain" | "flat" (buttons), high = 32 (a taller field),
refused = True (a field whose text was refused; polish again when it changes), ground = "surface" |
"window" (a QWidget, with WA_StyledBackground), ink = "ink2" | "ink3" | "red" | "amber" | "green" |
"accent" (a QLabel), radius = px and ring = False (the ring that shows the focus).
A field inside an item view is dressed as the editor of a cell: its text begins 8 px from the edge.
"""

from gui.look.look import Look, load_look, system_is_dark
from gui.look.style import apply

__all__ = ["Look", "apply", "load_look", "system_is_dark"]
