"""The menu as data: what can be done, in what words, with which keys; and in what order."""

from __future__ import annotations

from enum import Enum

from gui.rooms import DOORS
from model.frozen import Frozen
from model.lifecycle.together import TOGETHER as MOVES
from model.report_names import report_names
from model.words import Move


class Needs(Enum):
    """What must be there before an action can be done."""

    NOTHING = 0
    CAMPAIGN = 1  # a campaign is shown
    WRITING = 2  # a campaign is shown that can be altered
    LEDGER = 3  # a campaign is shown, archived or not, and the ledger can be written


class Action(Frozen):
    """One thing the user can do.

    ``keys`` are shortcuts in Qt's portable words, parted by ``;``. ``icon`` is for the tab row;
    menus are words.
    """

    id: str
    text: str
    needs: Needs = Needs.CAMPAIGN
    keys: str = ""
    icon: str = ""
    checkable: bool = False


SEPARATOR = ""


class Menu(Frozen):
    """A menu or submenu: ids of actions, separators, submenus."""

    title: str
    entries: tuple[str | Menu, ...]


# Which report an action writes: each that is declared has one, and no other.
EXPORTS = {f"export_{id}": name for id, name in report_names().items()}

# Which tab an action opens.
TABS = {f"show_{door.name}": door for door in DOORS}

# Which move an action makes with all chosen issues; they are merged by a form of its own.
TOGETHER = {f"together_{move.name.lower()}": move for move in MOVES if move is not Move.MERGE}
FILL, MERGE = "together_fill", "together_merge"

_NOTHING, _WRITING = Needs.NOTHING, Needs.WRITING

ACTIONS: dict[str, Action] = {
    action.id: action
    for action in (
        Action("new_campaign", "新建活动…", _NOTHING),
        Action("open_ledger", "打开台账…", _NOTHING, "Ctrl+O"),
        Action("open_sample", "打开示例", _NOTHING),
        Action("open_own", "回到正式台账", _NOTHING),
        *(Action(id, f"{name}…") for id, name in EXPORTS.items()),
        Action("back_up", "立即备份", _NOTHING),
        Action("show_backups", "从备份恢复…", _NOTHING),
        Action("preferences", "设置…", _NOTHING, "Ctrl+,"),
        Action("show_folder", "打开数据文件夹", _NOTHING),
        Action("quit", "退出", _NOTHING, "Ctrl+Q"),
        Action("undo", "撤销", _NOTHING, "Ctrl+Z", "undo"),
        Action("redo", "重做", _NOTHING, "Ctrl+Y; Ctrl+Shift+Z"),
        Action("history", "操作历史…", keys="Ctrl+Shift+H"),
        Action("bin", "回收站…", _NOTHING),
        Action("cut", "剪切", keys="Ctrl+X"),
        Action("copy", "复制", keys="Ctrl+C"),
        Action("paste", "粘贴", keys="Ctrl+V"),
        Action("delete", "删除选中的记录", _WRITING, "Ctrl+Del"),
        *(Action(id, f"{move}…", _WRITING) for id, move in TOGETHER.items()),
        Action(FILL, "批量填写…", _WRITING),
        Action(MERGE, "合并重复问题…", _WRITING),
        Action("find", "查找", keys="Ctrl+F"),
        Action("find_next", "查找下一个", keys="F3"),
        *(Action(id, TABS[id].title, keys=f"Ctrl+{at}") for at, id in enumerate(TABS, 1)),
        Action("turn_sheet", "切换问题和意见", keys="Ctrl+PgDown; Ctrl+PgUp"),
        Action("next_pane", "转到下一个区域", keys="F6"),
        Action("previous_pane", "转到上一个区域", keys="Shift+F6"),
        Action("dark", "深色", _NOTHING, checkable=True),
        Action("refresh", "刷新", keys="F5"),
        Action("edit_campaign", "活动信息…"),
        Action("edit_phases", "阶段…"),
        Action("edit_categories", "问题类别…"),
        Action("edit_persons", "人员…"),
        Action("holidays", "节假日…"),
        Action("add_issue", "新增问题", _WRITING),
        Action("copy_campaign", "复制为新活动…", Needs.LEDGER),
        Action("archive_campaign", "归档", Needs.LEDGER),
        Action("delete_campaign", "删除活动", _WRITING),
        Action("submit", "报送…", _WRITING),
        Action("submissions", "报送记录…"),
        Action("help", "使用帮助", _NOTHING, "F1"),
        Action("help_keys", "快捷键", _NOTHING),
        Action("shortcut", "在桌面建快捷方式", _NOTHING),
        Action("about", "关于活动台账", _NOTHING),
        # The tab row only: their words and what they do are the room's.
        Action("export", "导出", icon="export"),
        Action("add", "新增", _WRITING, "Ctrl+N", "plus"),
    )
}

MENUS: tuple[Menu, ...] = (
    Menu(
        "文件",
        (
            "new_campaign",
            "open_ledger",
            "open_sample",
            "open_own",
            SEPARATOR,
            Menu("导出", tuple(EXPORTS)),
            SEPARATOR,
            "back_up",
            "show_backups",
            "bin",
            SEPARATOR,
            "preferences",
            "show_folder",
            SEPARATOR,
            "quit",
        ),
    ),
    Menu(
        "编辑",
        (
            "undo",
            "redo",
            "history",
            SEPARATOR,
            "cut",
            "copy",
            "paste",
            "delete",
            SEPARATOR,
            Menu("批量办理", (*TOGETHER, SEPARATOR, FILL, MERGE)),
            SEPARATOR,
            "find",
            "find_next",
        ),
    ),
    Menu(
        "视图",
        (
            *TABS,
            SEPARATOR,
            "turn_sheet",
            "next_pane",
            "previous_pane",
            SEPARATOR,
            "dark",
            "refresh",
        ),
    ),
    Menu(
        "活动",
        (
            "add_issue",
            SEPARATOR,
            "edit_campaign",
            "edit_phases",
            "edit_categories",
            "edit_persons",
            "holidays",
            SEPARATOR,
            "copy_campaign",
            "archive_campaign",
            "delete_campaign",
        ),
    ),
    Menu("报表", (*EXPORTS, SEPARATOR, "submit", "submissions")),
    Menu("帮助", ("help", "help_keys", SEPARATOR, "shortcut", "show_folder", SEPARATOR, "about")),
)

# What is left on the first-start page, where there is no campaign to work on.
BARE_MENUS = ("文件", "帮助")
