"""The arguments of main.py, with every word of it in Chinese."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import NoReturn

WRONG_USAGE = 2
LARGEST = 4096  # px: no screen is larger, and four times as much can still be painted

HELP = """\
活动台账：活动、问题、整改、销号，一处登记。不带参数就打开窗口。

用法：
  python3 main.py [文件]                             打开窗口
  python3 main.py --demo                             打开示例台账的副本，日期按2011年4月20日
  python3 main.py [文件] --new 方案 [--start 2026-03-01] [--institution 单位]
                                                     从内置方案建立活动；--new list 列出方案
  python3 main.py [文件] --export 文件夹 [--report 报表 ...] [--campaign 活动]
                                                     导出报表，不写 --report 就导出全部
  python3 main.py [文件] --json                      把全部记录写成 JSON
  python3 main.py [文件] --check                     检查台账文件和最近的备份，说明发现了什么
  python3 main.py [文件] --snapshot 文件夹 [--size 1366x768] [--scale 1.5] [--dark]
                                                     把窗口画成图片，不需要显示器

文件不写，就是 data 文件夹里的台账。--demo 可以和 --export、--json、--check、--snapshot 一起用。
--campaign 写活动的编号，或名称中独有的几个字。--today 2011-03-28 指定按哪一天判断。
做完返回0；做不到返回1，并说明原因；用法不对返回2。
"""

# argparse's own sentences, and how we say them.
_SENTENCES = (
    (r"unrecognized arguments: (.+)", r"不认识“\1”。"),
    (r"argument (\S+): expected (?:one argument|at least one argument)", r"\1 后面要写内容。"),
    (r"argument (\S+): ignored explicit argument (.+)", r"\1 后面不用写内容。"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 和 \2 不能一起用。"),
    (r"argument (\S+): (.+)", r"\1：\2"),
)

# The doors that are still closed, and what they will be for.
LATER = {
    "plan": "从方案文件建立活动",
    "fill": "按上级表样填报",
    "imports": "导入 Excel",
}
_DEEDS = ("new", "export", "json", "snapshot", "check", *LATER)
# What makes sense only beside something else.
_BELONGS = {
    "start": ("new",),
    "institution": ("new", "plan"),
    "report": ("export",),
    "campaign": ("export",),
    "out": ("fill",),
    "accept": ("imports",),
    "size": ("snapshot",),
    "scale": ("snapshot",),
}


class Parser(ArgumentParser):
    """Says what is wrong with the arguments in Chinese and ends with status 2."""

    def error(self, message: str) -> NoReturn:
        for pattern, sentence in _SENTENCES:
            if re.fullmatch(pattern, message):
                message = re.sub(pattern, sentence, message)
                break
        sys.stderr.write(f"用法不对：{message}\n用 --help 看怎么用。\n")
        raise SystemExit(WRONG_USAGE)


def parse(arguments: list[str]) -> Namespace:
    """The arguments by name. Ends the program with 2 for wrong usage, with 0 after --help."""
    parser = _parser()
    wanted = parser.parse_args(arguments)
    if wanted.help:
        sys.stdout.write(HELP)
        sys.stdout.flush()  # a full disk is said by run, not by Python at its end
        raise SystemExit(0)
    _hold_full(parser, wanted)
    wanted.deed = _deed(parser, wanted)
    _hold_together(parser, wanted)
    return wanted


def _parser() -> Parser:
    parser = Parser(add_help=False, allow_abbrev=False)
    add = parser.add_argument
    add("file", nargs="?", metavar="文件")
    for flag in ("--demo", "--json", "--dark", "--check", "--accept"):
        add(flag, action="store_true")
    for option in ("--new", "--start", "--institution", "--export", "--campaign", "--snapshot"):
        add(option)
    for option in ("--today", "--plan", "--fill", "--out"):
        add(option)
    add("--report", nargs="+", action="extend")
    add("--import", nargs="+", action="extend", dest="imports")
    add("--size", type=_size)
    add("--scale", type=_scale)
    add("-h", "--help", action="store_true")
    return parser


def _deed(parser: Parser, wanted: Namespace) -> str:
    """The one thing that is asked for; blank: the window."""
    asked = [name for name in _DEEDS if getattr(wanted, name)]
    if len(asked) > 1:
        parser.error(f"{_option(asked[0])} 和 {_option(asked[1])} 不能一起用。")
    return asked[0] if asked else ""


def _hold_full(parser: Parser, wanted: Namespace) -> None:
    """A script's empty variable shall not stand for the office's own ledger or this folder."""
    for name, value in vars(wanted).items():
        if value == "" or (isinstance(value, list) and "" in value):
            what = "文件名" if name == "file" else f"{_option(name)} 后面的内容"
            parser.error(f"{what}是空的。")


def _hold_together(parser: Parser, wanted: Namespace) -> None:
    for name, deeds in _BELONGS.items():
        if getattr(wanted, name) and wanted.deed not in deeds:
            needed = " 或 ".join(map(_option, deeds))
            parser.error(f"{_option(name)} 要和 {needed} 一起用。")
    if wanted.dark and wanted.deed not in ("", "snapshot"):
        parser.error("--dark 只用于窗口和 --snapshot。")
    if wanted.demo and wanted.file:
        parser.error("--demo 打开示例的副本，后面不用写文件。")
    if wanted.demo and wanted.deed in ("new", *LATER):
        parser.error(f"--demo 和 {_option(wanted.deed)} 不能一起用。")


def _option(name: str) -> str:
    return "--" + name.removesuffix("s") if name == "imports" else f"--{name}"


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{3,5})[x×X](\d{3,5})", text)
    if not found:
        raise ArgumentTypeError(f"“{text}”不是大小，请写成 1366x768。")
    if max(int(found[1]), int(found[2])) > LARGEST:
        raise ArgumentTypeError(f"“{text}”太大，每边最多{LARGEST}。")
    return int(found[1]), int(found[2])


def _scale(text: str) -> float:
    found = re.fullmatch(r"[0-9](\.[0-9]{1,2})?", text)
    if not found or not 0.5 <= float(text) <= 4:
        raise ArgumentTypeError(f"“{text}”不是比例，请写 1 到 4 之间的数，如 1.5。")
    return float(text)
