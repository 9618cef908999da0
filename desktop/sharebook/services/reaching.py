"""How many a rule takes in, while it is being chosen."""

from datetime import date

from sharebook.domain.flows import Flow
from sharebook.domain.names import Seq
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.reach import Reached, reached
from sharebook.domain.recorded import known_at
from sharebook.services.book import Book
from sharebook.services.ports import Register


class Reaching:
    """Applies rules to the roll; reads it once for each state of the register."""

    def __init__(self, register: Register, book: Book) -> None:
        self._register = register
        self._book = book
        self._read_at: Seq | None = None
        self._pupils: list[Pupil] = []
        self._spells: list[Spell] = []

    def on(self, flow: Flow, day: date) -> Reached:
        """Return whom the rule of `flow` takes in on `day`."""
        return reached(flow, self._roll(day), self._book.exclusions(), day)

    def flags(self) -> list[str]:
        """Return the marks that pupils bear, for a rule that asks for one."""
        self._read()
        return sorted({flag for pupil in self._pupils for flag in pupil.flags}, key=str.casefold)

    def _roll(self, day: date) -> list[tuple[Pupil, list[Spell]]]:
        self._read()
        spells: dict[int, list[Spell]] = {}
        for spell in self._spells:
            if spell.covers(day):
                spells.setdefault(spell.pupil, []).append(spell)
        return [(pupil, spells[pupil.id]) for pupil in self._pupils if pupil.id in spells]

    def _read(self) -> None:
        head = self._register.head().seq
        if head != self._read_at:
            self._pupils = known_at(self._register.current(Pupil), None)
            self._spells = known_at(self._register.current(Spell), None)
            self._read_at = head
