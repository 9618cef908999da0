"""The changes of keys, each as work for the background: nothing here touches a widget.

Each returns the way in from now on. Where that is not the one the window has, the window opens
the register anew with it.
"""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.people import Person

if TYPE_CHECKING:
    from sharebook.bootstrap.access import Access
    from sharebook.bootstrap.desk import Desk
    from sharebook.bootstrap.keys import KeyKeeping
    from sharebook.bootstrap.sheet_proof import SheetProof


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change came to.

    Attributes:
        access: the way in from now on.
        noted: whether the day of a proof could be written down.
    """

    access: "Access"
    noted: bool = True


Change = Callable[[object], Changed]


def add(desk: "Desk", person: Person, passphrase: str) -> Change:
    """Give somebody a passphrase of their own."""
    return lambda _progress: Changed(_keys(desk).add(person, passphrase))


def take_off(desk: "Desk", name: str) -> Change:
    """Shut somebody out and renew the register's key."""
    return lambda _progress: Changed(_keys(desk).remove(name))


def new_passphrase(desk: "Desk", old: str, new: str, *, known: bool) -> Change:
    """Change one's own passphrase; `known` renews the register's key too."""
    return lambda _progress: Changed(_keys(desk).change_passphrase(old, new, known_to_others=known))


def new_sheet(desk: "Desk", code: str, *, known: bool) -> Change:
    """Make the sheet that carries `code` the only one; it was typed back, so it is proved."""

    def work(_progress: object) -> Changed:
        access = _keys(desk).replace_sheet(code, known_to_others=known)
        return Changed(access, _noted(_proof(access, desk)))

    return work


def prove(desk: "Desk", code: str) -> Change:
    """Try the code of the recovery sheet; only the day is written."""

    def work(_progress: object) -> Changed:
        proof = _proof(desk.access, desk)
        proof.prove(code)
        return Changed(desk.access, _noted(proof))

    return work


def _keys(desk: "Desk") -> "KeyKeeping":
    from sharebook.bootstrap.keys import KeyKeeping

    return KeyKeeping(desk.access, desk.clock)


def _proof(access: "Access", desk: "Desk") -> "SheetProof":
    from sharebook.bootstrap.sheet_proof import SheetProof

    return SheetProof(access, desk.clock)


def _noted(proof: "SheetProof") -> bool:
    """Write the day down if that can be: what was proved is proved all the same."""
    with contextlib.suppress(Refused, Trouble):
        proof.remember()
        return True
    return False
