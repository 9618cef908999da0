"""Families and their children: names, addresses, adults, all invented and all by seed."""

import unicodedata
from dataclasses import dataclass, field
from random import Random

from sharebook.domain.contacts import Contact, Restriction
from sharebook.domain.names import ContactId, PupilId
from sharebook.services.practice.script import AdultScript, NamesScript

_SHARES_FAMILY = 0.36
_MOST_CHILDREN = 3
_ONE_ADULT = 0.22
_THIRD_ADULT = 0.15
_OTHER_SURNAME = 0.2
_MOTHER_FIRST = 0.85
_RANGE = 1000  # numbers in each of these
_RANGES = ("07700 900", "01632 960", "0113 496 0", "0114 496 0")
_RELATIONS = ("Mother", "Father", "Stepfather", "Foster carer", "Stepmother")
_MEN = frozenset({"Father", "Stepfather"})
_NO_RESPONSIBILITY = frozenset({"Stepfather", "Stepmother", "Foster carer", "Grandmother"})


@dataclass(slots=True)
class Family:
    """Children with one address and the same adults."""

    surname: str
    address: str
    adults: tuple[AdultScript, ...]
    phones: tuple[str, ...]
    children: set[str] = field(default_factory=set)
    cohorts: set[int] = field(default_factory=set)


class Casting:
    """Hands out families and names."""

    def __init__(self, names: NamesScript, random: Random) -> None:
        self._names = names
        self._random = random
        self._surnames: list[str] = []
        self._families: list[Family] = []
        self._phones = 0

    def child(self, cohort: int) -> tuple[Family, str]:
        """Return a family and a forename for one more child of the year that began in `cohort`."""
        family = self._known_family(cohort) or self._new_family()
        forename = self._random.choice(self._names.forenames)
        while forename in family.children:
            forename = self._random.choice(self._names.forenames)
        family.children.add(forename)
        family.cohorts.add(cohort)
        return family, forename

    def family_of(self, surname: str, adults: tuple[AdultScript, ...], address: str = "") -> Family:
        """Return a new family of the script, outside the pool others may join."""
        return Family(surname, address or self._address(), adults, self._phones_for(adults))

    def flags(self) -> tuple[str, ...]:
        """Return the school's words for a child, by chance."""
        chances = self._names.flags.items()
        return tuple(flag for flag, chance in chances if self._random.random() < chance)

    def _known_family(self, cohort: int) -> Family | None:
        if self._random.random() > _SHARES_FAMILY or not self._families:
            return None
        family = self._random.choice(self._families)
        full = len(family.children) >= _MOST_CHILDREN or cohort in family.cohorts
        return None if full else family

    def _new_family(self) -> Family:
        if not self._surnames:
            self._surnames = list(self._names.surnames)
            self._random.shuffle(self._surnames)
        surname = self._surnames.pop()
        adults = self._adults(surname)
        family = Family(surname, self._address(), adults, self._phones_for(adults))
        self._families.append(family)
        return family

    def _adults(self, surname: str) -> tuple[AdultScript, ...]:
        first = self._adult(
            surname, "Mother" if self._random.random() < _MOTHER_FIRST else "Father"
        )
        adults = [first]
        if self._random.random() > _ONE_ADULT:
            others = [relation for relation in _RELATIONS if relation != first.relationship]
            adults.append(self._adult(surname, self._random.choices(others, (80, 6, 6, 8))[0]))
        if self._random.random() < _THIRD_ADULT:
            adults.append(self._adult(surname, "Grandmother"))
        return tuple(adults)

    def _adult(self, surname: str, relationship: str) -> AdultScript:
        names = self._names.men if relationship in _MEN else self._names.women
        forename = self._random.choice(names)
        if self._random.random() < _OTHER_SURNAME:
            surname = self._random.choice(self._names.surnames)
        return AdultScript(
            f"{forename} {surname}", relationship, relationship not in _NO_RESPONSIBILITY
        )

    def _address(self) -> str:
        street = self._random.choice(self._names.streets)
        house, place = self._random.randint(1, 180), self._random.randint(1, 9)
        return f"{house} {street}, Sampleford, ZZ9 {place}ZZ"

    def _phones_for(self, adults: tuple[AdultScript, ...]) -> tuple[str, ...]:
        first = self._phones
        self._phones += len(adults)
        return tuple(_phone(first + place) for place in range(len(adults)))


def _phone(number: int) -> str:
    """Return a number of the ranges kept free for invented people."""
    block, rest = divmod(number, _RANGE)
    return f"{_RANGES[block % len(_RANGES)]}{rest:03}"


def contacts_of(
    family: Family, pupil: PupilId, first: int, *, protected: bool = False
) -> list[Contact]:
    """Return the contacts of one child, with ids from `first`."""
    return [
        Contact(
            id=ContactId(first + place),
            pupil=pupil,
            name=adult.name,
            relationship=adult.relationship,
            responsibility=adult.responsibility,
            restriction=Restriction(adult.restriction),
            restriction_note=adult.restriction_note,
            phone=family.phones[place],
            email=f"{_plain(adult.name)}@families.example",
            address="" if protected or adult.restriction != "none" else family.address,
            rank=place + 1,
            evidence=adult.evidence,
            orders=adult.orders,
            address_protected=adult.address_hidden,
            no_reports=adult.no_reports,
        )
        for place, adult in enumerate(family.adults)
    ]


def _plain(name: str) -> str:
    """Return "maria.apeere" for "Maria Apẹẹrẹ"."""
    bare = unicodedata.normalize("NFKD", name.lower())
    words = "".join(mark for mark in bare if mark.isascii() and (mark.isalpha() or mark == " "))
    return ".".join(words.split())
