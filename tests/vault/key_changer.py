"""A process that changes keys without end, telling a file what it begins and what is done.

It is the head who does it, so the compartment takes part in every change; and between changes an
entry is written into both files at once.
"""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random

from sharebook.bootstrap.access import Access
from sharebook.bootstrap.keys import KeyKeeping
from sharebook.domain.errors import Refused
from sharebook.domain.names import Code, RecipientId
from sharebook.domain.people import Person
from sharebook.store.both_files import KeyedFile, writing_both
from sharebook.store.writing import Session
from sharebook.vault.strength import LEAST
from tests.builders import a_recipient
from tests.conftest import StillClock

WHO = "Theo Placeholder"
HELPER = Person("Robin Standin", Code("safeguarding_lead"))
HELPERS_OWN = "saddle ribbon harbour turnip quartz"
CYCLE = (  # one person's passphrases, one after another
    "pebble mitten orchard waltz falcon",
    "violet anchor biscuit thunder maple",
    "copper blanket penguin ladder tulip",
)
CLOCK = StillClock(datetime(2026, 9, 14, 10, 40, tzinfo=UTC))


@dataclass(frozen=True)
class State:
    """How the keys stand.

    Attributes:
        passphrase: which of `CYCLE` is good.
        sheet: which of the codes is good.
        helped: whether the helper is one of the people.
        entries: how many were written into both files.
    """

    passphrase: int = 0
    sheet: int = 0
    helped: bool = False
    entries: int = 0


def change_for_ever(
    told: Path, found: Access, state: State, codes: tuple[str, ...], seed: int
) -> None:
    """Change the keys of the register that `found` opens until killed.

    `told` gets two lines for each change: what is begun, and the word done.
    """
    random = Random(seed)  # noqa: S311  # which change comes next is no secret
    keys = KeyKeeping(found, CLOCK, LEAST)
    with told.open("ab", buffering=0) as lines:
        lines.write(b"ready\n")
        while True:
            verb = random.choices(("sheet", "passphrase", "helper", "entry"), (5, 2, 4, 3))[0]
            after = following(state, verb, len(codes))
            lines.write(f"{verb}\n".encode())
            _apply(keys, state, after, codes, random)
            lines.write(b"done\n")
            os.fsync(lines.fileno())
            state = after


def add_helpers(found: Access, names: tuple[str, ...]) -> None:
    """Add people one after another, waiting while another process writes."""
    keys = KeyKeeping(found, CLOCK, LEAST)
    for name in names:
        _until_free(partial(keys.add, Person(name, HELPER.role), CYCLE[1]))


def _until_free(change: Callable[[], object]) -> None:
    for _ in range(1000):
        try:
            change()
        except Refused as refused:
            if not refused.code.startswith("register_being_written"):
                raise
            time.sleep(0.01)
        else:
            return
    message = "never free"
    raise TimeoutError(message)


def following(state: State, verb: str, codes: int) -> State:
    """Return how the keys stand after `verb`."""
    match verb:
        case "passphrase":
            return replace(state, passphrase=(state.passphrase + 1) % len(CYCLE))
        case "helper":
            return replace(state, helped=not state.helped)
        case "entry":
            return replace(state, entries=state.entries + 1)
        case _:
            return replace(state, sheet=(state.sheet + 1) % codes)


def _apply(
    keys: KeyKeeping, state: State, after: State, codes: tuple[str, ...], random: Random
) -> None:
    known = random.random() < 0.7
    if after.passphrase != state.passphrase:
        old, new = CYCLE[state.passphrase], CYCLE[after.passphrase]
        keys.change_passphrase(old, new, known_to_others=known)
    elif after.sheet != state.sheet:
        keys.replace_sheet(codes[after.sheet], known_to_others=known)
    elif after.entries != state.entries:
        _write_into_both(keys.access, after.entries)
    elif after.helped:
        keys.add(HELPER, HELPERS_OWN)
    else:
        keys.remove(HELPER.name)


def _write_into_both(found: Access, number: int) -> None:
    assert found.sealed
    files = (
        KeyedFile(found.database, found.data_key),
        KeyedFile(found.sealed.database, found.sealed.data_key),
    )
    session = Session.of(WHO, CLOCK.now(), os.urandom)
    with writing_both(*files, session) as writers:
        for writer in writers:
            writer.add(a_recipient(id=RecipientId(number)))
