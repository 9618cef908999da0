"""A small school with a compartment: Pat in the office, Quinn the safeguarding lead."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from sharebook.bootstrap.access import Access, SealedAccess
from sharebook.bootstrap.compartment import Compartment
from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.opening import new_register
from sharebook.domain.bases import BasisChain
from sharebook.domain.drafts import Draft
from sharebook.domain.names import Code, FlowId, PupilId, RecipientId, SpellId
from sharebook.domain.people import Person
from sharebook.store.sealed_file import create_sealed
from sharebook.vault.strength import LEAST
from tests.builders import a_flow, a_pupil, a_recipient, a_school, a_spell, catalogues
from tests.conftest import StillClock
from tests.moulds import there

PAT, QUINN = "Pat Inkwell", "Quinn Samplewright"
WORDS = "teapot lantern walrus gravel comet"
HUSHED = "Zebedee Hushworth"  # stands in sealed entries alone
NURSE, POLICE = RecipientId(2), RecipientId(3)
JUNO, KIT = PupilId(1), PupilId(2)
PUPILS = 24
_KEY = bytes(range(32))


@dataclass(frozen=True)
class Keys:
    """The way in for each of the two."""

    folder: Path
    office: Access
    lead: Access

    def moved_to(self, folder: Path) -> "Keys":
        """Return the same ways into a copy of the folder."""
        shutil.copytree(self.folder, folder)
        return Keys(folder, there(self.office, folder), there(self.lead, folder))

    def renamed(self, folder: Path) -> "Keys":
        """Rename the folder, and return the ways into it there."""
        self.folder.rename(folder)
        return Keys(folder, there(self.office, folder), there(self.lead, folder))


def make(folder: Path, clock: StillClock) -> Keys:
    """Make the register, with a few entries by the office in it."""
    lead = Person(QUINN, Code("safeguarding_lead"))
    desk = new_register(folder, a_school(), lead, WORDS, clock, LEAST).desk
    _fill(desk)
    found = desk.access
    desk.close()
    if found.sealed is None:
        file = folder / "sealed-1.db"
        create_sealed(file, _KEY, found.register_id)
        found = replace(found, sealed=SealedAccess(file, _KEY))
    office = replace(found, sealed=None, person=PAT, role=Code("office"))
    return Keys(folder, office, found)


def opened(access: Access, clock: StillClock) -> Desk:
    """Open a desk without asking for a passphrase."""
    return Desk(access, clock, catalogues())


def compartment_of(desk: Desk) -> Compartment:
    """Return the compartment of somebody who holds its key."""
    found = desk.compartment
    assert found is not None
    return found


def a_referral(desk: Desk, pupils: tuple[PupilId, ...] = (JUNO,), **changes: object) -> Draft:
    """Return a draft that only the safeguarding lead may know of."""
    draft = Draft(
        recipient=POLICE,
        pupils=pupils,
        items=(Code("safeguarding_concern"),),
        description=f"What {HUSHED} told the school",
        purpose=f"so that {HUSHED} is kept safe",
        day=desk.clock.today(),
        basis=BasisChain(Code("A6_E"), Code("A9_G"), Code("SCH1_18")),
        note=f"{HUSHED} must not learn of it",
    )
    return replace(draft, **changes)  # type: ignore[arg-type]


def _fill(desk: Desk) -> None:
    with desk.register.writing(PAT) as writer:
        for number in range(1, PUPILS + 1):
            pupil = PupilId(number)
            name = "Juno" if number == JUNO else f"Child{number}"
            writer.add(a_pupil(id=pupil, forename=name, upn="", upn_state="none"))
            writer.add(a_spell(id=SpellId(number), pupil=pupil))
        writer.add(a_recipient())
        writer.add(a_recipient(id=NURSE, name="NHS", kind=Code("health"), role=Code("controller")))
        writer.add(
            a_recipient(
                id=POLICE, name="Example Police", kind=Code("police"), role=Code("controller")
            )
        )
        writer.add(a_flow())
        writer.add(a_flow(id=FlowId(2), recipient=NURSE, purpose="to plan the yearly visit"))
    for pupils in ((JUNO,), (KIT,), tuple(PupilId(n) for n in range(1, PUPILS + 1))):
        draft = Draft(
            recipient=NURSE,
            pupils=pupils,
            items=(Code("name"),),
            purpose="to plan the yearly visit",
            day=desk.clock.today(),
            basis=BasisChain(Code("A6_E")),
        )
        desk.recording.save(draft, PAT)
