"""Power fails in the middle of a save, and what was to undo it is harmed as well."""

import os
import shutil
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from sharebook.domain.errors import SharebookError
from sharebook.domain.names import PupilId
from sharebook.domain.pupils import Pupil
from sharebook.words.sentences import told
from tests.builders import a_pupil
from tests.conftest import Quiet
from tests.trust.damage import BYTES
from tests.trust.registers import PAT, Kept, everything, kept, make, opened, work

HARMED = 400 if os.environ.get("SHAREBOOK_LONG") else 40
REFUSED, FOUND, UNDONE = "refused", "found by check", "undone"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    folder = tmp_path_factory.mktemp("journal") / "Example Lane.sharebook"
    make(folder)
    with closing(opened(folder)) as desk:
        work(desk, 60, seed=5)
    return kept(folder)


@pytest.fixture(scope="module")
def interrupted(before: Kept, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder as a power cut leaves it while much is being saved."""
    folder = Path(shutil.copytree(before.folder, tmp_path_factory.mktemp("cut") / "Now.sharebook"))
    left = folder.with_name("Left.sharebook")
    desk = opened(folder)
    desk.register._connection.execute("PRAGMA cache_size = 10")
    with desk.register.writing(PAT) as writer:
        for _ in range(300):
            writer.add(a_pupil(id=PupilId(writer.next_id(Pupil)), surname="Halfway", upn=""))
        shutil.copytree(folder, left)
    desk.close()
    assert (left / "register-1.db-journal").stat().st_size > 10_000
    assert (left / "register-1.db").read_bytes() != before.database.read_bytes()
    return left


def outcome(folder: Path, before: Kept) -> str:
    try:
        with closing(opened(folder)) as desk:
            health = desk.checking.check(Quiet())
            if not health.ok:
                assert all(map(told, health.findings))
                return FOUND
            assert everything(desk) == before.told
    except SharebookError as refused:
        return REFUSED if told(refused) else "refused without a word"
    return UNDONE


def test_a_sound_journal_undoes_what_was_not_finished(interrupted, before, tmp_path):
    folder = Path(shutil.copytree(interrupted, tmp_path / "Cut.sharebook"))

    assert outcome(folder, before) == UNDONE
    assert not (folder / "register-1.db-journal").exists()


def test_a_journal_that_is_harmed_or_gone_never_passes_for_well(interrupted, before, tmp_path):
    chance = Random(2026)  # noqa: S311 - the same harm each time
    seen = Counter[str]()
    for number in range(HARMED):
        folder = Path(shutil.copytree(interrupted, tmp_path / str(number)))
        kind = chance.choice(list(BYTES))
        BYTES[kind](folder / "register-1.db-journal", chance)
        seen[outcome(folder, before)] += 1
        shutil.rmtree(folder)

    assert seen.keys() <= {REFUSED, FOUND, UNDONE}
    assert seen[REFUSED] + seen[FOUND] > seen[UNDONE] > 0
