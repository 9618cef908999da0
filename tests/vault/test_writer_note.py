"""What is said about whoever writes: readable, short, and no trouble where it says nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from sharebook.vault.lock_file import LockFile
from sharebook.vault.writer_lock import NAME
from sharebook.vault.writer_note import WriterNote, read_note


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"{}", b'{"person": 1}', b"\xff" * 40])
def test_a_note_that_says_nothing_is_no_trouble(text):
    assert read_note(text) is None


def test_a_note_in_a_bad_hour_is_no_trouble():
    assert read_note(WriterNote("Pat", "PC", "yesterday", "now").to_bytes()) is None


def test_the_longest_name_leaves_a_whole_note(tmp_path):
    moment = "2026-09-14T10:40:10+00:00"
    file = LockFile(tmp_path / NAME)
    file.write(WriterNote("Ł" * 5000, "漢" * 5000, moment, moment).to_bytes())

    note = read_note(file.read())

    file.close()
    assert note
    assert note.person == "Ł" * 100


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(seconds=-30), "just now"),
        (timedelta(seconds=1), "1 second ago"),
        (timedelta(seconds=59), "59 seconds ago"),
        (timedelta(minutes=5), "more than a minute ago"),
        (timedelta(days=5), "more than an hour ago"),
    ],
)
def test_the_last_sign_of_life_is_said_in_words(ago, said):
    then = datetime(2026, 9, 14, 10, 40, tzinfo=UTC)
    note = WriterNote("Pat", "PC", then.isoformat(), then.isoformat())

    assert note.facts(then + ago)["seen"] == said


def test_a_day_is_named_when_writing_began_on_another(clock):
    note = WriterNote("Pat", "PC", "2026-09-12T10:40:00+00:00", "2026-09-14T10:40:00+00:00")

    assert str(note.facts(clock.now())["since"]).endswith("on 12 September")
