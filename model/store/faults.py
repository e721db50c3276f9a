"""SQLite's errors said in the office's words: what happened, what to do, that nothing is lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from model.refused import DAMAGED, Refused

NOT_OURS = "这不是活动台账的文件，没有改动它。请选择活动台账的 .db 文件。"
NEWER = "这个文件由更新版本的活动台账建立，现在只能查看。请升级程序后再修改。"
OLDER = "这个文件由旧版本的活动台账建立。请用本程序的窗口打开一次，它会先备份再升级。"
UNWRITABLE = "这个文件或它所在的文件夹不能写入，现在只能查看。请检查权限，或复制到别处再修改。"
READING = "现在是只读查看。"
FREE = "现在没有人在修改这个台账。点“重试”就可以修改。"
REPLACED = "台账文件已被换成另一个，可能刚从备份恢复。点“重试”看现在的内容。"
GONE = "找不到台账文件了，可能U盘已拔出，或文件被移走、改名。放回原处后点“重试”。"
BARRED = "台账文件有损坏，现在只能查看。请用“文件”里的“从备份恢复…”恢复。"

_SENTENCES = {
    sqlite3.SQLITE_NOTADB: NOT_OURS,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_TOOBIG: DAMAGED,  # nothing of ours is: its size is a flipped bit
    sqlite3.SQLITE_FULL: "磁盘已满，这次没有写入，原有内容完好。请清理磁盘后再试一次。",
    sqlite3.SQLITE_READONLY: "文件是只读的，没有写入。请检查文件或所在文件夹的权限。",
    sqlite3.SQLITE_BUSY: "文件正被另一个程序写入，这次没有写入。请稍候再试一次。",
    sqlite3.SQLITE_CANTOPEN: "打不开文件。请检查文件是否存在、所在文件夹能否读写。",
    sqlite3.SQLITE_PERM: "没有权限读写这个文件。请检查文件的权限。",
    sqlite3.SQLITE_IOERR: "读写磁盘时出错，这次没有写入，原有内容完好。请检查磁盘或U盘后再试。",
}


# What a damaged schema or header leads to: our statements find their tables no longer.
_UNKNOWN_TABLES = (
    "no such ",
    "ambiguous column",
    "foreign key mismatch",
    "unsupported file format",
)


@contextmanager
def said_plainly() -> Iterator[None]:
    """Turn the faults of disk and file into Refused; a fault of our SQL stays the bug it is."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        # Python's own error, without a code: bytes of a text that are no text.
        undecoded = "decode to UTF-8" in str(error)
        is_damage = undecoded or str(error).startswith(_UNKNOWN_TABLES)
        sentence = DAMAGED if is_damage else _SENTENCES.get(code)
        if sentence is None:
            raise
        raise Refused(sentence) from error
    except (UnicodeDecodeError, OverflowError) as error:
        # SQLite's message quotes the damaged bytes; or the id after one at the end of all numbers.
        raise Refused(DAMAGED) from error


@contextmanager
def told_damaged() -> Iterator[None]:
    """Reading what only this program wrote: where it cannot be read, the file is damaged."""
    try:
        yield
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(DAMAGED) from error
