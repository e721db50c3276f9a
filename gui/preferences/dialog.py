"""设置: what the office sets once, in one form."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QWidget

from gui.look.buttons import plain_button
from gui.office import Office
from gui.preferences.checking import refuse_family, refuse_second_backup
from gui.preferences.declared import Preferences
from gui.preferences.keeping import keep, recall
from gui.record_form import RecordForm
from gui.record_form.form_dialog import FormDialog
from model.fields import Field
from model.kinds import PLAIN
from model.records import Person
from model.refused import Refused

TITLE = "设置"
WIDTH = 760
HEADINGS = {
    "institution": "单位和人员",
    "family": "界面",
    "title_font": "导出",
    "second_backup": "备份",
}
NOTES = {
    "user": "记在操作历史里；不填就用这台电脑的登录名",
    "warning_days": "新建活动时用；已有的在“活动信息”里改",
    "text_size": "下次启动生效",
    "second_backup": "选另一块硬盘或U盘上的文件夹，每次备份都在那里再存一份",
}
FONTS = ("family", "title_font", "body_font")
PERSONS = ("prepared_by", "reviewed_by", "user")


def set_preferences(parent: QWidget | None, office: Office) -> bool:
    """Let the user alter the preferences; whether any was altered."""
    dialog = PreferencesDialog(parent, office)
    try:
        return dialog.exec() == QDialog.DialogCode.Accepted and dialog.is_altered
    finally:
        dialog.deleteLater()


class PreferencesDialog(FormDialog):
    """确定 keeps what was typed; what cannot be is said at its field, and nothing is kept."""

    help_page = "questions"

    def __init__(self, parent: QWidget | None, office: Office) -> None:
        super().__init__(parent, office, "preferences_dialog", TITLE)
        self.is_altered = False
        self._before = recall(office.settings)
        self._families = installed_families()
        self.setMinimumWidth(WIDTH)
        self.lay_out(self._made_form())
        self.form.focus_first()

    # -- keeping ---------------------------------------------------------------------------

    def send(self) -> None:
        """Keep what was typed, or say what is wrong."""
        self.say("")
        values = self.form.values()
        if values is None:
            return
        wanted = Preferences(**{name: each for name, each in values.items() if each is not None})
        if self._may_be(wanted):
            self._keep(wanted)

    def _keep(self, wanted: Preferences) -> None:
        settings = self._office.settings
        keep(settings, wanted)
        if settings.save():
            self.is_altered = wanted != self._before
            self.accept()
        else:
            keep(settings, self._before)
            self.say("设置没有存下：数据文件夹不能写入。请检查这个文件夹的权限和磁盘空间。")

    def _may_be(self, wanted: Preferences) -> bool:
        """Hold what was altered to what this PC has; the rest was taken before."""
        checks = {
            "family": lambda: refuse_family(wanted.family, self._families),
            "second_backup": lambda: refuse_second_backup(
                wanted.second_backup, self._office.store.path
            ),
        }
        for name, check in checks.items():
            if getattr(wanted, name) == getattr(self._before, name):
                continue
            try:
                check()
            except Refused as refusal:
                self.form.refuse(name, refusal.text)
                return False
        return True

    def may_close(self) -> bool:
        return not self.form.is_altered() or self._office.ask.discard(
            "放弃刚才的改动？", "改动还没有保存。", "继续设置"
        )

    # -- building --------------------------------------------------------------------------

    def _made_form(self) -> RecordForm:
        look, fields = self._office.look, Preferences.fields
        form = RecordForm(
            look,
            fields,
            lambda: PLAIN,
            suggest=self.suggested,
            pairs=True,
            headings=HEADINGS,
            notes=NOTES,
        )
        choose = plain_button(look, "choose_second_backup", "选择…")
        choose.clicked.connect(self._choose_folder)
        form.add_beside("second_backup", choose)
        form.show_values({field.name: getattr(self._before, field.name) for field in fields})
        return form

    def suggested(self, field: Field) -> Sequence[str]:
        """What is offered for a preference: fonts of this PC, persons of the ledger."""
        if field.name in FONTS:
            return self._families
        if field.name in PERSONS:
            return list(self._office.store.names(Person).values())
        return ()

    def _choose_folder(self) -> None:
        """The folder the user points at."""
        start = Path(self._before.second_backup or Path.home())
        folder = self._office.ask.folder("第二份备份放在", start)
        if folder is not None:
            self.form.type_text("second_backup", str(folder))


def installed_families() -> list[str]:
    """The fonts of this PC that have Chinese characters."""
    return QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
