"""Mind the register: what is wrong with it or around it, quickly at opening, or all of it."""

from collections.abc import Callable, Iterator
from datetime import datetime

from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.places import Place
from sharebook.services.checking import Checking, Health
from sharebook.services.health import around, copies, holders, letters, memory, sealed
from sharebook.services.health.ground import Ground
from sharebook.services.health.steps import Part
from sharebook.services.ports import Progress, Register

Look = Callable[[], Iterator[Finding]]

_WRONG = (Severity.STOP, Severity.WARNING)
_ORDER = list(Severity)  # stop, warning, gap, fine
_VERIFIED, _SEALED, _PROVED = 65, 75, 85  # of 100: where the parts of the whole check end


def _nobody_holds_it() -> None:
    return None


class Minding:
    """Minds one open register.

    Args:
        sealed: checks the compartment, for whoever holds its key; returns None for others.
    """

    def __init__(
        self,
        register: Register,
        checking: Checking,
        ground: Ground,
        clock: Clock,
        sealed: Callable[[], Checking | None] = _nobody_holds_it,
    ) -> None:
        self._register = register
        self._checking = checking
        self._ground = ground
        self._clock = clock
        self._sealed = sealed

    def urgent(self) -> tuple[Finding, ...]:
        """Return what a person must know at once, most pressing first.

        Takes milliseconds: it looks at the register's own disk and this computer's backups alone.
        """
        found = [finding for look in self._near() for finding in _looked(look)]
        return tuple(each for each in _in_order(found) if each.severity in _WRONG)

    def quick(self) -> tuple[Finding, ...]:
        """Return all that can be seen without reading the whole register, most pressing first.

        For a worker's thread: a second place on the network may be slow to answer.
        """
        ground, now, today = self._ground, self._clock.now(), self._clock.today()
        far: tuple[Look, ...] = (
            lambda: copies.second_place(ground, now),
            lambda: holders.of_people(ground),
            lambda: holders.of_sheet(ground, today),
        )
        return _in_order([found for look in (*self._near(), *far) for found in _looked(look)])

    def _near(self) -> tuple[Look, ...]:
        ground, now = self._ground, self._clock.now()
        return (
            lambda: memory.against_memory(ground.seen(), int(ground.chain([]).head.seq)),
            lambda: sealed.against_sealed_memory(ground),
            lambda: around.of_place(ground),
            lambda: around.of_compartment(ground),
            lambda: copies.of_backups(ground, now),
            lambda: around.of_clock(ground, now),
            lambda: around.of_key_copy(ground),
            lambda: around.of_disk(ground),
        )

    def check(self, progress: Progress, typed_seal: str = "") -> Health:
        """Go through everything: file, records, chain, a typed seal, backups, letters, and `quick`.

        Takes seconds, or a minute or two for a register of many years; nothing is written to it.

        Raises:
            Trouble: the register cannot be read at all.
            Cancelled: the person pressed Stop.
        """
        health = self._checking.check(Part(progress, 0, _VERIFIED))
        found = [*health.findings, *self.quick()]
        if typed_seal.strip():
            found.append(self.does_seal_hold(typed_seal))
        found += _looked(lambda: self._in_compartment(Part(progress, _VERIFIED, _SEALED)))
        Part(progress, _SEALED, _PROVED).report(0, 1, "backup")
        found += _looked(lambda: copies.newest_proved(self._ground))
        part = Part(progress, _PROVED, 100)
        found += _looked(lambda: letters.unprintable(self._register, part))
        progress.report(100, 100)
        whole = Health(_in_order(found), health.seal, health.entries)
        self._ground.note_check(well=whole.ok)
        return whole

    def does_seal_hold(self, typed: str) -> Finding:
        """Compare a seal typed from paper with the whole chain; takes milliseconds."""
        found = self._checking.compare(typed)
        if found.severity is not Severity.FINE and (checking := self._sealed()) is not None:
            of_sealed = checking.compare(typed)
            return of_sealed if of_sealed.severity is Severity.FINE else found
        return found

    def _in_compartment(self, progress: Part) -> Iterator[Finding]:
        checking = self._sealed()
        if checking is not None:
            yield from sealed.apart(checking.check(progress).findings)

    def accept(self) -> None:
        """Remember the register as it is now: a person said that it is the right one.

        Raises:
            Trouble: the register cannot be read, or this computer's memory cannot be written.
        """
        self._ground.accept()

    def place(self) -> Place:
        """Return where the register lies."""
        return self._ground.place()

    def last_checked(self) -> tuple[datetime, bool] | None:
        """Return when everything was last checked on this computer, and whether all was well."""
        remembered = self._ground.seen().memory
        if remembered is None or remembered.checked_at is None:
            return None
        return remembered.checked_at, remembered.checked_well


def _looked(look: Look) -> list[Finding]:
    """Return what one look finds; what cannot be looked at is a finding, not the end."""
    try:
        return list(look())
    except Refused:  # somebody changed the keys since: whoever writes is told
        return []
    except Trouble as trouble:
        if trouble.code == "compartment_missing":  # `around.of_compartment` tells, to everybody
            return []
        facts = {"cause": trouble.code}
        return [Finding("check_step_unreadable", Severity.STOP, facts=facts)]


def _in_order(found: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda each: _ORDER.index(each.severity)))
