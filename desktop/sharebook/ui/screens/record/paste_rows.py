"""The rows of a list as it is understood: a line, whom it may mean, and what became of it."""

from collections.abc import Container
from dataclasses import dataclass

from sharebook.domain.names import PupilId
from sharebook.services.choosing import OnRoll
from sharebook.services.gathering import Found, Gathered, Line
from sharebook.services.wording import year_and_class
from sharebook.ui.chips import Chip
from sharebook.words.days import count, short_day

_TAKEN = (Found.SURE,)
_CLOSED = (Found.SHUT_OUT, Found.TWICE, Found.NOBODY)  # Space does nothing there
_CHIPS = {
    Found.SURE: Chip("Taken out", "old", "minus"),
    Found.SEVERAL: Chip("This one?", "warn"),
    Found.NOBODY: Chip("Not found", "gap"),
    Found.LEFT: Chip("Left the school", "old"),
    Found.TWICE: Chip("Twice", "old"),
    Found.SHUT_OUT: Chip("Shut out", "bad"),
    Found.PROTECTED: Chip("Protected", "ask"),
}
_SAID = (
    (Found.SEVERAL, "to choose"),
    (Found.NOBODY, "not found"),
    (Found.LEFT, "left the school"),
    (Found.PROTECTED, "protected"),
    (Found.SHUT_OUT, "shut out of this recipient"),
    (Found.TWICE, "twice"),
)


@dataclass(frozen=True, slots=True)
class ListRow:
    """A child a line may mean; a line that means one of several has a row for each.

    Attributes:
        place: of the line among the lines.
        found: what became of it; of one of several, what speaks against that child, if anything.
        person: None where nobody was found.
    """

    place: int
    line: Line
    found: Found
    person: OnRoll | None = None

    @property
    def pupil(self) -> PupilId | None:
        """Whom the row is about."""
        return self.person.pupil.id if self.person else None

    @property
    def may_be_taken(self) -> bool:
        """Whether the child may be chosen here."""
        return self.person is not None and self.found not in _CLOSED

    @property
    def who(self) -> str:
        """The child as the register knows it."""
        return self.person.pupil.full_name if self.person else ""

    @property
    def where(self) -> str:
        """Class and birthday, which tell twins and namesakes apart."""
        if self.person is None:
            return "Nobody of that name" if self.found is Found.NOBODY else ""
        spell = self.person.spell
        room = year_and_class(spell) if spell else "Never on roll"
        room = f"Left. Was in {room}" if self.person.left and spell else room
        return f"{room}. Born {short_day(self.person.pupil.born)}"

    def chip(self, *, taken: bool) -> Chip:
        """Return the state as a chip."""
        if taken:
            return Chip("In", "ok")
        if self.found is Found.TWICE and not self.line.first:
            return Chip("In already", "old")
        return _CHIPS[self.found]


def rows_of(gathered: Gathered) -> list[ListRow]:
    """Return the rows, those a person must look at first."""
    rows: list[ListRow] = []
    for place, line in enumerate(gathered.lines):
        if not line.pupils:
            rows.append(ListRow(place, line, line.found))
        for pupil in line.pupils:
            asked = line.found is Found.SEVERAL
            barred = gathered.barred.get(pupil)
            found = Found.SHUT_OUT if asked and barred is Found.SHUT_OUT else line.found
            rows.append(ListRow(place, line, found, gathered.people[pupil]))
    order = (Found.SEVERAL, *(each for each in Found if each not in (Found.SEVERAL, *_TAKEN)))
    ranks = {found: rank for rank, found in enumerate((*order, *_TAKEN))}
    return sorted(rows, key=lambda row: (ranks[row.line.found], row.place))


def told(gathered: Gathered, number: int, settled: Container[int]) -> str:
    """Return "18 of 21 lines in. 2 to choose, 1 not found."; `settled` are places of lines."""
    open_now: dict[Found, int] = {}
    for place, each in enumerate(gathered.lines):
        if place not in settled:
            open_now[each.found] = open_now.get(each.found, 0) + 1
    rest = [f"{open_now[found]:,} {words}" for found, words in _SAID if found in open_now]
    first = f"{number:,} of {count(len(gathered.lines), 'line')} in."
    return f"{first} {', '.join(rest)}." if rest else first
