"""``python3 -m model.sample data/sample.db`` builds the sample ledger anew."""

import sys
import tempfile
from pathlib import Path

from model.sample import FILE
from model.sample.build import build


def main(path: Path) -> None:
    """Build beside the file and put it in place only when it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        fresh = Path(folder) / path.name
        build(fresh)
        fresh.replace(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FILE)
