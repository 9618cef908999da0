"""The rows of the pupil list: every child with class and marks, read once for the screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sharebook.domain.contacts import Contact, Restriction
from sharebook.domain.names import PupilId
from sharebook.domain.recorded import known_at
from sharebook.services.choosing import OnRoll, year_rank
from sharebook.services.twinning import twin_words
from sharebook.services.wording import year_and_class
from sharebook.ui.folding import folded
from sharebook.words.days import month_year

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

LEFT = "left"
_BARRED = {
    Restriction.NO_CONTACT: "nothing may be said to {name}",
    Restriction.ASK_FIRST: "ask first before anything is said to {name}",
}


@dataclass(frozen=True, slots=True)
class RollRow:
    """One child in the list.

    Attributes:
        where: "Year 4, Kingfisher", or "Left Jul 2026".
        barred: what holds about adults who are shut out, in words; "" where nobody is.
        protected: where the child lives or learns must not be given away.
        searched: name, former names, class and number, folded.
        twin: "has a twin: Bea, 4 Kingfisher"; "" for most children.
    """

    id: PupilId
    name: str
    where: str
    surname: str
    year: str
    class_name: str
    left: bool
    barred: str
    protected: bool
    searched: str
    twin: str = ""

    @property
    def place(self) -> tuple[bool, tuple[int, str], str, str]:
        """Where it stands when the list is sorted by class."""
        return self.left, year_rank(self.year), self.class_name, self.name.casefold()

    @property
    def state(self) -> str:
        """The marks in words."""
        left = "has left" if self.left else ""
        hidden = "whereabouts protected" if self.protected else ""
        return ", ".join(part for part in (self.barred, hidden, self.twin, left) if part)


def read_roll(desk: "Desk") -> list[RollRow]:
    """Return every child the register knows, leavers too, by name."""
    barred = _barred(known_at(desk.register.current(Contact), None))
    roll = desk.choosing.everyone(desk.clock.today())
    twins = twin_words(roll)
    return [_row(each, barred, twins.get(each.pupil.id, "")) for each in roll]


def years(rows: Iterable[RollRow]) -> list[str]:
    """Return the year groups that have children on roll, youngest first."""
    return sorted({row.year for row in rows if row.year and not row.left}, key=year_rank)


def under(rows: Sequence[RollRow], year: str) -> list[RollRow]:
    """Return the rows of one year button: "" all, "left" the leavers, else a year group."""
    if not year:
        return list(rows)
    if year == LEFT:
        return [row for row in rows if row.left]
    return [row for row in rows if row.year == year and not row.left]


def _barred(contacts: Iterable[Contact]) -> dict[PupilId, list[str]]:
    found: dict[PupilId, list[str]] = {}
    for contact in contacts:
        if contact.restriction in _BARRED:
            words = _BARRED[contact.restriction].format(name=contact.name)
            found.setdefault(contact.pupil, []).append(words)
    return found


def _row(each: OnRoll, barred: dict[PupilId, list[str]], twin: str) -> RollRow:
    pupil, spell = each.pupil, each.spell
    year, class_name = (spell.year, spell.class_name) if spell else ("", "")
    where = _left(each) if each.left else year_and_class(spell) if spell else ""
    names = (pupil.full_name, pupil.forename, *pupil.former_names, where, pupil.upn)
    return RollRow(
        pupil.id,
        pupil.full_name,
        where,
        pupil.surname,
        year,
        class_name,
        each.left,
        ", ".join(barred.get(pupil.id, ())),
        pupil.protected,
        folded(" ".join(names)),
        twin,
    )


def _left(each: OnRoll) -> str:
    last: date | None = each.spell.last_day if each.spell else None
    return f"Left {month_year(last)}" if last else "Not on roll yet"
