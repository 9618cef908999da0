"""Whoever finds the files finds no name in them: not in the register, a journal or a temp file."""

from pathlib import Path

import pytest

from sharebook.bootstrap.opening import open_register
from sharebook.bootstrap.practice import PASSPHRASE, USER, make_practice
from sharebook.domain.pupils import Pupil
from tests.builders import a_pupil
from tests.conftest import Quiet


def everything_in(folder: Path) -> bytes:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return b"\0".join(path.read_bytes() for path in files)


def spellings(name: str) -> list[bytes]:
    return [name.encode(), name.upper().encode(), name.encode("utf-16-le")]


@pytest.mark.slow
@pytest.mark.story
def test_no_pupils_name_stands_in_any_file_while_working_or_after(tmp_path, monkeypatch):
    temp = tmp_path / "temp"
    temp.mkdir()
    for variable in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(variable, str(temp))
    made = make_practice(tmp_path / "practice", Quiet())
    desk = open_register(made.register, USER, PASSPHRASE)
    sentinel = "Sentinelworth"
    names = {pupil.record.surname for pupil in desk.register.current(Pupil)} | {sentinel}
    long_names = {name for name in names if len(name) > 5}
    assert len(long_names) > 40

    with desk.register.writing(USER) as writer:
        for _ in range(400):
            number = writer.next_id(Pupil)
            writer.add(a_pupil(id=number, surname=sentinel, upn=""))
        during = everything_in(made.register) + everything_in(temp)
        assert (made.register / "register-1.db-journal").exists()
    after = everything_in(made.register) + everything_in(temp)
    desk.close()

    for seen in (during, after, everything_in(made.register)):
        found = [name for name in long_names for text in spellings(name) if text in seen]
        assert found == []
