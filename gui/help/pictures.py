"""Makes the help's pictures again: ``python3 -m gui.help.pictures``.

Each is a part of what ``--snapshot`` paints of the sample, reduced to 256 colours.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from gui.help.pages import FOLDER
from model.frozen import Frozen
from model.refused import Refused

SIZE = "1120x680"
COLOURS = 256
LOOKS = ("light", "dark")


class Crop(Frozen):
    """A picture of the help: its name, the snapshot it is cut from, and where (all: nothing).

    ``place`` is left, top, width, height in px of the snapshot; a negative left or top counts from
    the far edge.
    """

    name: str
    snapshot: str
    place: tuple[int, int, int, int] | None = None


CROPS = (
    Crop("window", "rectification"),
    Crop("first-start", "first-start"),
    Crop("ledger", "ledger", (0, 124, 720, 280)),
    Crop("opinions", "opinions", (0, 124, 720, 250)),
    Crop("table", "rectification", (0, 124, 720, 310)),
    Crop("detail", "rectification", (-400, 124, 400, 530)),
    Crop("refused", "refused"),
    Crop("accept", "move-accept"),
    Crop("timeline", "timeline", (0, 124, 1120, 480)),
    Crop("roster", "roster", (0, 124, 498, 460)),
    Crop("sending", "submit"),
    Crop("history", "history", (0, 0, 720, 360)),
    Crop("backups", "backups", (0, 0, 1040, 340)),
    Crop("read-only", "read-only", (0, 0, 720, 200)),
)


def main() -> int:
    """Write the pictures of both looks into ``resources/help``; 1 when they could not be made."""
    try:
        for look in LOOKS:
            _make(look)
    except Refused as refusal:
        sys.stderr.write(refusal.text + "\n")
        return 1
    return 0


def _make(look: str) -> None:
    with TemporaryDirectory(prefix="taizhang-") as folder:
        _paint(Path(folder), look)
        for crop in CROPS:
            whole = QImage(str(Path(folder, f"{crop.snapshot}.png")))
            target = FOLDER / look / f"{crop.name}.png"
            reduced(cut(whole, crop)).save(str(target), "PNG", 0)  # type: ignore[call-overload]


def _paint(folder: Path, look: str) -> None:
    # A process each: one application has one look. Only here, for nothing else needs it.
    import subprocess

    command = [sys.executable, "main.py", "--demo", "--snapshot", str(folder), "--size", SIZE]
    command += ["--dark"] if look == "dark" else []
    done = subprocess.run(command, cwd=FOLDER.parents[1], stdout=subprocess.DEVNULL, check=False)
    if done.returncode:
        raise Refused("没有画成图片，原因见上面。")


def cut(whole: QImage, crop: Crop) -> QImage:
    """The part of a snapshot that a picture shows. Refused where there is no such snapshot."""
    if whole.isNull():
        raise Refused(f"没有画出“{crop.snapshot}”。")
    if crop.place is None:
        return whole
    left, top, width, height = crop.place
    left += whole.width() if left < 0 else 0
    top += whole.height() if top < 0 else 0
    return whole.copy(QRect(left, top, width, height).intersected(whole.rect()))


def reduced(picture: QImage) -> QImage:
    """The same in the 256 colours that it has most of; the rarer take the nearest."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(plain.constBits()).cast("I"))
    table = [colour for colour, _count in counts.most_common(COLOURS)]
    flag = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, flag)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
