"""The program is killed while it writes, again and again: what it said was saved is saved."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sharebook.bootstrap.access import Access
from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.opening import access
from tests.reliability.processes import after_words, begin, kill, moments, rounds
from tests.reliability.school import CLOCK, PASSPHRASE, PAT, Office, heads_of, is_whole, opened

ROUNDS = rounds(12, 200)
MOST = 8  # things that are done before the kill


def write_for_ever(told: Path, found: Access, seed: int) -> None:
    """Write until killed; `told` gets a line before and a line after each thing that is done."""
    office = Office(Desk.opened(found, CLOCK), moments(seed))
    with told.open("ab", buffering=0) as lines:
        lines.write(b'{"ready": true}\n')
        while True:
            deed = office.next()
            begun = {"begun": deed.name, "entries": deed.entries}
            lines.write(json.dumps(begun).encode() + b"\n")
            deed.do()
            head = office.desk.register.head()
            said = {"seq": head.seq, "hash": head.hash.hex(), "sealed": office.sealed()}
            lines.write(json.dumps(said).encode() + b"\n")


@dataclass
class Told:
    """What the killed program had said.

    Attributes:
        acknowledged: the end of the chain after each thing it said was done.
        entries: of what it had begun and not said to be done; 0 if there was nothing.
        sealed: how many sealed entries it knew of.
    """

    acknowledged: list[tuple[int, str]] = field(default_factory=list)
    begun: str = ""
    entries: int = 0
    sealed: int = 0

    @classmethod
    def read(cls, file: Path) -> "Told":
        told = cls()
        for line in file.read_text().split("\n")[1:-1]:
            said = json.loads(line)
            if "begun" in said:
                told.begun, told.entries = said["begun"], said["entries"]
            else:
                told.acknowledged.append((said["seq"], said["hash"]))
                told.begun, told.entries, told.sealed = "", 0, said["sealed"]
        return told


def sealed_now(desk: Desk, told: Told, known: int) -> int:
    """Return how many sealed entries there are: those it said, and perhaps the one begun."""
    said = max(known, told.sealed)
    found = Office(desk, moments(0)).sealed()
    assert found in {said, said + (told.begun == "seal")}
    return found


@pytest.mark.slow
def test_nothing_that_was_saved_is_lost_however_often_the_program_is_killed(
    folder: Path, tmp_path: Path, forked: None
):
    found = access(folder, PAT, PASSPHRASE, CLOCK)
    random = moments(20260914)
    known = 0  # entries before this round
    sealed = acknowledged = cut_short = journals = kept_unsaid = 0
    desk = opened(folder)
    known = desk.register.head().seq
    desk.close()
    for seed in range(ROUNDS):
        process = begin(write_for_ever, tmp_path / "told", found, seed)
        done = random.randint(1, MOST)
        took = after_words(tmp_path / "told", 1 + 2 * done)  # ready, then begun and done
        assert kill(process, random.uniform(0, 1.5) * took), "the writer ended by itself"
        told = Told.read(tmp_path / "told")
        journals += found.database.with_name(found.database.name + "-journal").exists()
        desk = opened(folder)
        heads = {(int(head.seq), head.hash.hex()) for head in heads_of(desk)}
        assert set(told.acknowledged) <= heads
        said = told.acknowledged[-1][0] if told.acknowledged else known
        now = int(desk.register.head().seq)
        assert now in {said, said + told.entries}, f"half of {told.begun} is there"
        assert is_whole(desk)
        sealed = sealed_now(desk, told, sealed)
        desk.close()
        acknowledged += len(told.acknowledged)
        cut_short += bool(told.begun)
        kept_unsaid += now > said
        known = now
    print(  # noqa: T201  # the figures, for whoever runs the long test with -s
        f"{ROUNDS} kills: {acknowledged} acknowledged, {cut_short} cut short"
        f" ({kept_unsaid} of them whole already), {journals} hot journals, {known} entries,"
        f" {sealed} sealed"
    )
    assert acknowledged > ROUNDS
    assert cut_short
