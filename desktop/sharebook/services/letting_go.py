"""What is sealed about children whose record was disposed of, and letting it go too.

The open register is disposed of first, then the compartment: a power cut in between leaves the
sealed entries, which are offered to the next holder. The office is told nothing of either.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sharebook.domain.calls import Call
from sharebook.domain.clock import Clock
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.disposal import Disposal, Disposed, Order
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.names import PupilId
from sharebook.domain.recorded import Recorded
from sharebook.services.asked_about import asked_alone
from sharebook.services.disposing import DisposingRegister
from sharebook.services.ports import Register
from sharebook.services.retaining import Retaining
from sharebook.words.disposal import hold_words


@dataclass(frozen=True, slots=True)
class Left:
    """Sealed records about disposed children alone, which are still to be read.

    Attributes:
        entries: their numbers in the sealed log.
        calls: those of call notes.
        requests: those of requests.
    """

    entries: tuple[int, ...] = ()
    calls: tuple[int, ...] = ()
    requests: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.entries or self.calls or self.requests)


class LettingGo:
    """Disposes of sealed records on the word that the open register's disposals were given.

    Args:
        openly: everybody's register; only read.
        sealed: the compartment's own file.
        retaining: the rules and holds, over the sealed entries in place of the open ones.
    """

    def __init__(
        self, openly: Register, sealed: DisposingRegister, retaining: Retaining, clock: Clock
    ) -> None:
        self._open = openly
        self._sealed = sealed
        self._retaining = retaining
        self._clock = clock

    def refuse(self, pupils: Collection[int]) -> None:
        """Let children pass of whom nothing sealed must be kept any longer.

        Raises:
            Refused: as `Retaining.due_one`, or `disposal_held`, for what is sealed.
        """
        for pupil in pupils:
            about = self._about(PupilId(pupil))
            asked = asked_alone(self._sealed, PupilId(pupil), self._disposals())
            if not asked and all(each.disposed for each in about):
                continue
            due = self._retaining.due_one(Disposed.PUPIL, pupil)
            if due.held:
                holds = "; ".join(hold_words(hold) for hold in due.holds)
                raise Refused("disposal_held", holds=holds)

    def left(self) -> Left:
        """Return what is still sealed about children that were disposed of."""
        gone = self._disposals()
        found = [each for pupil in gone for each in self._standing(pupil, frozenset(gone))]
        entries = {int(it.record.id) for it in found if isinstance(it.record, Disclosure)}
        calls = {int(it.record.id) for it in found if isinstance(it.record, Call)}
        asked = {int(it) for pupil in gone for it in asked_alone(self._sealed, pupil, gone)}
        return Left(tuple(sorted(entries)), tuple(sorted(calls)), tuple(sorted(asked)))

    def finish(self, person: str, pupils: Collection[int] | None = None) -> list[Disposal]:
        """Blank what is left about `pupils`, or about every child that was disposed of.

        Reason, approval and rule are those of the child's own disposal. `sweep` must follow.

        Raises:
            Refused: another program writes, or the keys were changed meanwhile.
            Trouble: the disk failed; nothing was disposed of.
        """
        found = self._disposals()
        gone = frozenset(found)
        wanted = [each for each in found if pupils is None or int(each) in pupils]
        orders, covered = [], set[object]()
        for pupil in wanted:
            things: set[object] = {each.seq for each in self._standing(pupil, gone)}
            things |= {("request", each) for each in asked_alone(self._sealed, pupil, gone)}
            if things - covered:
                covered |= things
                orders.append(self._order(found[pupil], pupil, gone))
        if not orders:
            return []
        with self._sealed.writing(person) as writer:
            return [writer.dispose(each) for each in orders]

    def sweep(self) -> bool:
        """Write the file anew if a disposal still owes that; False if it must wait."""
        try:
            self._sealed.sweep()
        except (Refused, Trouble):
            return False
        return True

    def _disposals(self) -> dict[PupilId, Disposal]:
        made = [each.record for each in self._open.current(Disposal)]
        return {each.pupil: each for each in made if each.what is Disposed.PUPIL and each.pupil}

    def _order(self, of_child: Disposal, pupil: PupilId, gone: frozenset[PupilId]) -> Order:
        return Order(
            what=Disposed.PUPIL,
            number=int(pupil),
            day=self._clock.today(),
            because=of_child.because,
            approved_by=of_child.approved_by,
            rule=of_child.rule,
            years=of_child.years,
            gone=gone,
        )

    def _standing(
        self, pupil: PupilId, gone: frozenset[PupilId]
    ) -> Iterator[Recorded[Disclosure] | Recorded[Call]]:
        for each in self._about(pupil):
            whom = each.record.cohort if isinstance(each.record, Disclosure) else (pupil,)
            if not each.disposed and gone.issuperset(whom):
                yield each

    def _about(self, pupil: PupilId) -> list[Recorded[Disclosure] | Recorded[Call]]:
        return [*self._sealed.disclosures_about(pupil), *self._sealed.about(Call, pupil)]
