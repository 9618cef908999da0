"""What the details tab says about one child, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sharebook.domain.catalogue import Enrolment
from sharebook.domain.names import Code, PupilId
from sharebook.domain.pupils import Pupil, Spell, spell_on
from sharebook.services.housing import Suggestion
from sharebook.services.wording import year_and_class
from sharebook.words.days import long_day, short_day

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

Enrolments = Mapping[Code, Enrolment]


@dataclass(frozen=True, slots=True)
class Sibling:
    """A child of the same household, or one that may be; `why` says what speaks for it."""

    pupil: PupilId
    name: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """The details of one child.

    Attributes:
        here: the spell of today, or the one to come; None for who left.
        last: the newest spell.
        roll: the periods on roll, newest first, a line each.
        names: names and numbers, now and before, a line each.
    """

    pupil: Pupil
    here: Spell | None
    last: Spell | None
    roll: tuple[str, ...]
    siblings: tuple[Sibling, ...]
    suggested: tuple[Sibling, ...]
    names: tuple[str, ...]


def read_details(desk: "Desk", pupil: Pupil, spells: Sequence[Spell]) -> Details:
    """Read the details of one child."""
    housing, today = desk.pupils.housing, desk.clock.today()
    home = housing.of(pupil.id)
    together = [each for each in (home.pupils if home else ()) if each != pupil.id]
    siblings = [Sibling(each, _named(desk, each)) for each in together]
    suggested = [_suggested(desk, each) for each in housing.suggestions(pupil.id)]
    coming = next((each for each in spells if each.first_day > today), None)
    return Details(
        pupil,
        spell_on(spells, today) or coming,
        spells[-1] if spells else None,
        tuple(period(each, desk.catalogues.enrolments, today) for each in spells[::-1]),
        tuple(siblings),
        tuple(suggested),
        tuple(_names(pupil)),
    )


def period(spell: Spell, enrolments: Enrolments, today: date) -> str:
    """Return "Since 1 September 2026: Year 4, Kingfisher." or its like with an end."""
    first = short_day(spell.first_day)
    if spell.last_day is None:
        when = f"{'Since' if spell.first_day <= today else 'From'} {first}"
    else:
        when = f"{first} to {short_day(spell.last_day)}"
    went = f"Left for {spell.left_for}." if spell.left_for else ""
    said = (f"{when}: {year_and_class(spell)}.", registered(spell, enrolments), went)
    return " ".join(part for part in said if part)


def registered(spell: Spell, enrolments: Enrolments) -> str:
    """Return "Subsidiary school. The main school is Mock Hill.", or "" at one school alone."""
    row = enrolments.get(spell.enrolment)
    if row is None:
        return ""
    return f"{row.words}. {row.other} {spell.other_school or 'another school'}."


def _names(pupil: Pupil) -> list[str]:
    known = f"{pupil.forename} {pupil.surname}".strip()
    lines = [f"{known}, born {long_day(pupil.born)}"]
    if pupil.known_as:
        lines.append(f"Known as {pupil.known_as}")
    lines.append(f"UPN {pupil.upn or 'not known yet'}")
    if pupil.former_upns:
        lines.append(f"Former UPN: {', '.join(pupil.former_upns)}")
    if pupil.former_names:
        lines.append(f"Former name: {', '.join(pupil.former_names)}")
    if pupil.admission_number:
        lines.append(f"Admission number {pupil.admission_number}")
    return lines


def _named(desk: "Desk", pupil: PupilId) -> str:
    known = desk.answering.pupil(pupil)
    here = spell_on(desk.answering.spells(pupil), desk.clock.today())
    return f"{known.full_name} ({year_and_class(here)})" if here else known.full_name


def _suggested(desk: "Desk", found: Suggestion) -> Sibling:
    why = f"also has {found.adult}" if found.adult else "has the same address"
    return Sibling(found.pupil, _named(desk, found.pupil), why)
