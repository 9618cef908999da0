"""A small real register, made once with the cheapest passphrase, and what an office does in it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.opening import new_register, open_register
from sharebook.domain.chain import Head
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.entries import standing
from sharebook.domain.names import Code, PupilId, SpellId
from sharebook.domain.people import Person
from sharebook.domain.pupils import Pupil
from sharebook.services.enrolling import NewPupil
from sharebook.services.recording import FlowChoice
from sharebook.vault.strength import LEAST
from tests.builders import CATERER, a_flow, a_pupil, a_recipient, a_school, a_spell
from tests.conftest import Quiet, StillClock

PAT, PASSPHRASE = "Pat Inkwell", "teapot lantern walrus gravel comet"
FIRST = ("Juno Sampleton", "Bea Exampleby", "Otis Pretendby", "Łukasz Przykładowski")
BROUGHT_IN = 5  # children a file brings in
CLOCK = StillClock(datetime(2026, 9, 14, 10, 40, tzinfo=UTC))


def make(folder: Path) -> Path:
    """Make the register and return its folder."""
    person = Person(PAT, Code("head"))  # who holds the compartment too
    made = new_register(folder, a_school(), person, PASSPHRASE, CLOCK, LEAST)
    with made.desk.register.writing(PAT) as writer:
        for number, name in enumerate(FIRST, 1):
            forename, surname = name.split()
            child = a_pupil(id=PupilId(number), forename=forename, surname=surname, upn="")
            writer.add(replace(child, upn_state="none"))
            writer.add(a_spell(id=SpellId(number), pupil=PupilId(number)))
        writer.add(a_recipient())
        writer.add(a_flow())
    made.desk.close()
    return folder


def opened(folder: Path) -> Desk:
    """Open the register as a person does."""
    return open_register(folder, PAT, PASSPHRASE, CLOCK)


def heads_of(desk: Desk) -> list[Head]:
    """Return the end of the chain after each entry, the newest first."""
    return list(desk.register.heads())


def is_whole(desk: Desk) -> bool:
    """Say whether nothing at all is wrong with the register, nor with what is sealed in it."""
    sealed = desk.compartment.checking.check(Quiet()).findings if desk.compartment else ()
    return not [*desk.register.verify(Quiet()), *sealed]


@dataclass(frozen=True)
class Deed:
    """Something the office does.

    Attributes:
        entries: how many entries of the chain it leaves, all of them or none.
    """

    name: str
    entries: int
    do: Callable[[], object]


class Office:
    """Everything the office does that writes entries, through the real services.

    Args:
        random: chooses what is done next.
    """

    def __init__(self, desk: Desk, random: Random) -> None:
        self.desk = desk
        self._random = random

    def next(self) -> Deed:
        """Return something that can be done now."""
        return self._random.choice(self.deeds())

    def deeds(self) -> list[Deed]:
        """Return everything that can be done now."""
        always = [
            Deed("record", 1, lambda: self.record(PupilId(1))),
            Deed("bulk", 1, self.bulk),
            Deed("import", 2 * BROUGHT_IN, self.bring_in),
            Deed("enrol", 2, self.enrol),
            Deed("seal", 0, self.seal),
        ]
        if not self._sent():
            return always
        return [*always, Deed("correct", 1, self.correct), Deed("mistake", 1, self.strike_out)]

    def record(self, *children: PupilId) -> Disclosure:
        """Record a sharing about these children."""
        choice = FlowChoice(CATERER, None, "", "")
        draft = replace(
            self.desk.recording.start(choice),
            pupils=children,
            items=(Code("name"), Code("dob")),
            purpose="for a coat",
            note="x" * self._random.randrange(3000),
        )
        return self.desk.recording.save(draft, PAT)

    def bulk(self) -> Disclosure:
        """Record one sharing about everybody."""
        everybody = [each.record.id for each in self.desk.register.current(Pupil)]
        return self.record(*everybody)

    def seal(self) -> Disclosure:
        """Record a sealed sharing about one child."""
        assert self.desk.compartment is not None
        recording = self.desk.compartment.recording
        draft = replace(
            recording.start(FlowChoice(CATERER, None, "", "")),
            pupils=(PupilId(1),),
            items=(Code("name"),),
            purpose="a sealed matter",
        )
        return recording.save(draft, PAT)

    def correct(self) -> Disclosure:
        """Put the newest entry right."""
        number = self._sent()[0]
        draft = self.desk.recording.reopen(self.desk.recording.entry(number).record)
        changed = replace(draft, note=f"not {draft.note[:20]}")
        return self.desk.recording.correct(number, changed, "it was wrong", PAT)

    def strike_out(self) -> object:
        """Strike the newest entry out."""
        return self.desk.striking.strike_out(self._sent()[0], "told twice", PAT)

    def enrol(self) -> Pupil:
        """Put one child on roll."""
        surname, born = self._unlike_anybody(0)
        return self.desk.enrolling.enrol(NewPupil(surname, "Ada", born, "4"), PAT)

    def bring_in(self) -> object:
        """Bring in a file with new children."""
        rows = ["Surname,Forename,Date of Birth,Year Group,Reg Group"]
        for number in range(BROUGHT_IN):
            surname, born = self._unlike_anybody(number)
            rows.append(f"{surname},Ines,{born:%Y-%m-%d},Year 4,Heron")
        file = "\n".join(rows).encode()
        importing = self.desk.importing_pupils
        return importing.apply(importing.preview("autumn.csv", file), PAT, Quiet())

    def sealed(self) -> int:
        """Return how many sealed sharings there are about the first child."""
        assert self.desk.compartment is not None
        return len(self.desk.compartment.about(PupilId(1)))

    def _sent(self) -> list[int]:
        return [each.record.number for each in standing(self.desk.register.last_disclosures(5))]

    def _unlike_anybody(self, number: int) -> tuple[str, date]:
        place = self.desk.register.count(Pupil) + number
        letters = "".join(chr(ord("a") + int(digit)) for digit in f"{place:04d}")
        return f"Made{letters}", date(2016, 9, 1) + timedelta(days=place % 360)
