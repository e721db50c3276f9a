"""Whether a file lies on a network share, where a cut line can spoil a write."""

import sys
from pathlib import Path

_MOUNTS = Path("/proc/mounts")
_SHARED = frozenset({"cifs", "smb3", "smbfs", "nfs", "nfs4", "fuse.sshfs", "fuse.gvfsd-fuse",
                     "davfs", "fuse.davfs2", "9p", "afs", "ncpfs"})  # fmt: skip
_DRIVE_REMOTE = 4


def is_on_share(path: Path) -> bool:
    """Whether ``path`` lies on a share: a UNC path, a network drive, a mounted share."""
    if is_unc(str(path)):
        return True
    if sys.platform == "win32":
        return _drive_type(path.resolve().anchor) == _DRIVE_REMOTE
    try:
        mounts = _MOUNTS.read_text("utf-8", "surrogateescape")
    except OSError:
        return False  # a system without such a list
    return filesystem_of(path.resolve(), mounts) in _SHARED


def is_unc(path: str) -> bool:
    r"""``\\server\share\…``, also as ``//server/share``."""
    return path.replace("/", "\\").startswith("\\\\") and not path.startswith(
        ("\\\\?\\", "\\\\.\\")
    )


def filesystem_of(path: Path, mounts: str) -> str:
    """The kind of file system that ``path`` lies on, by the lines of /proc/mounts."""
    found, kind = Path(), ""
    for line in mounts.splitlines():
        words = line.split(" ")
        if len(words) < 3:
            continue
        place = Path(_plain(words[1]))
        # Of two at one place the later covers the earlier.
        if path.is_relative_to(place) and len(place.parts) >= len(found.parts):
            found, kind = place, words[2]
    return kind


def _plain(word: str) -> str:
    r"""A blank is written \040 there, and so on."""
    for code in ("040", "011", "012", "134"):
        word = word.replace(f"\\{code}", chr(int(code, 8)))
    return word


def _drive_type(anchor: str) -> int:
    # Windows alone has it; loaded where it is asked for.
    import ctypes

    windll = getattr(ctypes, "windll", None)
    return int(windll.kernel32.GetDriveTypeW(anchor)) if windll else 0
