"""Nothing the register writes to a disk shows a child's name."""

import pytest

from sharebook.domain.pupils import Pupil
from sharebook.store import migrations
from sharebook.store.migrations import Script, upgrade
from tests.store.samples import a_disclosure, a_pupil, write

SENTINEL = "Sentinelworth"
NOTE = "Sentinelnote"
FORMS = [
    word.encode(coding)
    for name in (SENTINEL, NOTE)
    for word in (name, name.lower(), name.upper())
    for coding in ("utf-8", "utf-16-le", "utf-16-be")
]


def show_a_name(folder):
    """Return the files below `folder` in which a name can be read."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return [path for path in files if any(form in path.read_bytes() for form in FORMS)]


def records(count):
    for number in range(1, count + 1):
        yield a_pupil(number, surname=SENTINEL, flags=(NOTE,))
        yield a_disclosure(number, [number], note=f"{NOTE} {SENTINEL}")


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """Catch temporary files of SQLite beside the register."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("SQLITE_TMPDIR", "TMPDIR", "TMP", "TEMP"):
        monkeypatch.setenv(name, str(folder))
    return folder


def test_no_name_shows_while_a_large_transaction_is_open(register, connection, tmp_path, temporary):
    write(register, *records(50))
    connection.execute("PRAGMA cache_size = 10")  # pages must spill before the end
    with register.writing("Pat") as writer:
        for number in range(51, 600):
            writer.add(a_pupil(number, surname=SENTINEL))
        names = {path.name for path in tmp_path.iterdir()}

        assert "register-1.db-journal" in names
        assert (tmp_path / "register-1.db-journal").stat().st_size > 4096
        assert show_a_name(tmp_path) == []

    assert show_a_name(tmp_path) == []


def test_no_name_shows_while_a_large_sort_runs(register, connection, tmp_path, temporary):
    write(register, *records(400))
    connection.execute("PRAGMA cache_size = 10")

    cursor = connection.execute(
        "SELECT a.surname || b.upn FROM pupil a, pupil b ORDER BY b.upn || a.forename, a.salt"
    )

    assert SENTINEL in cursor.fetchone()[0]
    assert list(temporary.iterdir()) == []
    assert show_a_name(tmp_path) == []
    cursor.close()


def test_no_name_shows_in_the_copy_before_an_upgrade(register, connection, made, tmp_path):
    write(register, *records(20))

    extra = Script(migrations.newest() + 1, "CREATE TABLE extra (a);\n")
    upgrade(connection, made, [*migrations.shipped(), extra])

    assert len(list(tmp_path.iterdir())) == 2
    assert show_a_name(tmp_path) == []


def test_the_search_keeps_no_name_that_was_corrected(register, connection):
    (old,) = write(register, a_pupil(1, surname=SENTINEL))
    with register.writing("Pat") as writer:
        writer.add(a_pupil(1, surname="Quill"), supersedes=old)

    words = [row[0] for row in connection.execute("SELECT word FROM pupil_word").fetchall()]
    assert not [word for word in words if word in SENTINEL.lower()]
    blocks = connection.execute("SELECT block FROM pupil_fts_data").fetchall()
    assert not [block for (block,) in blocks if b"sentin" in block]


def test_no_samples_of_names_are_kept_for_the_planner(register, connection):
    write(register, *records(30))

    tables = connection.execute("SELECT name FROM sqlite_master").fetchall()

    assert not [name for (name,) in tables if name.startswith("sqlite_stat")]
    assert len(register.current(Pupil)) == 30


def test_a_key_never_stands_in_the_file(made):
    from tests.store.samples import KEY

    content = made.read_bytes()

    assert KEY not in content
    assert KEY.hex().encode() not in content
    assert not content.startswith(b"SQLite")
