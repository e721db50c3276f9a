"""Forms around the small ledger, shown as the user sees them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from gui.office import Office
from gui.record_form import RecordDialog, RecordForm, person_adder, suggestions
from gui.record_form.form import Write
from model.fields import Field, Record
from model.records import Campaign
from tests.gui.conftest import show_active

Dialogs = Callable[[Record], RecordDialog]
Forms = Callable[..., RecordForm]


@pytest.fixture
def dialog_for(qtbot: QtBot, office: Office) -> Dialogs:
    """Opens the dialog for a record; it does not wait for the user."""

    def opened(record: Record) -> RecordDialog:
        dialog = RecordDialog(None, office, record, f"填写{record.noun}", None, None)
        qtbot.addWidget(dialog, before_close_func=RecordDialog.hide)
        show_active(qtbot, dialog)
        return dialog

    return opened


@pytest.fixture
def form_of(qtbot: QtBot, office: Office, campaign: Campaign) -> Forms:
    """Shows the form of some fields in a panel."""
    kept = []  # qtbot remembers its widgets, but does not keep them

    def shown(fields: Sequence[Field], write: Write | None = None, **more: Any) -> RecordForm:
        form = RecordForm(
            office.look,
            fields,
            lambda: office.context(campaign),
            write=write,
            suggest=suggestions(office),
            add=person_adder(office),
            **more,
        )
        qtbot.addWidget(form)
        show_active(qtbot, form)
        kept.append(form)
        return form

    return shown
