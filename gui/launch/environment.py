"""The project's `.venv`: where its parts are, whether it is ready, how to change over to it."""

from __future__ import annotations

import os
import sys
import zlib

from gui.launch import stamp
from gui.launch.refusal import NotReady

TYPE_CHECKING = False
if TYPE_CHECKING:  # slow, and needed on Windows only
    import subprocess

# Set for the process that enters, so that a broken `.venv` ends in a sentence and not in a loop.
ENTERED = "TAIZHANG_ENTERED"


class Environment:
    """The virtual environment beside `setup.cfg` in the folder `root`."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.folder = os.path.join(root, ".venv")
        self.setup = os.path.join(root, "setup.cfg")
        self.wheels = os.path.join(root, "wheels")
        self.stamp = os.path.join(self.folder, "ready")
        self.unfinished = os.path.join(self.folder, "unfinished")
        self.lock = os.path.join(root, ".venv.lock")

    @property
    def python(self) -> str:
        """The environment's interpreter; without a console where this one has none."""
        if os.name == "nt":
            windowed = os.path.basename(sys.executable).lower() == "pythonw.exe"
            return os.path.join(self.folder, "Scripts", "pythonw.exe" if windowed else "python.exe")
        return os.path.join(self.folder, "bin", "python")

    def base(self) -> str:
        """The path of the interpreter that `.venv` stands on; empty when it is gone."""
        path = os.path.realpath(self.python)
        if os.name == "nt":
            path = os.path.join(self._home() or self.folder, "python.exe")
        return path if os.path.isfile(path) and os.path.isfile(self.python) else ""

    def _home(self) -> str:
        lines = _read(os.path.join(self.folder, "pyvenv.cfg")).splitlines()
        pairs = [line.partition("=") for line in lines]
        return next((value.strip() for name, _, value in pairs if name.strip() == "home"), "")

    def facts(self) -> dict[str, str]:
        """What the packages in `.venv` depend on."""
        with open(self.setup, "rb") as setup:
            checksum = zlib.crc32(setup.read())
        return {"python": self.base(), "folder": self.folder, "setup": f"{checksum:08x}"}

    def verified(self) -> frozenset[str]:
        """The needs known to be met, by the stamp alone."""
        return stamp.verified(_read(self.stamp), self.facts(), machine())

    def record(self, packages: frozenset[str], system: frozenset[str]) -> None:
        """Write the stamp, whole or not at all."""
        text = stamp.written(self.facts(), machine(), packages, system)
        with open(self.stamp + ".new", "w", encoding="utf-8") as new:
            new.write(text)
        os.replace(self.stamp + ".new", self.stamp)

    def input_method_plugins(self) -> list[str]:
        """The file names of Qt's input method plugins in `.venv`."""
        version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
        folder = os.path.join(
            *(self.folder, "lib", version, "site-packages"),
            *("PySide6", "Qt", "plugins", "platforminputcontexts"),
        )
        return os.listdir(folder) if os.path.isdir(folder) else []

    def is_entered(self) -> bool:
        """Whether this process already runs inside `.venv`."""
        return os.path.isdir(self.folder) and os.path.samefile(sys.prefix, self.folder)

    def enter(self) -> None:
        """Start the same command again under `.venv`'s interpreter; does not return."""
        if os.environ.get(ENTERED) == self.folder:
            raise NotReady(f"运行环境已损坏，请删除文件夹后重新启动：{self.folder}")
        os.environ[ENTERED] = self.folder
        _become(self.python)

    def leave(self) -> None:
        """Start the same command again under the interpreter outside; does not return."""
        os.environ.pop(ENTERED, None)
        _become(self.base())


def machine() -> str:
    """The name of this computer, for a project folder may be carried to another."""
    name = os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
    return name or "-"


def _become(python: str) -> None:
    command = [python, *sys.orig_argv[1:]]
    if sys.platform != "win32":
        os.execv(python, command)
    # Windows cannot replace a process: the console would return to its prompt at once.
    import subprocess

    raise SystemExit(_wait(subprocess.Popen(command)))


def _wait(process: subprocess.Popen[bytes]) -> int:
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # Ctrl+C reached the program too; it decides


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return ""
