"""The invented school of these tests: one child to go, one to stay, events large and small."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from docs.exit_route import decrypted
from sharebook.domain.calls import Call
from sharebook.domain.cohorts import Cohort
from sharebook.domain.contacts import Contact
from sharebook.domain.disclosures import Asker
from sharebook.domain.disposal import Disposed, Order
from sharebook.domain.flows import Exclusion
from sharebook.domain.names import (
    CallId,
    Code,
    ContactId,
    DisclosureId,
    ExclusionId,
    PupilId,
    SpellId,
)
from sharebook.store.creating import create_database
from sharebook.store.register import SqlRegister
from tests.builders import (
    CATERER,
    a_disclosure,
    a_flow,
    a_pupil,
    a_recipient,
    a_school,
    a_spell,
    catalogues,
)
from tests.conftest import StillClock

KEY = bytes(range(32))
PAT = "Pat Inkwell"
JUNO, BEA = PupilId(1), PupilId(2)
NAME = "Quillfeather"  # in every text that is about Juno
DAY = date(2026, 9, 14)
EVERYBODY = range(1, 31)


def fill(path: Path) -> None:
    """Make the register and close it."""
    clock = StillClock(datetime(2026, 9, 1, 9, 0, tzinfo=UTC))
    register = SqlRegister(create_database(path, KEY, "d" * 32), clock)
    school = a_school()
    assert school.kind in catalogues().school_types
    with register.writing(PAT) as writer:
        writer.add(school)
        writer.add(a_recipient())
        writer.add(a_flow())
        _add_children(writer)
    _add_juno(register)
    register.close()


def order(what: Disposed = Disposed.PUPIL, number: int = JUNO, **changes: Any) -> Order:
    """Return an order to dispose of Juno, or of something else."""
    made = Order(
        what, number, DAY, "the rule has ended", "Theo Placeholder, head", Code("PUPIL"), 25
    )
    return replace(made, **changes)


def everything_of_juno() -> tuple[Order, Order]:
    """Return the orders after which nothing names her: an entry about two children does too."""
    return order(), order(Disposed.ENTRY, 3)


def about_juno(number: int, **changes: Any) -> Any:
    """Return an entry about Juno alone, with her name in every text."""
    entry = a_disclosure(
        id=DisclosureId(number),
        time="09:10",
        purpose=f"so that {NAME} could be assessed",
        items=(Code("name"), Code("dob")),
        description=f"the file of {NAME}",
        asker=Asker(f"Aunt {NAME}"),
        reason=f"{NAME} needed it",
        emergency=f"{NAME} fell",
        consent=f"form of {NAME}",
        tracking=f"{NAME}-1",
        note=f"spoke with {NAME}",
    )
    return replace(entry, **changes)


def copies_of(path: Path, text: str = NAME) -> int:
    """Count `text` in all decrypted pages, free ones too, as whoever has the key could."""
    return decrypted(path.read_bytes(), KEY).count(text.encode())


def _add_children(writer: Any) -> None:
    for number in EVERYBODY:
        pupil = PupilId(number)
        name = NAME if pupil == JUNO else f"Sampleton{number}"
        writer.add(a_pupil(id=pupil, surname=name, upn="", upn_state="none"))
        last = date(2029, 7, 20) if number < 11 else None
        writer.add(a_spell(id=SpellId(number), pupil=pupil, last_day=last))
    writer.add(Contact(ContactId(1), JUNO, f"Dana {NAME}", "mother", True, phone="01632 960001"))
    writer.add(Contact(ContactId(2), BEA, "Rex Exampleby", "father", True))
    writer.add(Exclusion(ExclusionId(1), JUNO, CATERER, f"Dana {NAME} objected", date(2025, 6, 2)))


def _add_juno(register: SqlRegister) -> None:
    with register.writing(PAT) as writer:
        child = register.versions(type(a_pupil()), JUNO)[0]
        changed = replace(child.record, known_as=f"June{NAME}", former_names=(f"Old{NAME}",))
        writer.add(changed, child.seq, f"{NAME} asked to be called June")
        wrong = writer.add(about_juno(1))
        writer.add(about_juno(2), wrong, f"{NAME} was six then")
        writer.add(about_juno(3, cohort=Cohort.of([JUNO, BEA]), note="both children"))
        whole = Cohort.of([PupilId(number) for number in EVERYBODY])
        bulk = a_disclosure(id=DisclosureId(4), cohort=whole, purpose="for the photographs")
        writer.add(bulk)
        writer.add(a_disclosure(id=DisclosureId(5), cohort=Cohort.of([BEA])))
        writer.add(
            Call(CallId(1), JUNO, DAY, "10:15", ContactId(1), f"Dana {NAME}", (), f"{NAME}?")
        )
