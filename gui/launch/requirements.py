"""Which packages the project declares, and which lie in `wheels/` for want of a network."""

from __future__ import annotations

import configparser
import os


def declared(setup: str, extra: str = "") -> list[str]:
    """The requirements in `setup`, the path of a setup.cfg, with those of one extra if named."""
    settings = configparser.ConfigParser(interpolation=None)
    with open(setup, encoding="utf-8") as file:
        settings.read_file(file)
    text = settings["options"]["install_requires"]
    if extra:
        text += "\n" + settings["options.extras_require"][extra]
    return [line.strip() for line in text.splitlines() if line.strip()]


def wheels(folder: str) -> list[str]:
    """The wheel files in `folder`, which need not exist."""
    names = os.listdir(folder) if os.path.isdir(folder) else []
    return sorted(name for name in names if name.endswith(".whl"))
