"""A child leaves: the period on roll ends, and where the child went is kept."""

from dataclasses import replace
from datetime import date

from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused
from sharebook.domain.names import PupilId
from sharebook.domain.pupils import Spell
from sharebook.domain.recorded import Recorded
from sharebook.services.ports import Register
from sharebook.services.spells import pupil_now, spells_now
from sharebook.words.sentences import sentence


class Leaving:
    """Ends what runs."""

    def __init__(self, register: Register, clock: Clock) -> None:
        self._register = register
        self._clock = clock

    def leave(self, pupil: PupilId, last_day: date, left_for: str, person: str) -> Spell:
        """Write that `last_day` is the child's last on roll; a guest's place here ends with it.

        A leaving that is still to come is put off or brought forward so, too.

        Raises:
            Refused: there is no such child, it is not on roll, or the day comes before the first.
        """
        running = self._running(pupil)
        first = max(each.record.first_day for each in running)
        if last_day < first:
            raise Refused("leave_too_early", "last_day", first=first)
        with self._register.writing(person) as writer:
            ended = []
            for each in running:
                spell = replace(each.record, last_day=last_day, left_for=left_for.strip())
                if spell != each.record:
                    writer.add(spell, supersedes=each.seq, reason=sentence("leave_reason"))
                ended.append(spell)
        return max(ended, key=lambda spell: (spell.main, spell.first_day))

    def _running(self, pupil: PupilId) -> list[Recorded[Spell]]:
        today = self._clock.today()
        spells = spells_now(self._register, pupil)
        open_ended = [each for each in spells if each.record.last_day is None]
        running = open_ended or [each for each in spells if each.record.covers(today)]
        if not running:
            name = pupil_now(self._register, pupil).record.full_name
            raise Refused("leave_not_here", "pupil", name=name)
        return running
