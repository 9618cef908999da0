"""A day's work with names that stand nowhere else; stops itself wherever somebody shall look.

    python -m tests.trust.sentinel_session REGISTER PAPERS

Works as the real program does, in a process of its own, so that nothing of the tests' own stands
in its memory or its files. The papers are what the person asked for, and are not looked at.
"""

import os
import signal
import sys
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from sharebook.bootstrap import crash_reports
from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.hardening import harden
from sharebook.bootstrap.opening import new_register, open_register
from sharebook.domain.contacts import Contact
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.names import Code, ContactId, DisclosureId, PupilId
from sharebook.domain.people import Person
from sharebook.domain.pupils import Pupil
from sharebook.services.answering import CallNote
from sharebook.vault.strength import LEAST
from tests.builders import a_disclosure, a_flow, a_pupil, a_recipient, a_school, a_spell
from tests.conftest import Quiet, StillClock
from tests.trust import sentinels

PAT = "Pat Inkwell"
SHEET = f"""UPN,Legal Surname,Legal Forename,DOB,Year,Class
R674123101121,{sentinels.IMPORTED},{sentinels.FORENAME},14/03/2018,4,Kingfisher
A123456789012,{sentinels.IMPORTED},Bea,02/11/2017,4,Kingfisher
"""
CLOCK = StillClock(datetime(2026, 9, 14, 10, 40, tzinfo=UTC))
SPILLING = 300  # pupils in one transaction, more than fit into its memory


@dataclass(frozen=True)
class Form:
    """A form that is half filled in."""

    typed: str


def stand_still(where: str) -> None:
    """Let somebody look at all files while nothing moves."""
    sys.stdout.write(f"{where}\n")
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGSTOP)


def main(register: Path, papers: Path) -> None:
    harden()
    head = Person(PAT, Code("head"))
    desk = new_register(register, a_school(), head, sentinels.PASSPHRASE, CLOCK, LEAST).desk
    _record(desk)
    stand_still("recorded")
    _use(desk, papers)
    stand_still("used")
    _write_much(desk)
    stand_still("written much")
    desk.backing_up.make(Quiet())
    _crash()
    desk.leave(Quiet())
    stand_still("locked")
    desk = open_register(register, PAT, sentinels.PASSPHRASE, CLOCK)
    assert desk.answering.find(sentinels.SURNAME[:6])
    assert desk.drafting.waiting()
    stand_still("opened again")
    desk.close()


def _record(desk: Desk) -> None:
    juno = PupilId(1)
    with desk.register.writing(PAT) as writer:
        pupil = a_pupil(surname=sentinels.SURNAME, forename=sentinels.FORENAME)
        seq = writer.add(pupil)
        writer.add(a_spell())
        contact = Contact(ContactId(1), juno, sentinels.CONTACT, "mother", responsibility=True)
        writer.add(replace(contact, address=sentinels.ADDRESS, email=f"{sentinels.CONTACT}@a.test"))
        writer.add(a_recipient())
        writer.add(a_flow())
        writer.add(a_disclosure(note=f"{sentinels.NOTE} {sentinels.SURNAME}"))
    with desk.register.writing(PAT) as writer:
        married = replace(pupil, former_names=(sentinels.SURNAME,), known_as=sentinels.CONTACT)
        writer.add(married, supersedes=seq, reason=f"{sentinels.REASON} {sentinels.SURNAME}")
    assert desk.compartment is not None
    with desk.compartment.register.writing(PAT) as writer:
        identifier = DisclosureId(writer.next_id(Disclosure))
        writer.add(a_disclosure(id=identifier, note=f"{sentinels.SEALED} {sentinels.SURNAME}"))


def _use(desk: Desk, papers: Path) -> None:
    preview = desk.importing_pupils.preview("pupils.csv", SHEET.encode())
    desk.importing_pupils.apply(preview, PAT, Quiet())
    found = desk.answering.find(sentinels.SURNAME)[0]
    assert desk.answering.find(sentinels.IMPORTED[:2])
    known_by = (Code("called_back"),)
    note = CallNote(ContactId(1), sentinels.CONTACT, known_by, sentinels.NOTE)
    desk.answering.keep_call(desk.answering.answer(found.id), note, PAT)
    log = desk.publishing.log(found.id)
    (papers / "log.pdf").write_bytes(desk.publishing.render(log, "pdf"))
    (papers / "book.json").write_bytes(desk.exporting.book())
    (papers / "pupils.xlsx").write_bytes(desk.exporting.table("pupils", "xlsx", date(2026, 9, 14)))
    state = Form(f"{sentinels.TYPED} {sentinels.SURNAME}")
    desk.drafting.keep("record", f"{sentinels.TYPED} to {sentinels.CONTACT}", state)
    desk.drafting.keep("record", sentinels.SEALED, state, sealed=True)
    assert desk.checking.check(Quiet()).ok


def _write_much(desk: Desk) -> None:
    desk.register._connection.execute("PRAGMA cache_size = 10")  # pages go to disk before the end
    with desk.register.writing(PAT) as writer:
        for _ in range(SPILLING):
            number = PupilId(writer.next_id(Pupil))
            writer.add(a_pupil(id=number, surname=sentinels.SURNAME, upn=""))
        stand_still("in the middle of a transaction")
    rows = desk.register._connection.execute(  # a sort that does not fit into memory either
        "SELECT a.surname || b.forename FROM pupil a, pupil b ORDER BY a.salt || b.salt"
    )
    rows.fetchone()
    stand_still("in the middle of a sort")
    rows.close()


def _crash() -> None:
    try:
        raise LookupError(f"{sentinels.CRASHED} {sentinels.SURNAME}")
    except LookupError as problem:
        crash_reports.write(crash_reports.report(LookupError, problem, problem.__traceback__))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
