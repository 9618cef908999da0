"""Writes the invented register with the program's own writer; made once, then kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from sharebook.bootstrap.benching.roll import FIRST_YEAR, rolls, spells, stays
from sharebook.bootstrap.benching.sharing import acts, disclosures, partners
from sharebook.bootstrap.benching.sizes import Size
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.names import Code
from sharebook.domain.people import StaffRole
from sharebook.domain.school import School
from sharebook.domain.school_year import year_from
from sharebook.services.ports import Progress
from sharebook.store.creating import create_database
from sharebook.store.migrations import newest
from sharebook.store.register import SqlRegister
from sharebook.store.sealed_file import create_sealed
from sharebook.vault.creating import create_keys
from sharebook.vault.strength import FLOOR

PERSON = "Pat Inkwell"
PASSPHRASE = "quartz-lantern-pebble-orchard-seventeen"  # noqa: S105 - of an invented register
_SCHOOL = School(
    "Example Lane School", Code("academy"), Code("england"), head="Ada Sampleton", practice=True
)
_BATCH = 20_000  # records in one transaction
_SEED = 25


@dataclass
class PassingClock:
    """Tells the moment it was set to: entries of 25 years are not all written on one day."""

    moment: datetime

    def now(self) -> datetime:
        """Return the moment, and let a minute pass."""
        self.moment += timedelta(minutes=1)
        return self.moment

    def today(self) -> date:
        """Return the day of the moment."""
        return self.moment.date()


def last_day(size: Size) -> date:
    """Return the day on which the measurements take place, soon after the last event."""
    return year_from(FIRST_YEAR + size.years - 1).last - timedelta(days=40)


def made(folder: Path, size: Size, catalogues: Catalogues, progress: Progress) -> Path:
    """Return the register of `size` in `folder`, making it if it is not there.

    Raises:
        Refused, Trouble: as for a new register; an unfinished one is made anew.
    """
    place = folder / f"bench {size.name}.sharebook"
    finished = folder / f"bench {size.name}.finished"
    mark = f"{size!r}, schema {newest()}\n"
    if not finished.exists() or finished.read_text(encoding="utf-8") != mark:
        finished.unlink(missing_ok=True)
        _remove(place)
        folder.mkdir(parents=True, exist_ok=True)
        _make(place, size, catalogues, progress)
        finished.write_text(mark, encoding="utf-8")
    return place


def _remove(place: Path) -> None:
    if place.is_dir():
        for path in place.iterdir():
            path.unlink()
        place.rmdir()


def _make(place: Path, size: Size, catalogues: Catalogues, progress: Progress) -> None:
    role = Code(StaffRole.OFFICE)
    keys = create_keys(place, _SCHOOL.name, PERSON, role, PASSPHRASE, FLOOR)
    create_sealed(keys.sealed, keys.sealed_key, keys.register_id)
    chance = Random(_SEED)  # noqa: S311 - invented data, no secret
    clock = PassingClock(datetime(FIRST_YEAR, 9, 1, 8, tzinfo=UTC))
    connection = create_database(keys.database, keys.data_key, keys.register_id)
    register = SqlRegister(connection, clock, chance.randbytes)
    try:
        for done, (day, records) in enumerate(_batches(size, catalogues, chance)):
            progress.report(min(done, size.years), size.years, "Inventing a school")
            clock.moment = max(clock.moment, datetime(day.year, day.month, day.day, 8, tzinfo=UTC))
            with register.writing(PERSON) as writer:
                for record in records:
                    writer.add(record)
        progress.report(size.years, size.years, "Inventing a school")
    finally:
        register.close()


def _batches(
    size: Size, catalogues: Catalogues, chance: Random
) -> Iterator[tuple[date, list[object]]]:
    everyone = stays(size, chance)
    known = partners(size, catalogues, chance)
    first = year_from(FIRST_YEAR).first
    people: list[object] = [_SCHOOL, *(stay.pupil for stay in everyone)]
    for records in _cut(people), _cut(spells(size, everyone)), _cut(known.recipients):
        yield from ((first, part) for part in records)
    yield first, list(known.flows)
    planned = acts(size, chance)
    entries = disclosures(planned, rolls(size, everyone), known, chance)
    start = 0
    for part in _cut(entries, max(1, size.disclosures // size.years)):
        start += len(part)
        yield planned[start - 1].day, part


def _cut(records: Iterable[object], length: int = _BATCH) -> Iterator[list[object]]:
    part: list[object] = []
    for record in records:
        part.append(record)
        if len(part) == length:
            yield part
            part = []
    if part:
        yield part
