"""Replacing a small file: all or nothing, and patient with virus scanners."""

from pathlib import Path

import pytest

from sharebook.vault.replacing import replace_file


def held_open(monkeypatch: pytest.MonkeyPatch, times: int) -> list[Path]:
    """Make the first `times` renames fail as Windows does when somebody holds the file."""
    tried: list[Path] = []
    rename = Path.replace

    def replace(source: Path, target: Path) -> Path:
        tried.append(source)
        if len(tried) <= times:
            raise PermissionError(13, "The file is used by another program")
        return rename(source, target)

    monkeypatch.setattr(Path, "replace", replace)
    return tried


def test_a_file_held_open_for_a_moment_is_replaced_after_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    held_open(monkeypatch, times=3)
    replace_file(tmp_path / "register.keys", b"new", waits.append)
    assert (tmp_path / "register.keys").read_bytes() == b"new"
    assert len(waits) == 3


def test_a_file_held_open_for_good_keeps_its_old_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    tried = held_open(monkeypatch, times=99)
    (tmp_path / "register.keys").write_bytes(b"old")
    with pytest.raises(PermissionError):
        replace_file(tmp_path / "register.keys", b"new", waits.append)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [
        ("register.keys", b"old")
    ]
    assert len(tried) == 10
    assert 4 <= sum(waits) <= 6


def test_a_part_left_by_a_power_cut_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "register.keys.part").write_bytes(b"much longer than what comes now")
    replace_file(tmp_path / "register.keys", b"new")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [
        ("register.keys", b"new")
    ]
