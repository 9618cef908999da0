"""The program is killed while it writes, again and again: what it said was saved is saved."""

import json
import multiprocessing
import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import ModuleType

import pytest

from sharebook.bootstrap.access import Access
from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.opening import access
from tests.reliability.school import CLOCK, PASSPHRASE, PAT, Office, heads_of, is_whole, opened

ROUNDS = 200 if "SHAREBOOK_LONG" in os.environ else 30
LONGEST = 0.25  # seconds until the kill; one saving takes 0.01 to 0.05
PATIENCE = 60.0
if sys.platform == "win32":
    OTHERS = multiprocessing.get_context("spawn")
else:
    OTHERS = multiprocessing.get_context("forkserver")
    OTHERS.set_forkserver_preload(["tests.reliability.school"])


def write_for_ever(found: Access, told: Path, seed: int) -> None:
    """Write until killed; `told` gets a line before and a line after each thing that is done."""
    office = Office(Desk.opened(found, CLOCK), Random(seed))  # noqa: S311  # no secret
    with told.open("ab", buffering=0) as lines:
        lines.write(b'{"ready": true}\n')
        while True:
            deed = office.next()
            begun = {"begun": deed.name, "entries": deed.entries}
            lines.write(json.dumps(begun).encode() + b"\n")
            deed.do()
            head = office.desk.register.head()
            lines.write(json.dumps({"seq": head.seq, "hash": head.hash.hex()}).encode() + b"\n")


@dataclass
class Told:
    """What the killed program had said.

    Attributes:
        acknowledged: the end of the chain after each thing it said was done.
        entries: of what it had begun and not said to be done; 0 if there was nothing.
    """

    acknowledged: list[tuple[int, str]] = field(default_factory=list)
    begun: str = ""
    entries: int = 0

    @classmethod
    def read(cls, file: Path) -> "Told":
        told = cls()
        for line in file.read_text().split("\n")[1:-1]:
            said = json.loads(line)
            if "begun" in said:
                told.begun, told.entries = said["begun"], said["entries"]
            else:
                told.acknowledged.append((said["seq"], said["hash"]))
                told.begun, told.entries = "", 0
        return told


@pytest.fixture
def ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """New processes load what they need once, and not the main module, which is pytest's own."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))


def killed(found: Access, file: Path, random: Random, seed: int) -> Told:
    file.write_bytes(b"")
    process = OTHERS.Process(target=write_for_ever, args=(found, file, seed), daemon=True)
    process.start()
    deadline = time.monotonic() + PATIENCE
    while not file.read_bytes() and process.is_alive() and time.monotonic() < deadline:
        time.sleep(0.002)
    process.join(random.uniform(0, LONGEST))
    assert process.is_alive(), f"the writer ended by itself: {process.exitcode}"
    process.kill()
    process.join()
    process.close()
    return Told.read(file)


@pytest.mark.slow
def test_nothing_that_was_saved_is_lost_however_often_the_program_is_killed(
    folder: Path, tmp_path: Path, ready: None
):
    found = access(folder, PAT, PASSPHRASE, CLOCK)
    random = Random(20260914)  # noqa: S311  # when to kill is no secret
    known = 0  # entries before this round
    acknowledged = cut_short = journals = kept_unsaid = 0
    desk = opened(folder)
    known = desk.register.head().seq
    desk.close()
    for seed in range(ROUNDS):
        told = killed(found, tmp_path / "told", random, seed)
        journals += found.database.with_name(found.database.name + "-journal").exists()
        desk = opened(folder)
        heads = {(int(head.seq), head.hash.hex()) for head in heads_of(desk)}
        assert set(told.acknowledged) <= heads
        said = told.acknowledged[-1][0] if told.acknowledged else known
        now = int(desk.register.head().seq)
        assert now in {said, said + told.entries}, f"half of {told.begun} is there"
        assert is_whole(desk)
        desk.close()
        acknowledged += len(told.acknowledged)
        cut_short += bool(told.begun)
        kept_unsaid += now > said
        known = now
    print(  # noqa: T201  # the figures, for whoever runs the long test with -s
        f"{ROUNDS} kills: {acknowledged} acknowledged, {cut_short} cut short"
        f" ({kept_unsaid} of them whole already), {journals} hot journals, {known} entries"
    )
    assert acknowledged > ROUNDS
    assert cut_short
