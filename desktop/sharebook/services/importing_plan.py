"""What one row changes about one pupil: facts put right, a class move, a leaving, a return."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from sharebook.domain import upn as upns
from sharebook.domain.preview import Fate, PupilPlan, PupilRow, Warned
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.recorded import Recorded
from sharebook.intake.columns import Field
from sharebook.services.importing_match import Book
from sharebook.words.days import short_day

_DAY = timedelta(days=1)
_FIELDS = {
    "surname": Field.LEGAL_SURNAME,
    "forename": Field.LEGAL_FORENAME,
    "born": Field.BORN,
    "known_as": Field.KNOWN_AS,
    "admission_number": Field.ADMISSION_NUMBER,
}


@dataclass(frozen=True, slots=True)
class Source:
    """The day of the import, and the columns the file has: what it lacks it says nothing about."""

    today: date
    columns: tuple[str, ...]

    def has(self, field: Field) -> bool:
        """Say whether the file has a column for `field`."""
        return field.value in self.columns


@dataclass(frozen=True, slots=True)
class _Move:
    """What happens to the pupil's spells."""

    old: Recorded[Spell] | None = None
    closed: Spell | None = None
    spell: Spell | None = None
    change: str = ""
    why_closed: str = ""
    warning: str = ""


def plan_for(row: PupilRow, known: Recorded[Pupil] | None, book: Book, source: Source) -> PupilPlan:
    """Return what `row` writes about the pupil `known`, or about a new one."""
    if known is None:
        return PupilPlan(row.row, Fate.NEW, row.pupil, spell=row.spell)
    pupil, changes = _put_right(row.pupil, known.record, source)
    move = _move(row, book.spells.get(known.record.id, []), source)
    if move.change:
        changes = (*changes, move.change)
    return PupilPlan(
        row=row.row,
        fate=Fate.CHANGED if changes else Fate.SAME,
        pupil=pupil,
        known=known,
        old_spell=move.old,
        closed=move.closed,
        spell=move.spell,
        changes=changes,
        why_closed=move.why_closed,
        warnings=_warnings(row, move),
    )


def _warnings(row: PupilRow, move: _Move) -> tuple[Warned, ...]:
    if not (move.warning and move.spell):
        return ()
    return (Warned(row.row, move.warning, {"first": short_day(move.spell.first_day)}),)


def _put_right(new: Pupil, old: Pupil, source: Source) -> tuple[Pupil, tuple[str, ...]]:
    """Return the register's pupil with what the file says differently, and what that was."""
    pupil = old
    changes = []
    for name, field in _FIELDS.items():
        said = getattr(new, name)
        empties = name == "known_as"  # any other empty cell says nothing
        if source.has(field) and said != getattr(old, name) and (said or empties):
            pupil = replace(pupil, **{name: said})
            changes.append(field.value)
    pupil = _with_numbers(pupil, new, old)
    if (pupil.upn, pupil.former_upns) != (old.upn, old.former_upns):
        changes.append(Field.UPN.value)
    if pupil.surname != old.surname:
        pupil = replace(pupil, former_names=_with(old.former_names, old.surname))
    return pupil, tuple(changes)


def _with_numbers(pupil: Pupil, new: Pupil, old: Pupil) -> Pupil:
    """Take over the file's number; one that is replaced becomes a former number."""
    former = old.former_upns
    for number in new.former_upns:
        former = _with(former, number)
    number = new.upn or old.upn
    if new.upn in old.former_upns:
        number = old.upn  # the file is older than the register
    elif old.upn and old.upn != number:
        former = _with(former, old.upn)
    former = tuple(each for each in former if each != number)
    return replace(pupil, upn=number, upn_state=upns.state(number), former_upns=former)


def _with(words: tuple[str, ...], word: str) -> tuple[str, ...]:
    return words if word in words else (*words, word)


def _move(row: PupilRow, spells: list[Recorded[Spell]], source: Source) -> _Move:
    said = row.spell
    if said is None:
        return _Move()
    if not spells:
        return _Move(spell=said, change="class")
    latest = spells[-1]
    now = _completed(row, said, latest.record, source)
    if latest.record.last_day is not None and said.last_day is None:
        return _returned(row, now, latest.record, source)
    if said.last_day is not None:
        return _left(now, latest)
    return _moved(now, latest, source)


def _completed(row: PupilRow, said: Spell, old: Spell, source: Source) -> Spell:
    """Return the file's year and class, the register's where the file lacks the column."""
    year = said.year if source.has(Field.YEAR) and said.year else old.year
    class_name = said.class_name if source.has(Field.CLASS) and said.class_name else old.class_name
    now = replace(said, year=year, class_name=class_name, pupil=old.pupil)
    if not row.enrolment:
        return replace(now, enrolment=old.enrolment, other_school=old.other_school)
    if now.enrolment and not now.other_school:
        return replace(now, other_school=old.other_school)
    return now


def _moved(now: Spell, latest: Recorded[Spell], source: Source) -> _Move:
    """A running spell in another class, or at two schools: a new one begins today."""
    old = latest.record
    change = _change(now, old)
    if not change:
        return _Move()
    if old.first_day >= source.today:  # it has not run yet: put right, not ended
        right = replace(
            old,
            year=now.year,
            class_name=now.class_name,
            enrolment=now.enrolment,
            other_school=now.other_school,
        )
        return _Move(latest, right, change=change, why_closed="import_reason_class")
    closed = replace(old, last_day=source.today - _DAY)
    begun = replace(now, first_day=source.today, last_day=None)
    return _Move(latest, closed, begun, change, "import_reason_class")


def _change(now: Spell, old: Spell) -> str:
    """Return what the file says otherwise of a running spell; "" where nothing."""
    if (now.year, now.class_name) != (old.year, old.class_name):
        return "class"
    elsewhere = (now.enrolment, now.other_school) != (old.enrolment, old.other_school)
    return Field.ENROLMENT.value if elsewhere else ""


def _left(now: Spell, latest: Recorded[Spell]) -> _Move:
    """The file gives a leaving date; the running or wrongly ended spell ends there."""
    old = latest.record
    if now.last_day == old.last_day or (now.last_day and now.last_day < old.first_day):
        return _Move()
    ended = replace(old, last_day=now.last_day)
    return _Move(latest, ended, change="leaving date", why_closed="import_reason_left")


def _returned(row: PupilRow, now: Spell, old: Spell, source: Source) -> _Move:
    """A pupil who had left is in the file without a leaving date: a second spell begins."""
    last = old.last_day or old.first_day
    if last >= source.today:
        return _Move()  # still on roll; the file does not know of the leaving to come
    came = row.entered if row.entered and row.entered > last else source.today
    spell = replace(now, first_day=came, last_day=None)
    return _Move(spell=spell, change="class", warning="pupil_returns")
