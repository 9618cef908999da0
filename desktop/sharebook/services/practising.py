"""Fill an empty register with the practice school: invented, complete, the same every time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.errors import Refused
from sharebook.domain.names import Seq
from sharebook.domain.school import School
from sharebook.domain.school_dates import SchoolDate
from sharebook.services.ports import Progress, Register, Writer
from sharebook.services.practice.calendar import Calendar
from sharebook.services.practice.events import Planned, Stage, play
from sharebook.services.practice.partners import Partners, arrange
from sharebook.services.practice.roll import Roll, enrol
from sharebook.services.practice.script import SchoolScript, read
from sharebook.services.practice.terms import school_dates

_STEP = 100  # records between two words of progress


@dataclass(frozen=True, slots=True)
class PracticeSummary:
    """What the practice school holds; days are the first and the last of its log."""

    school: School
    on_roll: int
    leavers: int
    recipients: int
    flows: int
    agreements: int
    disclosures: int
    first_day: date
    last_day: date


def practise(
    register: Register, catalogues: Catalogues, progress: Progress, today: date
) -> PracticeSummary:
    """Write the practice school into `register`, in one transaction, all before `today`.

    Raises:
        Refused: practice_needs_empty_register, the register holds a school already.
        Cancelled: the person pressed Stop; the register is as empty as before.
    """
    if register.current(School):
        raise Refused("practice_needs_empty_register")
    progress.report(0, 1, "Inventing a school")
    script = read("school", SchoolScript)
    calendar = Calendar.of(today)
    roll = enrol(calendar, script)
    partners = arrange(calendar, catalogues, roll)
    planned = play(Stage(calendar, roll, partners, dict(script.staff)))
    with register.writing(script.staff["office"].name) as writer:
        records = _records(script.school, school_dates(calendar), roll, partners)
        _write(writer, records, planned, progress)
    on_roll = len(roll.on(today))
    return PracticeSummary(
        school=script.school,
        on_roll=on_roll,
        leavers=len(roll.pupils) - on_roll,
        recipients=len(partners.recipients),
        flows=len(partners.flows),
        agreements=len(partners.agreements),
        disclosures=len(planned),
        first_day=min(each.entry.day for each in planned),
        last_day=max(each.entry.day for each in planned),
    )


def _records(
    school: School, dates: tuple[SchoolDate, ...], roll: Roll, partners: Partners
) -> list[tuple[str, object]]:
    """Return every record but the disclosures, each with what is being done."""

    def all_records() -> Iterator[tuple[str, object]]:
        yield "Naming the school", school
        for doing, records in (
            ("Naming the school", partners.headings),
            ("Typing the terms", dates),
            ("Enrolling pupils", roll.pupils),
            ("Filling the classes", roll.spells),
            ("Asking whom to ring", roll.contacts),
            ("Asking whom to ring", roll.households),
            ("Listing who gets data", partners.recipients.values()),
            ("Signing agreements", partners.agreements.values()),
            ("Writing down regular sharing", partners.sets.values()),
            ("Writing down regular sharing", sum(partners.flows.values(), ())),
            ("Writing down regular sharing", partners.exclusions),
        ):
            for record in records:
                yield doing, record

    return list(all_records())


def _write(
    writer: Writer, records: list[tuple[str, object]], planned: list[Planned], progress: Progress
) -> None:
    total = len(records) + len(planned)
    for done, (doing, record) in enumerate(records):
        if done % _STEP == 0:
            progress.report(done, total, doing)
        writer.add(record)
    places: dict[str, Seq] = {}
    for done, each in enumerate(planned, start=len(records)):
        if done % _STEP == 0:
            progress.report(done, total, "Filling the log of three years")
        places[each.key] = _add(writer, each, places)
    progress.report(total, total, "The practice school is ready")


def _add(writer: Writer, each: Planned, places: dict[str, Seq]) -> Seq:
    entry: Disclosure = each.entry
    if each.corrects:
        return writer.add(entry, supersedes=places[each.corrects], reason=each.why)
    return writer.add(entry)
