"""What another program does that moves entries in and out until it is killed."""

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from sharebook.bootstrap.access import Access
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.entries import standing
from tests.compartment.school import compartment_of, opened
from tests.conftest import StillClock


def move_for_ever(told: Path, access: Access) -> None:
    """Move every entry in, then out again, for ever.

    `told` gets a word when the register is open, and a line for each move that is done.
    """
    desk = opened(access, StillClock(datetime(2026, 9, 14, 10, 40, tzinfo=UTC)))
    sealed = compartment_of(desk)
    with told.open("ab", buffering=0) as lines:
        lines.write(b"ready\n")
        for turn in count():
            register = sealed.register if turn % 2 else desk.register
            move = sealed.sealing.bring_out if turn % 2 else sealed.sealing.move_in
            for entry in standing(register.current(Disclosure)):
                move(entry.record.number, "to see whether it holds", access.person)
                lines.write(f"{entry.record.purpose}\n".encode())
