"""Which reports are declared: menus name them without loading what makes them."""

import json
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "reports"


def report_names(folder: Path = FOLDER) -> dict[str, str]:
    """The name of every declared report by its id, in the order they are listed."""
    declared = [json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")]
    return {
        given["id"]: given["name"] for given in sorted(declared, key=lambda each: each["place"])
    }
