"""Wrong passphrase, damage, zero length, plain SQLite, newer: five sentences, nothing written."""

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from sharebook.cli.main import run


def database(folder: Path) -> Path:
    return folder / "register-1.db"


def cut_short(folder: Path) -> None:
    path = database(folder)
    path.write_bytes(path.read_bytes()[:10_000])


def emptied(folder: Path) -> None:
    database(folder).write_bytes(b"")


def plain(folder: Path) -> None:
    path = database(folder)
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE pupil(name)")
    connection.close()


def gone(folder: Path) -> None:
    database(folder).unlink()


def newer_keys(folder: Path) -> None:
    keys = folder / "register.keys"
    keys.write_text(re.sub(r'"format": ?[0-9]+', '"format": 99', keys.read_text()))


def state(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


DAMAGES: list[Callable[[Path], None]] = [cut_short, emptied, plain, gone, newer_keys]


def said(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = run(["who", "Juno", "--register", str(folder)])
    return code, capsys.readouterr().err


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_register_that_cannot_be_opened_is_told_and_left_alone(
    folder, damage, monkeypatch, capsys
):
    monkeypatch.setenv("SHAREBOOK_PASSPHRASE", "paper lantern otter meadow kettle")
    damage(folder)
    before = state(folder)

    code, sentence = said(folder, capsys)
    assert code == 3
    assert sentence.strip()
    assert state(folder) == before


def test_each_damage_has_its_own_sentence(folder, monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("SHAREBOOK_PASSPHRASE", "paper lantern otter meadow kettle")
    whole = state(folder)
    sentences = set()
    for damage in DAMAGES:
        for name, content in whole.items():
            (folder / name).write_bytes(content)
        damage(folder)
        sentences.add(said(folder, capsys)[1])

    assert len(sentences) == len(DAMAGES)


def test_a_wrong_passphrase_opens_nothing(folder, monkeypatch, capsys):
    monkeypatch.setenv("SHAREBOOK_PASSPHRASE", "paper lantern otter meadow teapot")
    before = state(folder)

    code, sentence = said(folder, capsys)
    assert code == 1
    assert "passphrase" in sentence
    assert state(folder) == before


def test_the_passphrase_can_come_from_a_file(folder, monkeypatch, capsys, tmp_path):
    monkeypatch.delenv("SHAREBOOK_PASSPHRASE", raising=False)
    file = tmp_path / "passphrase.txt"
    file.write_text("paper lantern otter meadow kettle\n", encoding="utf-8")

    code = run(["due", "--register", str(folder), "--passphrase-file", str(file)])
    assert code == 0


def test_a_set_day_is_for_practice_registers_only(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SHAREBOOK_PASSPHRASE", "paper lantern otter meadow kettle")
    real = tmp_path / "Real.sharebook"
    made = run(["new", str(real), "--school", "Invented Academy", "--type", "ACAD"])
    capsys.readouterr()

    assert made == 0
    assert run(["due", "--register", str(real), "--today", "2026-09-14"]) == 1
    assert "practice" in capsys.readouterr().err
