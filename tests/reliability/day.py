"""A day in the office, step by step, on a disk that gives out at a chosen place."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.keys import KeyKeeping
from sharebook.bootstrap.opening import open_register
from sharebook.domain.chain import Head
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.names import Code, PupilId
from sharebook.domain.people import Person
from sharebook.vault.strength import LEAST
from sharebook.words.sentences import told
from tests.conftest import Quiet
from tests.reliability.processes import moments
from tests.reliability.school import CLOCK, PASSPHRASE, PAT, Office, is_whole

OTHERS = ("violet anchor biscuit thunder maple", "copper blanket penguin ladder tulip")
ROBIN = Person("Robin Standin", Code("office"))
ROBINS = "saddle ribbon harbour turnip quartz"
SAYS_WHAT_IS_SAFE = ("safe", "unchanged", "Nothing", "nothing", "not saved", "whole", "is in the")
Failing = Callable[[int], AbstractContextManager[None]]


@dataclass
class Failure:
    """A step that could not be done.

    Attributes:
        at: how much the disk still gave.
    """

    step: str
    at: int
    code: str
    sentence: str


@dataclass
class Day:
    """The register at work.

    Attributes:
        passphrase: Pat's, as it was last acknowledged.
        head: the end of the chain, as it was last acknowledged.
        people: who has a passphrase, as it was last acknowledged.
        sealed: how many sealed entries, as it was last acknowledged.
    """

    folder: Path
    desk: Desk
    head: Head
    passphrase: str = PASSPHRASE
    people: tuple[str, ...] = (PAT,)
    sealed: int = 0
    failures: list[Failure] = field(default_factory=list)

    @classmethod
    def begun(cls, folder: Path) -> "Day":
        """Open the register in the morning."""
        desk = open_register(folder, PAT, PASSPHRASE, CLOCK)
        return cls(folder, desk, desk.register.head())

    @property
    def office(self) -> Office:
        """What can be written."""
        return Office(self.desk, moments(int(self.head.seq)))

    def steps(self) -> dict[str, Callable[[], object]]:
        """Return what is done in a day, in order, each with its name."""
        office = self.office
        return {
            "open": self.reopen,
            "record": lambda: office.record(PupilId(1)),
            "bulk": office.bulk,
            "correct": office.correct,
            "mistake": office.strike_out,
            "import": office.bring_in,
            "enrol": office.enrol,
            "seal": office.seal,
            "add person": self.add_person,
            "change passphrase": lambda: self.change_passphrase(OTHERS[0], renew=False),
            "renew the key": lambda: self.change_passphrase(OTHERS[1], renew=True),
            "remove person": self.remove_person,
            "backup": lambda: self.desk.backing_up.make(Quiet()),
        }

    def reopen(self) -> None:
        """Close the register and open it with the passphrase that was acknowledged last."""
        self.desk.close()
        self.desk = open_register(self.folder, PAT, self.passphrase, CLOCK)

    def add_person(self) -> None:
        """Give Robin a passphrase."""
        self._keys().add(ROBIN, ROBINS)
        self.people = (*self.people, ROBIN.name)

    def remove_person(self) -> None:
        """Take Robin off; the key is renewed."""
        keys = self._keys()
        self.desk.close()
        try:
            keys.remove(ROBIN.name)
            self.people = (PAT,)
        finally:
            self.reopen()

    def change_passphrase(self, new: str, *, renew: bool) -> None:
        """Give Pat another passphrase."""
        keys = self._keys()
        self.desk.close()
        try:
            keys.change_passphrase(self.passphrase, new, known_to_others=renew)
            self.passphrase = new
        finally:
            self.reopen()

    def look(self) -> None:
        """See that nothing acknowledged is missing, with a fresh opening."""
        self.reopen()
        assert self.desk.register.head() == self.head
        assert self.office.sealed() == self.sealed
        assert is_whole(self.desk)
        assert tuple(each.name for each in self._keys().people()) == self.people

    def try_step(self, name: str, at: int, failing: Failing) -> bool:
        """Do a step on a disk that gives no more than `at`; say whether it was done."""
        step = self.steps()[name]
        try:
            with failing(at):
                step()
        except (Refused, Trouble) as problem:
            self.failures.append(Failure(name, at, problem.code, told(problem)))
            return False
        self.head = self.desk.register.head()
        self.sealed = self.office.sealed()
        return True

    def leave(self, at: int, failing: Failing) -> None:
        """Lock in the evening, which makes the backup that is due if the disk has room."""
        with failing(at):
            self.desk.leave(Quiet())

    def _keys(self) -> KeyKeeping:
        return KeyKeeping(self.desk.access, CLOCK, LEAST)


def places(stride: int, most: int) -> Iterator[int]:
    """Yield how many pages may still be written: the first one by one, copies in longer steps."""
    yield from range(4)
    yield from range(4, 100, stride)
    yield from range(100, most, 12 * stride)


def walk(day: Day, name: str, places: Iterable[int], failing: Failing) -> int:
    """Try a step at each of `places` until it is done; look after each try; return the tries."""
    for tries, at in enumerate(places, 1):
        done = day.try_step(name, at, failing)
        day.look()
        if done:
            return tries
    message = f"{name} is never done"
    raise AssertionError(message)
