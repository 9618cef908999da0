"""A program of its own that moves entries in and out until it is killed: a helper of the tests.

It reads its way in as one line of JSON, and prints each move that was acknowledged.
"""

import json
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from sharebook.bootstrap.access import Access, SealedAccess
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.entries import standing
from sharebook.domain.names import Code
from tests.compartment.school import compartment_of, opened
from tests.conftest import StillClock


def told(access: Access) -> str:
    """Return a holder's way in as one line."""
    assert access.sealed is not None
    return json.dumps(
        {
            "folder": str(access.folder),
            "files": [str(access.database), str(access.sealed.database)],
            "keys": [access.data_key.hex(), access.sealed.data_key.hex()],
            "register_id": access.register_id,
            "person": access.person,
        }
    )


def _read(line: str) -> Access:
    it = json.loads(line)
    files, keys = [Path(each) for each in it["files"]], [bytes.fromhex(each) for each in it["keys"]]
    sealed = SealedAccess(files[1], keys[1])
    role = Code("safeguarding_lead")
    folder = Path(it["folder"])
    return Access(folder, files[0], keys[0], it["register_id"], it["person"], role, sealed)


def say(line: str) -> None:
    """Say it at once, before anything more is done."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Move every entry in, then out again, for ever."""
    access = _read(sys.stdin.readline())
    desk = opened(access, StillClock(datetime(2026, 9, 14, 10, 40, tzinfo=UTC)))
    sealed = compartment_of(desk)
    say("ready")
    for turn in count():
        register = sealed.register if turn % 2 else desk.register
        move = sealed.sealing.bring_out if turn % 2 else sealed.sealing.move_in
        for entry in standing(register.current(Disclosure)):
            move(entry.record.number, "to see whether it holds", access.person)
            say(entry.record.purpose)


if __name__ == "__main__":
    main()
