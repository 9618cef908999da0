"""Copies of what was sent stand with their entry, as they were, and no others."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs.exit_route import decrypted
from sharebook.bootstrap.attached_copies import limits, read_copy, save_copy
from sharebook.domain.attachments import Attachment, Copy
from sharebook.domain.disposal import Disposed, Order
from sharebook.domain.errors import Cancelled, Refused, Trouble
from sharebook.domain.file_names import clean_file_name
from sharebook.domain.names import AttachmentId, Code, PupilId
from sharebook.services.attaching import Attaching
from sharebook.store.sqlite import number
from sharebook.words.sentences import told
from sharebook.words.sizes import size_words
from tests.services.conftest import KEY, NURSE, PAT, Office
from tests.services.fakes import StoppedAfter

LETTER = Copy("letter.pdf", b"%PDF-1.7 what was sent to the nurse")
MEGABYTE = 1024 * 1024


@pytest.fixture
def attaching(office: Office) -> Attaching:
    return Attaching(office.register, limits())


@pytest.fixture
def entry(office: Office) -> int:
    return recorded(office)


def recorded(office: Office, copies: Sequence[Copy] = ()) -> int:
    draft = office.recording.start()
    draft = replace(
        draft,
        recipient=NURSE,
        pupils=(PupilId(1),),
        items=(Code("name"),),
        purpose="to plan the yearly visit",
        basis=replace(draft.basis, lawful_basis=Code("A6_E")),
    )
    return office.recording.save(draft, PAT, copies).number


def names(attaching: Attaching, number: int) -> list[str]:
    return [each.record.name for each in attaching.of(number)]


def test_what_was_attached_is_read_again_byte_for_byte(attaching, entry, quiet, office):
    (made,) = attaching.attach(entry, [LETTER], PAT)

    found, content = attaching.read(made.id)

    assert content == LETTER.content
    assert (found.name, found.size, found.entry) == ("letter.pdf", len(content), entry)
    assert found.digest == hashlib.sha256(content).hexdigest()
    assert list(office.register.verify(quiet)) == []


@pytest.mark.parametrize("size", [1, 255, 10 * MEGABYTE])
def test_one_byte_and_ten_megabytes_are_taken(attaching, entry, size):
    (made,) = attaching.attach(entry, [Copy("a.bin", b"x" * size)], PAT)
    assert attaching.read(made.id)[1] == b"x" * size


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "attachment_empty"), (b"x" * (10 * MEGABYTE + 1), "too_large")]
)
def test_nothing_and_too_much_are_refused_in_plain_words(attaching, entry, content, code):
    with pytest.raises(Refused, match=code) as refused:
        attaching.attach(entry, [LETTER, Copy("scan.pdf", content)], PAT)
    assert "scan.pdf" in told(refused.value)
    assert attaching.of(entry) == []  # not half of what was given


def test_the_same_file_is_not_attached_twice(attaching, entry):
    attaching.attach(entry, [LETTER], PAT)
    for again in ([LETTER], [replace(LETTER, name="other.pdf")]):
        with pytest.raises(Refused, match="attachment_twice"):
            attaching.attach(entry, again, PAT)
    with pytest.raises(Refused, match="attachment_twice"):
        attaching.ready([LETTER, LETTER])


def test_a_file_given_before_saving_comes_with_the_entry_or_not_at_all(office, attaching):
    number_of = recorded(office, attaching.ready([LETTER]))
    assert names(attaching, number_of) == ["letter.pdf"]
    before = office.register.head()
    with pytest.raises(Refused, match="answer_recipient"):
        office.recording.save(office.recording.start(), PAT, attaching.ready([LETTER]))
    assert office.register.head() == before


def test_an_entry_shows_the_files_of_the_one_it_puts_right(office, attaching, entry):
    attaching.attach(entry, [LETTER], PAT)
    draft = office.recording.reopen(office.recording.entry(entry).record)
    right = office.recording.correct(entry, replace(draft, note="by post"), "It went by post", PAT)

    attaching.attach(right.number, [Copy("receipt.txt", b"signed")], PAT)

    assert names(attaching, right.number) == ["letter.pdf", "receipt.txt"]
    assert names(attaching, entry) == ["letter.pdf"]
    with pytest.raises(Refused, match="entry_put_right_already"):
        attaching.attach(entry, [Copy("late.txt", b"late")], PAT)


def test_taken_out_it_is_shown_no_more_and_its_bytes_stay(office, attaching, entry, quiet):
    (made,) = attaching.attach(entry, [LETTER], PAT)
    with pytest.raises(Refused, match="attachment_needs_reason"):
        attaching.take_out(made.id, " ", PAT)

    attaching.take_out(made.id, "The wrong letter", PAT)

    assert attaching.of(entry) == []
    assert office.register.attached(made.digest) == LETTER.content
    for again in (attaching.read, lambda it: attaching.take_out(it, "again", PAT)):
        with pytest.raises(Refused, match="attachment_unknown"):
            again(made.id)
    attaching.attach(entry, [LETTER], PAT)  # the right letter after all
    assert names(attaching, entry) == ["letter.pdf"]
    assert list(office.register.verify(quiet)) == []


def test_what_does_not_stand_takes_no_file(office, attaching, entry):
    office.striking.strike_out(entry, "Nothing was sent", PAT)
    for wrong, code in ((entry, "entry_by_mistake"), (99, "entry_unknown")):
        with pytest.raises(Refused, match=code):
            attaching.attach(wrong, [LETTER], PAT)


def test_bytes_that_are_gone_or_changed_are_never_handed_out(office, attaching, entry):
    (made,) = attaching.attach(entry, [LETTER], PAT)

    class Tampered:
        def __init__(self, content):
            self.content = content

        def __getattr__(self, name):
            return getattr(office.register, name)

        def attached(self, _digest):
            return self.content

    for content, code in ((None, "attachment_gone"), (b"other", "attachment_changed")):
        with pytest.raises(Trouble, match=code):
            Attaching(Tampered(content), limits()).read(made.id)


def test_a_warning_comes_with_much_together_and_nothing_is_refused(office, entry):
    small = Attaching(office.register, replace(limits(), together=40))
    small.attach(entry, [LETTER], PAT)
    assert small.advice() is None
    other = recorded(office)
    small.attach(other, [LETTER], PAT)  # the same bytes count once
    assert small.together() == len(LETTER.content)
    small.attach(other, [Copy("more.txt", b"m" * 40)], PAT)
    advice = small.advice()
    assert advice is not None
    assert "75 bytes" in told(advice)


def test_disposal_takes_name_and_bytes(office, attaching, entry, quiet, tmp_path):
    sentinel = b"Zebedee Hushworth was seen" * 4000
    attaching.attach(entry, [Copy("Zebedee Hushworth.txt", sentinel)], PAT)
    attaching.take_out(1, "Zebedee Hushworth is another child", PAT)
    shared = recorded(office)
    attaching.attach(shared, [LETTER], PAT)
    attaching.attach(entry, [LETTER], PAT)
    with office.register.writing(PAT) as writer:
        writer.dispose(Order(Disposed.ENTRY, entry, office_day(office), "its time", "Theo"))
    assert office.register.sweep()

    (file,) = tmp_path.glob("*.db")
    assert b"Zebedee" not in decrypted(file.read_bytes(), KEY)
    assert attaching.of(entry) == []
    assert attaching.read(attaching.of(shared)[0].record.id)[1] == LETTER.content
    assert list(office.register.verify(quiet)) == []


def office_day(office: Office) -> date:
    day = office.recording.start().day
    assert day is not None
    return day


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ("UPDATE attached_file SET content = x'00'", "check_file_changed"),
        ("DELETE FROM attached_file", "check_file_missing"),
        ("INSERT INTO attached_file SELECT hex(zeroblob(32)), x'00'", "check_file_stray"),
    ],
)
def test_the_check_finds_a_changed_a_missing_and_a_stray_file(
    office, attaching, entry, quiet, damage, code
):
    attaching.attach(entry, [LETTER], PAT)
    connection = office.register._connection
    for trigger in ("attached_file_no_update", "attached_file_no_delete"):
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute(damage)

    assert code in {finding.code for finding in office.register.verify(quiet)}


def test_on_a_full_disk_nothing_is_half_attached(office, attaching, entry, quiet):
    connection = office.register._connection
    pages = number(connection, "PRAGMA page_count")
    connection.execute(f"PRAGMA max_page_count = {pages + 20}")

    with pytest.raises(Trouble, match="disk_full"):
        attaching.attach(entry, [Copy("scan.pdf", b"x" * MEGABYTE)], PAT)

    connection.execute("PRAGMA max_page_count = 1000000")
    assert attaching.of(entry) == []
    assert list(office.register.verify(quiet)) == []
    assert attaching.attach(entry, [LETTER], PAT)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Pat\\letter.pdf", "letter.pdf"),
        ("..", "copy"),
        ("", "copy"),
        ("\u202efdp.exe", "fdp.exe"),
        ("line\nbreak\x00.txt", "linebreak.txt"),
        ("תלמידה.pdf", "תלמידה.pdf"),
        ("Zoe\u0308.pdf", "Zoë.pdf"),
        ("CON.txt", "_CON.txt"),
        ('what?<is>"it"|.txt', "what__is__it__.txt"),
        (" . hidden . ", "hidden"),
        ("é" * 300 + ".docx", "é" * 87 + ".docx"),
    ],
)
def test_a_name_loses_its_folder_and_what_cannot_be_seen(typed, kept):
    assert clean_file_name(typed) == kept


@given(st.text(max_size=400))
def test_whatever_a_file_is_called_a_disk_takes_it(typed):
    name = clean_file_name(typed)
    assert name not in {"", ".", ".."}
    assert not set(name) & set('/\\\0\n:*?"<>|')
    assert len(name.encode()) <= 200
    assert clean_file_name(name) == name


def test_a_file_is_read_whole_and_can_be_stopped(attaching, tmp_path, quiet):
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"s" * MEGABYTE)
    assert read_copy(path, attaching, quiet) == Copy("scan.pdf", b"s" * MEGABYTE)
    with pytest.raises(Cancelled):
        read_copy(path, attaching, StoppedAfter(1))


def test_what_cannot_be_read_is_refused_before_it_is_all_in_memory(attaching, tmp_path, quiet):
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(200 * MEGABYTE)
    for path, code in (
        (large, "attachment_too_large"),
        (tmp_path / "no such.pdf", "file_not_found"),
        (tmp_path, "file_not_found"),
    ):
        with pytest.raises(Refused, match=code):
            read_copy(path, attaching, quiet)


def test_a_saved_copy_lies_over_nothing_and_leaves_no_half(tmp_path):
    first = save_copy(tmp_path, "letter.pdf", b"one")
    second = save_copy(tmp_path, "letter.pdf", b"two")
    assert (first.name, second.name) == ("letter.pdf", "letter (2).pdf")
    assert first.read_bytes() == b"one"
    with pytest.raises(Trouble, match="file_not_written"):
        save_copy(tmp_path / "no such folder", "letter.pdf", b"three")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["letter (2).pdf", "letter.pdf"]


def test_sizes_are_said_as_people_say_them():
    said = [size_words(size) for size in (0, 1, 1023, 14_000, MEGABYTE - 1, 2_621_440, 10_485_760)]
    assert said == ["0 bytes", "1 byte", "1,023 bytes", "14 KB", "1 MB", "2.5 MB", "10 MB"]


def test_the_skeleton_of_an_attachment_says_nothing(office, attaching, entry):
    (made,) = attaching.attach(entry, [LETTER], PAT)
    assert made == Attachment(
        AttachmentId(1), entry, "letter.pdf", len(LETTER.content), made.digest
    )
