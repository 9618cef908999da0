"""A child's flags: the school's own words that rules for regular sharing may ask for."""

from collections.abc import Iterable
from dataclasses import replace

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.errors import Refused
from sharebook.domain.flows import Reach
from sharebook.domain.names import PupilId, Seq
from sharebook.domain.pupils import Pupil
from sharebook.domain.recorded import known_at
from sharebook.services.book import Book
from sharebook.services.ports import Register
from sharebook.services.spells import pupil_now
from sharebook.words.sentences import sentence

_LONGEST = 60


class Flagging:
    """Sets and clears flags, and remembers which the school has."""

    def __init__(self, register: Register, book: Book, catalogues: Catalogues) -> None:
        self._register = register
        self._book = book
        self._catalogues = catalogues
        self._read_at: Seq | None = None
        self._known: list[str] = []

    def known(self) -> list[str]:
        """Return the school's flags: those children bear, leavers too, and rules ask for; by name.

        Those of the starter flows are among them only where one is used.
        """
        head = self._register.head().seq
        if head != self._read_at:
            self._known = self._read()
            self._read_at = head
        return self._known

    def suggested(self) -> list[str]:
        """Return flags that ready-made regular sharing asks for and the school does not have."""
        ours = {each.casefold() for each in self.known()}
        asked = {row.flag for row in self._catalogues.starter_flows.values() if row.flag}
        return sorted((each for each in asked if each.casefold() not in ours), key=str.casefold)

    def set_to(self, pupil: PupilId, flags: Iterable[str], person: str) -> Pupil:
        """Write that the child bears exactly these flags from today on.

        One that differs from a known one in capitals alone is that one.

        Raises:
            Refused: there is no such child, a flag is too long, or nothing would change.
        """
        old = pupil_now(self._register, pupil)
        spelt = {each.casefold(): each for each in (*self.suggested(), *self.known())}
        wanted = [" ".join(each.split()) for each in flags if each.strip()]
        for each in wanted:
            if len(each) > _LONGEST:
                raise Refused("flag_too_long", "flag", longest=_LONGEST)
        right = {spelt.get(each.casefold(), each): None for each in wanted}
        changed = replace(old.record, flags=tuple(sorted(right, key=str.casefold)))
        if set(changed.flags) == set(old.record.flags):
            raise Refused("flags_same", "flag")
        with self._register.writing(person) as writer:
            writer.add(changed, supersedes=old.seq, reason=sentence("flag_reason"))
        return changed

    def _read(self) -> list[str]:
        borne = {
            each for pupil in known_at(self._register.current(Pupil), None) for each in pupil.flags
        }
        asked = {
            each
            for flow in self._book.flows()
            if flow.covers.reach is Reach.FLAG
            for each in flow.covers.values
        }
        return sorted(borne | asked, key=str.casefold)
