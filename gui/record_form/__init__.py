"""Any kind of record as a form, from its declared fields alone.

* ``edit_record(parent, office, record, title, fields=None, *, changes=None) -> Record | None``:
  a dialog with 确定 and 取消. A record that is not in the store yet is added, else altered.
  ``changes(record) -> Iterable[Change]`` gives what is stored together with it (a new issue and
  its first round). Refusals stand at the fields, the form stays open, nothing typed is lost.
* ``paged_dialog.edit_pages(parent, office, page, fields, pages)``: the same with 上一条 and 下一条.
* ``RecordForm(look, fields, context, *, write=None, suggest=None, add=None, pairs=False)`` is the
  form alone, for a panel or a dialog of one's own: ``form.show_values(values)``,
  ``form.values() -> dict | None`` (None: refused, told at the fields), ``form.refuse(name, text)``,
  ``form.clear_refusals()``, ``form.focus_field(name)``, signal ``altered``. ``context`` is a
  callable that gives the Context. With ``write(name, value)`` each field is written when it is
  left; a Refused is shown at it.
* ``suggest=suggestions(office)`` offers the texts used before, ``add=person_adder(office)`` makes
  a person out of a name that nobody has (新增人员).
* ``editors``: one editor per kind of field; the table uses the very same classes in its cells.
"""

from gui.record_form.dialog import RecordDialog, edit_record, typed_fields
from gui.record_form.form import RecordForm
from gui.record_form.suggesting import person_adder, suggestions

__all__ = [
    "RecordDialog",
    "RecordForm",
    "edit_record",
    "person_adder",
    "suggestions",
    "typed_fields",
]
