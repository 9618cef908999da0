"""Put right what a child is called, and its numbers; the former ones are kept."""

from dataclasses import dataclass, replace
from datetime import date

from sharebook.domain import upn as upns
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused
from sharebook.domain.names import PupilId
from sharebook.domain.pupils import Pupil
from sharebook.services.enrolling import number_is_free, number_is_sound
from sharebook.services.ports import Register
from sharebook.services.spells import pupil_now


@dataclass(frozen=True, slots=True)
class Named:
    """What a child's record is to say."""

    surname: str
    forename: str
    born: date | None
    known_as: str = ""
    upn: str = ""
    admission_number: str = ""


class Naming:
    """Writes names, birthday and numbers."""

    def __init__(self, register: Register, clock: Clock) -> None:
        self._register = register
        self._clock = clock

    def change(self, pupil: PupilId, wanted: Named, reason: str, person: str) -> Pupil:
        """Write them; a surname or number that goes is kept among the former ones.

        An empty pupil number leaves the one there is: a number is replaced, never forgotten.

        Raises:
            Refused: there is no such child, no reason is given, a name or the birthday is
                missing, or the number is mistyped or another child's.
        """
        old = pupil_now(self._register, pupil)
        self._is_whole(wanted)
        number = upns.tidy(wanted.upn) or old.record.upn
        if number != old.record.upn:
            number_is_sound(number)
            number_is_free(self._register, number, pupil)
        changed = self._changed(old.record, wanted, number)
        if changed == old.record:
            raise Refused("names_same", "surname")
        if not reason.strip():
            raise Refused("names_need_reason", "reason")
        with self._register.writing(person) as writer:
            writer.add(changed, supersedes=old.seq, reason=reason.strip())
        return changed

    def _is_whole(self, wanted: Named) -> None:
        if not wanted.surname.strip():
            raise Refused("enrol_surname", "surname")
        if not wanted.forename.strip():
            raise Refused("enrol_forename", "forename")
        if wanted.born is None:
            raise Refused("enrol_born", "born")
        if wanted.born > self._clock.today():
            raise Refused("enrol_born_ahead", "born", born=wanted.born)

    @staticmethod
    def _changed(old: Pupil, wanted: Named, number: str) -> Pupil:
        surname, forename = wanted.surname.strip(), wanted.forename.strip()
        known_as = wanted.known_as.strip()
        return replace(
            old,
            surname=surname,
            forename=forename,
            born=wanted.born or old.born,
            known_as="" if known_as == forename else known_as,
            upn=number,
            upn_state=upns.state(number) if number != old.upn else old.upn_state,
            admission_number=wanted.admission_number.strip() or old.admission_number,
            former_names=_with(old.former_names, old.surname, surname),
            former_upns=_with(old.former_upns, old.upn, number),
        )


def _with(former: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    """Return the former ones when `new` takes the place of `old`; one that comes back is none."""
    kept = tuple(each for each in former if each != new)
    return kept if old in ("", new, *kept) else (*kept, old)
