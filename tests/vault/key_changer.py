"""A process that changes keys without end, telling a file what it begins and what is done."""

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
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.vault.strength import LEAST
from tests.conftest import StillClock

WHO = "Pat Inkwell"
HELPER = Person("Robin Standin", Code("office"))
CYCLE = (  # one person's passphrases, one after another
    "teapot lantern walrus gravel comet",
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
    """

    passphrase: int = 0
    sheet: int = 0
    helped: bool = False


def change_for_ever(
    found: Access, state: State, codes: tuple[str, ...], told: Path, seed: int
) -> None:
    """Change the keys of the register that `found` opens until killed.

    `told` gets two lines for each change: what is begun, and the word done.
    """
    random = Random(seed)  # noqa: S311  # which change comes next is no secret
    keys = KeyKeeping(found, CLOCK, LEAST)
    with told.open("ab", buffering=0) as lines:
        lines.write(b"ready\n")
        while True:
            verb = random.choices(("rotate", "sheet", "passphrase", "helper"), (5, 2, 2, 2))[0]
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
        case _:
            return replace(state, sheet=(state.sheet + 1) % codes)


def _apply(
    keys: KeyKeeping, state: State, after: State, codes: tuple[str, ...], random: Random
) -> None:
    known = random.random() < 0.5
    if after.passphrase != state.passphrase:
        old, new = CYCLE[state.passphrase], CYCLE[after.passphrase]
        keys.change_passphrase(old, new, known_to_others=known)
    elif after.sheet != state.sheet:
        keys.replace_sheet(codes[after.sheet], known_to_others=known)
    elif after.helped:
        keys.add(HELPER, "saddle ribbon harbour turnip quartz")
    else:
        keys.remove(HELPER.name)
