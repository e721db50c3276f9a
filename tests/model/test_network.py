"""A network share is recognised by its path or by the list of mounts."""

from pathlib import Path

import pytest

from model import network
from model.network import filesystem_of, is_on_share, is_unc

MOUNTS = r"""/dev/sda1 / ext4 rw 0 0
proc /proc proc rw 0 0
//server/office /mnt/office\040files cifs rw 0 0
server:/export /mnt/nfs nfs4 rw 0 0
/dev/sdb1 /mnt/nfs/local ext4 rw 0 0
short
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/zhang/taizhang.db", "ext4"),
        ("/mnt/office files/taizhang.db", "cifs"),
        ("/mnt/office files2/taizhang.db", "ext4"),
        ("/mnt/nfs/a/taizhang.db", "nfs4"),
        ("/mnt/nfs/local/taizhang.db", "ext4"),
    ],
)
def test_the_nearest_mount_tells(path: str, kind: str) -> None:
    assert filesystem_of(Path(path), MOUNTS) == kind


def test_a_mounted_share_is_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    list_of_mounts = tmp_path / "mounts"
    monkeypatch.setattr(network, "_MOUNTS", list_of_mounts)
    assert not is_on_share(tmp_path)
    for kind, expected in (("ext4", False), ("cifs", True)):
        list_of_mounts.write_text(f"//server/x {tmp_path.resolve()} {kind} rw 0 0\n")
        assert is_on_share(tmp_path / "taizhang.db") is expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (r"\\server\office\taizhang.db", True),
        ("//server/office/taizhang.db", True),
        (r"C:\data\taizhang.db", False),
        (r"\\?\C:\data\taizhang.db", False),
        ("/home/zhang/taizhang.db", False),
    ],
)
def test_a_unc_path_is_known(path: str, expected: bool) -> None:
    assert is_unc(path) is expected
