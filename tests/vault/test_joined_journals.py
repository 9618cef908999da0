"""What a transaction over two files leaves when it is interrupted is undone in any folder."""

from pathlib import Path

import pytest

from sharebook.vault.joined_journals import settle_joined
from sharebook.vault.writer_lock import WriterLock

MAGIC = bytes.fromhex("d9d505f920a163d7")
PAGES = MAGIC + b"pages and what they said before" * 40
THIRD = "register-1.db-mj0A1B2C3D4"


def signed(path: bytes) -> int:
    """Return the sum of C's letters, which go below nought beyond ASCII."""
    return sum(each - 256 if each > 127 else each for each in path) & 0xFFFFFFFF


def joined(path: str) -> bytes:
    """Return the end of a journal that names a third file, as SQLite writes it."""
    told = path.encode()
    numbers = [len(told), signed(told)]
    return b"\x00\x00\x00\x09" + told + b"".join(n.to_bytes(4, "big") for n in numbers) + MAGIC


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Example Lane.sharebook"
    made.mkdir()
    for name in ("register-1.db", "sealed-1.db"):
        (made / f"{name}-journal").write_bytes(PAGES + joined(f"/elsewhere/Łódź/{THIRD}"))
    (made / THIRD).write_bytes(b"names of both")
    return made


def journals(folder: Path) -> list[bytes]:
    return [each.read_bytes() for each in sorted(folder.glob("*-journal"))]


def test_while_the_third_file_is_there_both_journals_become_ordinary_ones(folder, clock):
    settle_joined(folder, "Pat Inkwell", clock)

    assert journals(folder) == [PAGES, PAGES]
    assert not (folder / THIRD).exists()


def test_a_path_of_another_system_is_understood(folder, clock):
    journal = folder / "register-1.db-journal"
    journal.write_bytes(PAGES + joined(f"S:\\office\\{THIRD}"))

    settle_joined(folder, "Pat Inkwell", clock)

    assert journals(folder) == [PAGES, PAGES]


def test_without_the_third_file_the_transaction_is_done_and_nothing_is_touched(folder, clock):
    (folder / THIRD).unlink()
    before = journals(folder)

    settle_joined(folder, "Pat Inkwell", clock)

    assert journals(folder) == before
    assert not (folder / "writer.lock").exists()


def test_a_journal_that_names_another_third_file_is_left(folder, clock):
    other = PAGES + joined("/elsewhere/register-1.db-mjFFFFFFFF9")
    (folder / "sealed-1.db-journal").write_bytes(other)

    settle_joined(folder, "Pat Inkwell", clock)

    assert journals(folder) == [PAGES, other]


@pytest.mark.parametrize(
    "content",
    [b"", b"short", PAGES, PAGES + joined(f"/{THIRD}")[:-9] + b"\x00" + MAGIC, PAGES + MAGIC],
)
def test_what_is_no_joined_journal_is_left(folder, clock, content):
    (folder / "sealed-1.db-journal").write_bytes(content)

    settle_joined(folder, "Pat Inkwell", clock)

    assert journals(folder)[1] == content


def test_while_this_program_writes_nothing_is_touched(folder, clock):
    before = journals(folder)
    lock = WriterLock(folder, "Pat Inkwell", clock)
    lock.take()
    try:
        settle_joined(folder, "Pat Inkwell", clock)
    finally:
        lock.let_go()

    assert journals(folder) == before
    assert (folder / THIRD).exists()
