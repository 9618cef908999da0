"""A register with everything in it that is to last: a head, sealed entries, backups, holds."""

from datetime import date
from pathlib import Path
from typing import Any

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.keys import KeyKeeping
from sharebook.bootstrap.opening import access, new_register, open_register
from sharebook.bootstrap.sealed_log import sealed_log
from sharebook.domain.bases import BasisChain
from sharebook.domain.disposal import Disposed
from sharebook.domain.drafts import Draft
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.holds import HoldReason
from sharebook.domain.kept_drafts import RecordForm
from sharebook.domain.names import Code, PupilId, SpellId
from sharebook.domain.people import Person, StaffRole
from sharebook.domain.pupils import Spell
from sharebook.services.disposing import Word
from sharebook.vault.strength import LEAST
from tests.builders import a_pupil, a_school
from tests.conftest import Quiet
from tests.ui.peopled import JUNO, KIT, LONG, NURSE, PAT, fill

HANA = "Hana Headley-Placeholder"
LEAD = "Quinn Samplewright"
PASSPHRASE = "paper lantern otter meadow kettle"  # noqa: S105 - invented
GONE, HELD, DUE = PupilId(5), PupilId(6), PupilId(7)
_LEFT = (
    (GONE, "Bea", "Goneby"),
    (HELD, "Oluwaseun-Alexandrina", "Featherstonehaugh-Przykładowska"),
    (DUE, "Ned", "Dueby"),
)
FINDINGS = (
    Finding(
        "head_older",
        Severity.STOP,
        facts={"here": "40", "last": "60", "by": HANA, "seen": "3 Mar 2026"},
    ),
    Finding("backup_failed_last", Severity.WARNING),
    Finding("disk_nearly_full", Severity.GAP, facts={"free": "12 MB"}),
)


def make(folder: Path, clock: Any) -> Desk:
    """Make the register in `folder` and return it, open for its head."""
    head = Person(HANA, Code(StaffRole.HEAD))
    made = new_register(folder / "a.sharebook", a_school(), head, PASSPHRASE, clock, LEAST)
    fill(made.desk)
    _add_leavers(made.desk)
    register = made.desk.folder
    made.desk.close()
    for name, role in ((LEAD, StaffRole.SAFEGUARDING_LEAD), (PAT, StaffRole.OFFICE)):
        keys = KeyKeeping(access(register, HANA, PASSPHRASE, clock), clock, LEAST)
        keys.add(Person(name, Code(role)), PASSPHRASE)
    desk = open_register(register, HANA, PASSPHRASE, clock)
    _seal_and_hold(desk)
    for words in ("To NHS, school nurse, about Ẹniọlá Przykładowska", "To the caterer, about Kit"):
        desk.drafting.keep("record", words, RecordForm(Draft()))
    desk.backing_up.make(Quiet())
    return desk


def a_concern(desk: Desk, *pupils: PupilId) -> Draft:
    """Return what only lead and head may read."""
    return Draft(
        recipient=NURSE,
        pupils=pupils,
        items=(Code("safeguarding_concern"),),
        description="What was said at breakfast club, and again in the afternoon to two adults",
        purpose="so that the children are kept safe",
        day=desk.clock.today(),
        time="09:10",
        basis=BasisChain(Code("A6_E"), Code("A9_G"), Code("SCH1_18")),
        method=Code("phone"),
        decided_by=LEAD,
    )


def _add_leavers(desk: Desk) -> None:
    with desk.register.writing(PAT) as writer:
        for number, forename, surname in _LEFT:
            born = date(1996, 5, 2)
            named: dict[str, Any] = {"forename": forename, "surname": surname}
            writer.add(a_pupil(id=number, born=born, upn="", upn_state="none", **named))
            left = date(2007, 7, 20)
            writer.add(Spell(SpellId(number + 1), number, "6", "Heron", date(2000, 9, 1), left))


def _seal_and_hold(desk: Desk) -> None:
    for pupils in ((JUNO,), (JUNO, KIT), (LONG,)):
        sealed_log(desk).recording.save(a_concern(desk, *pupils), HANA)
    case = "The case about the lunch of 3 May 2025, in the county court of Nowhere in Particular"
    desk.retaining.hold(HoldReason.LITIGATION, case, HANA, pupil=HELD)
    lifted = desk.retaining.hold(HoldReason.OPEN_REQUEST, "The request of May", HANA, pupil=GONE)
    desk.retaining.lift(lifted.id, "It was answered.", HANA)
    word = Word("25 years from birth have passed", f"{HANA}, Headteacher", HANA, desk.role)
    desk.disposing.blank([(Disposed.PUPIL, GONE)], word)
