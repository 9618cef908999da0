"""What the columns of a pupil file are, by the headings people use (intake.md 3)."""

from dataclasses import dataclass
from enum import StrEnum

from sharebook.domain.errors import Refused
from sharebook.intake.folding import bare


class Field(StrEnum):
    """What a column holds."""

    UPN = "upn"
    FORMER_UPN = "former UPN"
    ADMISSION_NUMBER = "admission number"
    LEGAL_SURNAME = "legal surname"
    SURNAME = "surname"
    LEGAL_FORENAME = "legal forename"
    FORENAME = "forename"
    KNOWN_AS = "known as"
    PREFERRED_SURNAME = "preferred surname"
    BORN = "date of birth"
    YEAR = "year group"
    CLASS = "class"
    ENTRY = "entry date"
    LEAVING = "leaving date"
    ENROLMENT = "enrolment status"
    OTHER_SCHOOL = "other school"


_HEADINGS = {
    Field.UPN: "upn, unique pupil number, pupil upn, current upn",
    Field.FORMER_UPN: "former upn, previous upn, old upn",
    Field.ADMISSION_NUMBER: "adno, adm no, admission no, admission number, pan, mis id, "
    "pupil admission number, admissions number",
    Field.LEGAL_SURNAME: "legal surname, legal last name, legal family name",
    Field.SURNAME: "surname, last name, family name, pupil surname, student surname",
    Field.LEGAL_FORENAME: "legal forename, legal first name, legal given name",
    Field.FORENAME: "forename, first name, given name, pupil forename, student forename",
    Field.KNOWN_AS: "known as, known name, preferred name, preferred forename, chosen name, "
    "chosen forename, preferred first name, chosen first name, known as forename, "
    "known forename, known as first name",
    Field.PREFERRED_SURNAME: "preferred surname, chosen surname, known surname, "
    "known as surname, preferred last name, chosen last name",
    Field.BORN: "dob, date of birth, birth date, d o b, born",
    Field.YEAR: "year, year group, nc year, ncyearactual, year taught in, yr, yeargrp, yr group, "
    "national curriculum year, year groups this academic year, nc years for today",
    Field.CLASS: "class, reg, reg group, form, tutor group, registration, registration group, "
    "form group, class name, courses classes, registration form",
    Field.ENTRY: "doa, date of admission, admission date, entry date, start date, date of entry",
    Field.LEAVING: "dol, date of leaving, leaving date, end date, leave date",
    Field.ENROLMENT: "enrolment status, enrolstatus, enrol status, enrolment, enrolment type, "
    "dual registration, dual registration status",
    Field.OTHER_SCHOOL: "other school, dual school, dual registered school, main school, "
    "base school, home school, subsidiary school",
}
_BY_HEADING = {
    bare(heading): field for field, said in _HEADINGS.items() for heading in said.split(",")
}
_IDENTITY = (Field.LEGAL_SURNAME, Field.LEGAL_FORENAME, Field.BORN, Field.UPN)
# Never stored, and a person must hear that they were there (intake.md 0, 9).
_SENSITIVE = (
    *("religion", "faith", "belief", "ethnic", "nationality", "asylum", "eal"),
    *("sen", "send", "sensupport", "ehcp", "disab", "medical", "health", "allerg", "diet"),
    *("lookedafter", "incare", "lac", "safeguard", "childprotection", "fsm", "freeschoolmeal"),
    *("pupilpremium", "pp", "protected", "refuge", "courtorder", "parentalresponsibility"),
)
_WHOLE_WORD = 3  # shorter marks must be the whole heading or its start


@dataclass(frozen=True, slots=True)
class Columns:
    """Which cell holds what.

    Attributes:
        places: place of each known field in the row, from 0.
        skipped: headings nobody asked for, as the file has them.
        sensitive: the skipped ones that a person must hear of.
    """

    places: dict[Field, int]
    skipped: tuple[str, ...]
    sensitive: tuple[str, ...]


def field_of(heading: str) -> Field | None:
    """Return what a column with this heading holds, or None."""
    return _BY_HEADING.get(bare(heading))


def known_headings(cells: tuple[str, ...]) -> int:
    """Return how many of `cells` are headings we know."""
    return sum(bare(cell) in _BY_HEADING for cell in cells)


def columns_of(name: str, headings: tuple[str, ...]) -> Columns:
    """Return where each field stands.

    Raises:
        Refused: no surname or no date of birth among the headings, or one of them stands twice.
    """
    fields = _meant([_BY_HEADING.get(bare(heading)) for heading in headings])
    places: dict[Field, int] = {}
    for place, field in enumerate(fields):
        if field in places and field in _IDENTITY:
            first = headings[places[field]]
            raise Refused("pupils_heading_twice", file=name, first=first, second=headings[place])
        if field is not None:
            places.setdefault(field, place)
    for needed in (Field.LEGAL_SURNAME, Field.BORN):
        if needed not in places:
            raise Refused("pupils_heading_missing", file=name, heading=needed.value)
    used = {place for field, place in places.items() if field is not Field.PREFERRED_SURNAME}
    skipped = [heading for place, heading in enumerate(headings) if place not in used and heading]
    return Columns(places, tuple(skipped), tuple(filter(_is_sensitive, skipped)))


def _meant(fields: list[Field | None]) -> list[Field | None]:
    """Settle what a plain "Surname" means: preferred beside a legal one, legal alone."""
    meanings = {
        Field.SURNAME: _or_preferred(fields, Field.LEGAL_SURNAME, Field.PREFERRED_SURNAME),
        Field.FORENAME: _or_preferred(fields, Field.LEGAL_FORENAME, Field.KNOWN_AS),
    }
    return [meanings.get(field, field) if field else None for field in fields]


def _or_preferred(fields: list[Field | None], legal: Field, preferred: Field) -> Field:
    return preferred if legal in fields else legal


def _is_sensitive(heading: str) -> bool:
    plain = bare(heading)
    return any(
        plain == mark
        or (len(mark) > _WHOLE_WORD and mark in plain)
        or heading.lower().split()[0:1] == [mark]
        for mark in _SENSITIVE
    )
