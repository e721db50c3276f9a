"""What every test stands on: Qt without a display, and nothing of the desktop around it."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
for name in ("QT_IM_MODULE", "QT_IM_MODULES", "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE"):
    os.environ.pop(name, None)
for name in ("QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI"):
    os.environ.pop(name, None)
