"""Any kind of record as a table, from its declared fields alone.

How a room uses it::

    columns = [
        TableColumn("number", Issue.field("number"), 80),
        TableColumn("content", Issue.field("content"), editable=True, share=56),
        TableColumn("round.due", field_at(Issue, "round.due"), 76, label="时限"),
    ]
    model = TableModel(columns, context, edit=StoreEdits(office.store, Issue), locked=why_not)
    model.show_rows(office.store.rows(Issue, [c.path for c in columns], campaign=1))
    table = RecordTable(model, office.look, SHEET, "issue_table", settings=office.settings)

* A row is ``(id, value per column…)``. A judged value (a light) is put into the tuple by the room;
  its column has ``paint`` (draws a ``Cell``), ``show`` (words for search and copy), ``order``.
* ``model.show_rows(rows, context=None)`` · ``model.update_rows(rows, gone=ids)`` after an
  operation · ``model.filter(accepts, text)`` · ``model.refresh()`` ·
  ``model.set_context(context)``; ``model.rows`` reads: ``len()``, ``id_at(row)``, ``row_of(id)``,
  ``at(row)``, ``all``.
* ``edit(cells: Sequence[CellEdit], label)`` writes all the cells as one operation or raises
  Refused, which the table shows at the cell; ``StoreEdits(store, kind)`` is the plain one. Do not
  use ``office.do`` in it: that would tell the refusal in a box.
* ``locked(row, column) -> str`` says why a cell cannot be typed into now (blank: it can).
* New rows: ``TableModel(adds="新增问题")`` with ``StoreEdits(store, kind, make)`` has an empty row
  last; ``make(cells by path) -> changes``; ``given`` are required paths that ``make`` fills in.
  Pasted rows behind the last come to ``make`` as well. ``model.forget_fresh()`` where another
  campaign is shown; ``locked`` meets rows of empty values.
* ``model.follow_rows(rows, context)`` instead of ``update_rows`` where a room reads all rows anew.
* Filters: a funnel on each heading, Alt+Down; ``table.filtering`` has ``put(path, ColumnFilter)``,
  ``clear()``, ``words()``, ``shown_words()``; ``FilterChips(look, table.filtering)`` is a row for
  the room to place; ``filters_changed``. They hold beside ``model.filter``; ``len(model.rows)`` is
  what is shown, ``len(model.rows.all)`` all. ``column.filed_under``: what the filter lists.
* Groups: 按此列分组 in the menu of a heading, ``table.group_by(path)`` (blank: none). Every row
  stays a record; a band is painted above the first of each group, and ``visualRect``,
  ``row_span`` and ``indexAt`` mean the cells below it. Counts follow the filters.
* ``menu.addActions(table.cell_actions(menu))`` in a room's context menu; ``menu=True`` where the
  table shall have its own. ``frozen=path``: columns up to this one do not scroll.
* Looks: ``SHEET`` (cell lines, row numbers, block selection) and ``LIST`` (hairlines, whole
  rows); ``dataclasses.replace(LIST, least=48)`` for another.
* ``table.search(text) -> (n, total)``, ``table.search_next()``, ``table.search_previous()``:
  第n处，共total处; ``table.take_hit()`` makes the place the current cell.
* ``table.selected_ids()``, ``table.current_id()``, ``table.select_id(id, path="")``,
  ``table.sort_by(path, reverse)``, ``table.leave_cell() -> bool`` (writes what is being typed;
  False: refused, stay), ``table.copy()``, ``cut()``, ``paste()``, ``table.cells`` for the other
  block commands, ``table.columns_menu()``.
* Signals: ``current_changed(int id)`` (0: none), ``selection_changed()``, ``opened(int id)``
  (a list: Enter or double click), ``edit_wanted(int id, str path)`` (F2, in a sheet also a
  double click, on a locked cell: the room opens the move that alters it).
* ``suggest`` and ``add`` as in ``gui.record_form``; without ``suggest`` a column suggests its own
  texts. ``today`` is what Ctrl+; enters.
* Widths, order, sort, groups and hidden columns are remembered in ``settings``: ``table/NAME``.
"""

from gui.record_table.columns import Cell, Painter, Row, TableColumn
from gui.record_table.edits import CellEdit, Edit, Make, StoreEdits
from gui.record_table.filter_chips import FilterChips
from gui.record_table.filters import ColumnFilter
from gui.record_table.model import IdRole, TableModel, ValueRole
from gui.record_table.style import LIST, SHEET, TableStyle
from gui.record_table.table import RecordTable

__all__ = [
    "LIST",
    "SHEET",
    "Cell",
    "CellEdit",
    "ColumnFilter",
    "Edit",
    "FilterChips",
    "IdRole",
    "Make",
    "Painter",
    "RecordTable",
    "Row",
    "StoreEdits",
    "TableColumn",
    "TableModel",
    "TableStyle",
    "ValueRole",
]
