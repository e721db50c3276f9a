"""The first start: makes `.venv`, installs what setup.cfg declares, leaves the stamp."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys

from gui.launch import needs, requirements, system
from gui.launch.environment import Environment
from gui.launch.lock import only_one
from gui.launch.refusal import NotReady, say


def prepare(place: Environment, wanted: frozenset[str]) -> None:
    """Bring about what is wanted; raises NotReady with what the user can do."""
    if wanted & needs.PACKAGES <= place.verified():
        system.provide(wanted - place.verified())
        with contextlib.suppress(OSError):  # a folder of another user's: looked at again next time
            _record(place, wanted)
        return
    with only_one(place.lock) as lock:
        if not wanted <= place.verified():  # the start we waited for may have done it
            _provide_all(place, wanted, lock)


def _provide_all(place: Environment, wanted: frozenset[str], lock: int) -> None:
    fresh = must_be_made(place)
    system.provide(wanted - place.verified() | ({system.VENV} if fresh else set()))
    if fresh:
        _make(place, lock)
    _mark(place)
    _pip(place, requirements.declared(place.setup, "test" if needs.TEST in wanted else ""), lock)
    os.remove(place.unfinished)
    _record(place, wanted)


def _record(place: Environment, wanted: frozenset[str]) -> None:
    known = place.verified() | wanted
    place.record(known & needs.PACKAGES, known - needs.PACKAGES)


def must_be_made(place: Environment) -> bool:
    """No environment, one whose making was interrupted, or one whose Python has gone or changed."""
    return (
        os.path.exists(place.unfinished)
        or not place.base()
        or subprocess.run([place.python, "-c", "import pip"], capture_output=True).returncode != 0
    )


def _make(place: Environment, lock: int) -> None:
    _clear(place.folder)
    _mark(place)
    outside = getattr(sys, "_base_executable", sys.executable)
    if _call([outside, "-m", "venv", place.folder], lock) != 0:
        raise NotReady(f"没有建成运行环境（原因见上面的英文信息）：{place.folder}")


def _clear(folder: str) -> None:
    try:
        if os.path.lexists(folder):
            say("运行环境不完整或已失效，正在重新准备……")
            shutil.rmtree(folder)
        os.mkdir(folder)
    except OSError as error:
        raise NotReady(
            f"不能重新准备运行环境（{error.strerror}）：{folder}\n"
            "请关闭正在运行的活动台账，手工删除这个文件夹，再启动一次。"
        ) from error


def _mark(place: Environment) -> None:
    """Until this file is gone, whatever stands in `.venv` is half-made."""
    with open(place.unfinished, "w", encoding="ascii"):
        pass


def _pip(place: Environment, packages: list[str], lock: int) -> None:
    say("正在安装运行所需的组件（第一次启动约需下载 100 MB，请稍候）……")
    talkative = sys.stderr is not None and sys.stderr.isatty()
    pip = [place.python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    install = pip if talkative else [*pip, "--quiet"]
    status = 0
    for way in ways(place.wheels):
        status = _call([*install, *way, *packages], lock)
        if status == 0:
            return
    if status > 0:  # pip takes back what it could not finish; killed, which is below 0, it cannot
        os.remove(place.unfinished)
    raise NotReady(
        "组件没有安装成功（原因见上面的英文信息）。请检查网络和磁盘空间，再启动一次。\n"
        + without_network(place, packages)
    )


def without_network(place: Environment, packages: list[str]) -> str:
    """What the user is told to do for these packages where there is no network."""
    python = os.path.relpath(place.python, place.root)
    quoted = " ".join(f'"{package}"' for package in packages)  # in double quotes for Windows too
    return (
        "这台电脑不能上网时，请在一台能上网的同样的电脑上启动一次活动台账，在它的程序文件夹里运行\n"
        f"  {python} -m pip download --dest wheels {quoted}\n"
        f"再把得到的文件夹 wheels 复制成 {place.wheels}，然后启动。"
    )


def ways(wheels: str) -> list[list[str]]:
    """How pip finds the packages: in `wheels/` alone where it can, else from the network too."""
    if not requirements.wheels(wheels):
        return [[]]
    return [["--no-index", "--find-links", wheels], ["--find-links", wheels]]


def _call(command: list[str], lock: int) -> int:
    """Run a Python of ours and give its exit status; the child keeps hold of the lock.

    It prints to standard error, for standard output belongs to what the program prints.
    """
    held = () if os.name == "nt" else (lock,)
    output = sys.stderr if sys.stderr is not None else subprocess.DEVNULL
    return subprocess.run(
        command, check=False, pass_fds=held, stdin=subprocess.DEVNULL, stdout=output
    ).returncode
