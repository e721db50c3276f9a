"""What every test stands on: Qt without a display, set before anything imports Qt."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
