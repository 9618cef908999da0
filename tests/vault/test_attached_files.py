"""Files stay with their entries wherever the register goes: backups, new keys, and out of it."""

import hashlib
import json
import sqlite3
from base64 import b64decode
from contextlib import closing

import pytest

from docs import exit_route
from sharebook.bootstrap.opening import open_register
from sharebook.bootstrap.restores import restoring, with_passphrase
from sharebook.domain.attachments import Copy
from tests.builders import a_disclosure, a_recipient
from tests.vault.school import PASSPHRASES, PAT, QUINN, THEO, Small, keeping

LETTER = Copy("letter.pdf", bytes(range(256)) * 300)
DIGEST = hashlib.sha256(LETTER.content).hexdigest()


@pytest.fixture
def attached(small: Small, clock):
    """The register with an entry that has a file."""
    desk = opened(small, clock)
    with desk.register.writing(PAT) as writer:
        writer.add(a_recipient())
        writer.add(a_disclosure())
    desk.attaching.attach(1, [LETTER], PAT)
    desk.close()
    return small


def opened(small, clock, who=PAT):
    return open_register(small.folder, who, PASSPHRASES[who], clock)


def test_nothing_of_a_file_is_readable_in_the_folder(attached):
    every = b"".join(path.read_bytes() for path in attached.folder.rglob("*") if path.is_file())
    assert LETTER.content[:64] not in every
    assert LETTER.name.encode() not in every
    assert DIGEST.encode() not in every


def test_new_keys_take_the_files_along(attached, clock, quiet):
    keeping(attached, clock, THEO).remove(QUINN)
    desk = opened(attached, clock)
    assert desk.attaching.read(1)[1] == LETTER.content
    assert list(desk.register.verify(quiet)) == []
    desk.close()


def test_the_exchange_file_holds_the_bytes(attached, clock):
    desk = opened(attached, clock)
    book = json.loads(desk.exporting.book())
    desk.close()
    (record,) = (each["record"] for each in book["attachments"])
    assert (record["name"], record["digest"]) == (LETTER.name, DIGEST)
    assert {name: b64decode(each) for name, each in book["files"].items()} == {
        DIGEST: LETTER.content
    }


def test_the_way_out_without_sharebook_holds_them_too(attached, tmp_path):
    keys = json.loads((attached.folder / "register.keys").read_bytes())
    found = exit_route.data_keys(keys, PAT, PASSPHRASES[PAT])
    name = keys["database"]
    readable = tmp_path / "readable.db"
    readable.write_bytes(exit_route.decrypted((attached.folder / name).read_bytes(), found[name]))
    with closing(sqlite3.connect(readable)) as connection:
        rows = connection.execute(
            "SELECT a.name, f.content FROM attachment a JOIN attached_file f USING (digest)"
        ).fetchall()
    assert rows == [(LETTER.name, LETTER.content)]


@pytest.mark.slow
def test_a_backup_brings_them_back(attached, clock, quiet, monkeypatch, tmp_path):
    monkeypatch.setattr("sharebook.bootstrap.backups.default_place", lambda: tmp_path / "own")
    desk = opened(attached, clock)
    made = desk.backing_up.make(quiet)
    desk.attaching.take_out(1, "The wrong letter", PAT)
    desk.close()

    way_in = with_passphrase(PAT, PASSPHRASES[PAT])
    restoring(attached.folder, way_in, clock).restore(made.backup.file, quiet)

    desk = opened(attached, clock)
    assert desk.attaching.read(1)[1] == LETTER.content
    desk.close()
