"""Odd words in any place: a sentence and an exit code, never a Python error."""

import errno
import io
import json
import os
import sys
from datetime import UTC, date, datetime

import pytest

from sharebook.cli import files, finding
from sharebook.cli.main import run
from sharebook.cli.progress import Bar
from sharebook.domain.errors import Refused, Trouble

ENTRY = ("record", "--to", "Children's Services", "--for", "a coat", "--pupil", "Juno")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (1, ("who", "Juno", "--as-at", "2027-01-01")),
        (1, ("who", "Juno", "--as-known", "9999-12-31")),
        (1, ("who", "Juno", "--as-known", "0001-01-01")),
        (1, ("who", "Juno", "--from", "2026-09-01", "--to", "2026-08-01")),
        (1, ("who", "\udcff\udcfe")),
        (1, (*ENTRY, "--description", "\ud800")),
        (1, (*ENTRY, "--day", "2026-02-30", "--item", "name")),
        (1, (*ENTRY, "--day", "2027-01-01", "--item", "name")),
        (1, ("export", "book", "/")),
        (1, ("export", "book", "")),
        (1, ("export", "log", ".")),
        (2, ("print", "report", "--out", "x.pdf", "--year", "99999")),
        (2, ("print", "report", "--out", "x.pdf", "--year", "-5")),
        (2, ("print", "agreement", "--out", "x.pdf", "--number", "9" * 30)),
        (2, ("correct", "9" * 30, "--because", "x")),
        (2, ("correct", "0", "--because", "x")),
        (2, ("new", "elsewhere", "--school", "A", "--type", "MAINT", "--role", "wizard")),
    ],
)
def test_an_odd_call_ends_with_a_sentence(with_pupils, code, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    ran = with_pupils(*words)

    assert ran.code == code
    assert ran.err.strip()
    assert not list(tmp_path.glob("x.pdf"))


def test_a_file_below_a_file_cannot_be_written(with_pupils, tmp_path):
    (tmp_path / "taken").write_text("a file")

    ran = with_pupils("export", "log", tmp_path / "taken" / "log.csv")

    assert ran.code == 3
    assert "log.csv" in ran.err


def test_a_file_without_end_is_not_swallowed(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "_LARGEST", 10)
    (tmp_path / "much.csv").write_bytes(b"x" * 11)
    (tmp_path / "enough.csv").write_bytes(b"x" * 10)

    assert len(files.read(tmp_path / "enough.csv")) == 10
    with pytest.raises(Refused, match="file_too_large"):
        files.read(tmp_path / "much.csv")


@pytest.mark.parametrize(
    "told",
    [
        {"too": "Children's Services"},
        {"description": ["a", "list"]},
        {"day": 20260914},
        {"all": "false"},
        {"pupil": [1]},
        {"note": "half a letter \ud800"},
    ],
)
def test_an_entry_file_with_a_wrong_option_records_nothing(with_pupils, tmp_path, told):
    entry = tmp_path / "entry.json"
    whole = {"to": "Children's Services", "for": "a coat", "pupil": "Juno", "item": "name"}
    entry.write_text(json.dumps(whole | told), encoding="utf-8")

    ran = with_pupils("record", "--from", entry)

    assert ran.code == 1
    assert "entry.json" in ran.err
    assert "a coat" not in with_pupils("who", "Juno").out


def test_an_entry_file_nested_without_end_is_refused(with_pupils, tmp_path):
    entry = tmp_path / "entry.json"
    entry.write_text("[" * 200_000)

    assert with_pupils("record", "--from", entry).code == 1


def test_a_past_day_has_no_time_of_day_and_today_has_one(with_pupils, tmp_path):
    with_pupils(*ENTRY, "--item", "name", "--day", "2026-09-10")
    with_pupils(*ENTRY, "--item", "name")
    with_pupils("export", "book", tmp_path / "book.json")

    entries = json.loads((tmp_path / "book.json").read_text(encoding="utf-8"))["disclosures"]
    assert [each["record"]["time"] for each in entries] == ["", "10:40"]


def test_a_closed_input_or_error_stream_is_no_python_error(folder, monkeypatch, capsys):
    monkeypatch.delenv("SHAREBOOK_PASSPHRASE", raising=False)
    monkeypatch.setattr(sys, "stdin", None)

    assert run(["due", "--register", str(folder)]) == 1
    assert "passphrase" in capsys.readouterr().err.lower()

    monkeypatch.setattr(sys, "stderr", None)
    Bar().report(1, 2)


def test_a_passphrase_file_saved_by_notepad_opens_the_register(folder, monkeypatch, tmp_path):
    monkeypatch.delenv("SHAREBOOK_PASSPHRASE", raising=False)
    file = tmp_path / "passphrase.txt"
    file.write_bytes(b"\xef\xbb\xbfpaper lantern otter meadow kettle\r\n")

    assert run(["due", "--register", str(folder), "--passphrase-file", str(file)]) == 0


def test_known_at_the_end_of_a_day_means_the_day_at_the_school():
    known = finding.end_of(date(2026, 7, 1))

    assert known.tzinfo is UTC
    assert known.astimezone() == datetime(2026, 7, 1, 23, 59, 59, 999_999).astimezone()
    assert finding.end_of(date(1, 1, 1)) < datetime(1972, 1, 1, tzinfo=UTC)


def test_as_known_on_a_day_answers_as_at_that_day(with_pupils):
    with_pupils(*ENTRY, "--item", "name")

    then = with_pupils("who", "Juno", "--as-known", "2026-09-14", "--json")

    assert then.json["as_at"] == with_pupils("who", "Juno", "--json").json["as_at"]
    assert "a coat" in then.out


def test_a_bar_draws_on_a_screen_and_is_silent_in_a_file():
    file = io.StringIO()
    Bar(file).report(1, 2)

    assert file.getvalue() == ""


def test_register_text_cannot_steer_the_terminal(with_pupils):
    steering = "a coat\x1b]0;owned\x07\x9b2J \u202egnp.exe"

    assert with_pupils(*ENTRY, "--description", steering).code == 0
    for ran in (with_pupils("who", "Juno"), with_pupils("who", f"Juno {steering}")):
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & {*ran.out, *ran.err}
    assert "owned" in with_pupils("who", "Juno").out


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files on Windows")
def test_a_device_is_written_to_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    files.write(pipe, b"a table")

    assert os.read(reader, 100) == b"a table"
    os.close(reader)
    assert not pipe.is_file()


def test_a_folder_in_the_files_place_is_told(tmp_path):
    with pytest.raises(Trouble, match="file_not_written"):
        files.write(tmp_path, b"a table")


def test_an_answer_that_cannot_be_written_out_is_told(with_pupils, monkeypatch):
    class Full(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sys, "stdout", Full())

    ran = with_pupils("who", "Juno")

    assert ran.code == 3
    assert "No space left" in ran.err


@pytest.mark.parametrize("typed", ["1960-01-01", "9999-12-31", "soon"])
def test_a_set_day_that_no_clock_can_show_is_a_wrong_call(typed, capsys):
    assert run(["due", "--today", typed]) == 2
    assert "--today" in capsys.readouterr().err
