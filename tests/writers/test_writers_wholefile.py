"""A file appears whole or not at all."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from selfeval_extract.writers.wholefile import whole_file


def test_nothing_is_seen_before_the_end(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_bytes(b"old")
    with whole_file(target) as file:
        file.write(b"new")
        file.flush()
        assert target.read_bytes() == b"old"
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path: Path, error: type[BaseException]) -> None:
    target = tmp_path / "out.csv"
    target.write_bytes(b"old")
    with pytest.raises(error), whole_file(target) as file:
        file.write(b"new")
        raise error
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(sys.platform == "win32", reason="modes and links are others there")
def test_mode_and_link_stay(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link = tmp_path / "link.csv"
    link.symlink_to(target)
    with whole_file(link) as file:
        file.write(b"new")
    assert (target.read_bytes(), target.stat().st_mode & 0o777, link.is_symlink()) == (b"new", 0o640, True)


def test_a_long_name(tmp_path: Path) -> None:
    target = tmp_path / ("长" * 80 + ".csv")
    with whole_file(target) as file:
        file.write(b"new")
    assert target.read_bytes() == b"new"
