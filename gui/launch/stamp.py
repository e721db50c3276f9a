"""The stamp in `.venv` by which a start knows, without running pip, that everything is in place.

python /usr/bin/python3.11 (what `.venv` stands on)
folder /home/office/taizhang/.venv
setup 1c291ca3 (the checksum of setup.cfg)
packages run test
machine office-pc (where the system was looked at)
system offscreen font
"""

from __future__ import annotations


def verified(text: str, environment: dict[str, str], machine: str) -> frozenset[str]:
    """The needs that the stamp vouches for, in this environment on this machine.

    `environment` holds python, folder and setup as they are now. A stamp of a moved folder, of an
    upgraded Python or of other requirements vouches for no packages.
    """
    facts = dict(line.partition(" ")[::2] for line in text.splitlines())
    words = set()
    if environment["python"] and all(facts.get(name) == environment[name] for name in environment):
        words.update(facts.get("packages", "").split())
    if facts.get("machine") == machine:
        words.update(facts.get("system", "").split())
    return frozenset(words)


def written(
    environment: dict[str, str], machine: str, packages: frozenset[str], system: frozenset[str]
) -> str:
    """The text of the stamp that `verified` reads."""
    facts = {
        **environment,
        "packages": " ".join(sorted(packages)),
        "machine": machine,
        "system": " ".join(sorted(system)),
    }
    return "".join(f"{name} {value}\n" for name, value in facts.items())
