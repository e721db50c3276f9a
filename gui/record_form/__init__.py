"""Any kind of record as a form, from its declared fields alone.

* ``edit_record(parent, office, record, title, fields=None, *, changes=None) -> Record | None``:
  a dialog with 确定 and 取消. A record that is not in the store yet is added, else altered.
  ``changes(record) -> Iterable[Change]`` gives what is stored together with it (a new issue and
  its first round). Refusals stand at the fields, the form stays open, nothing typed is lost.
* ``RecordForm(look, fields, context, *, write=None, suggest=None, add=None)`` is the form alone,
  for a panel: ``form.show_values(values)``, ``form.values() -> dict | None`` (None: refused, told
  at the fields), ``form.refuse(name, text)``. ``context`` is a callable that gives the Context.
  With ``write(name, value)`` each field is written when it is left; a Refused is shown at it.
  ``suggest(field) -> Sequence[str]`` gives the usual texts of a field, ``add(field, text) -> bool``
  adds a person that is not there yet (新增人员).
* ``editors``: one editor per kind of field; the table uses the very same classes in its cells.
"""
