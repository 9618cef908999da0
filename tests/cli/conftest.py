"""Commands run in this process, on a register made with the least work factor."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sharebook.bootstrap.clocks import SetClock
from sharebook.bootstrap.opening import new_register, open_register
from sharebook.cli.main import run
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.vault.strength import LEAST
from tests.builders import a_school
from tests.conftest import Quiet

SAMPLES = Path(__file__).parents[1] / "samples"
SHEET = """UPN,Legal Surname,Legal Forename,DOB,Year,Class
R674123101121,Sampleton,Juno,14/03/2018,4,Kingfisher
A123456789012,Exampleby,Bea,02/11/2017,4,Kingfisher
A123456789013,Badletter,Bo,02/11/2017,4,Kingfisher
,=cmd,Eve,02/11/2017,4,Kingfisher
,Futureby,Fay,02/11/2077,4,Kingfisher
B801200005001,O'Sampleby,Łukasz,31/01/2019,3,Robin
"""
USER = "Pat Inkwell"
PASSPHRASE = "paper lantern otter meadow kettle"  # noqa: S105  # invented


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture(scope="session")
def empty_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty") / "Example Lane.sharebook"
    made = new_register(
        folder,
        a_school(practice=True),
        Person(USER, Code("office")),
        PASSPHRASE,
        SetClock(date(2026, 9, 14)),
        LEAST,
    )
    made.desk.close()
    return folder


@pytest.fixture(scope="session")
def filled_register(empty_register: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with pupils and a sharing page in it, brought in once and copied for each test."""
    folder = tmp_path_factory.mktemp("filled") / "Example Lane.sharebook"
    shutil.copytree(empty_register, folder)
    desk = open_register(folder, USER, PASSPHRASE, SetClock(date(2026, 9, 14)))
    page = (SAMPLES / "sharing-page.txt").read_bytes()
    pupils = desk.importing_pupils.preview("pupils.csv", SHEET.encode())
    desk.importing_pupils.apply(pupils, USER, Quiet())
    desk.importing_page.apply(desk.importing_page.preview("page.txt", page), USER, Quiet())
    desk.close()
    return folder


@pytest.fixture
def folder(empty_register: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(empty_register, tmp_path / "Example Lane.sharebook"))


def caller(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Ran]:
    monkeypatch.setenv("SHAREBOOK_PASSPHRASE", PASSPHRASE)

    def call(*words: object) -> Ran:
        arguments = [str(word) for word in words]
        code = run([*arguments, "--register", str(folder), "--today", "2026-09-14"])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return call


@pytest.fixture
def sharebook(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Ran]:
    return caller(folder, monkeypatch, capsys)


@pytest.fixture
def with_pupils(
    filled_register: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[..., Ran]:
    copy = Path(shutil.copytree(filled_register, tmp_path / "Filled.sharebook"))
    return caller(copy, monkeypatch, capsys)
