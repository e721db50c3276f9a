"""What the sample's office sent upward: the very bytes lie in resources/sample/submissions."""

from pathlib import Path

from model import reports
from model.excel.sheet import Sheet
from model.sample.desk import Desk
from model.sample.tale import Told
from model.submissions import Sending, submit, values_of


def send(desk: Desk, told: Told) -> None:
    """Send a report as it was on its day."""
    store, campaign, on = desk.store, desk.campaign, told["submitted_on"]
    report = reports.find(told["report"])
    sheet = reports.build(store, campaign.id, report, on)
    sending = Sending(
        campaign=campaign.id,
        report=report.name,
        task=desk.ids["task"][told["task"]] if "task" in told else None,
        recipient=told["recipient"],
        on=on,
        by=told["by"],
        name=reports.file_name(campaign, report, on),
    )
    values = values_of(store, campaign, sheet, on)
    store.apply(*submit(store, sending, _kept(desk.folder, told["file"], sheet), values, on))


def _kept(folder: Path, name: str, sheet: Sheet) -> bytes:
    """The bytes that were sent. They are made once: another day or library makes others."""
    path = folder / "submissions" / name
    if not path.exists():
        from model.excel.write import render, save  # slow, and needed only for a new file

        path.parent.mkdir(exist_ok=True)
        save(render(sheet).content, path)
    return path.read_bytes()
