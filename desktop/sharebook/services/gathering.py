"""Gather the pupils of a disclosure from somebody's list, or by the rule of regular sharing.

Nothing is chosen here: what comes back is shown, and the person says whom to take.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.clock import Clock
from sharebook.domain.flows import CohortRule, Flow, Reach, Standing
from sharebook.domain.listed import Listed
from sharebook.domain.names import Code, FlowId, PupilId, RecipientId, Seq
from sharebook.intake.lists import read_list, read_list_file
from sharebook.services.book import Book
from sharebook.services.choosing import Choosing, OnRoll
from sharebook.services.matching import Hit, hits
from sharebook.services.name_index import NameIndex
from sharebook.services.ports import Progress

_MOST_ASKED = 12  # more than that nobody reads; it is then as good as unknown
_PASTED = "the list"
_TELL_EVERY = 250


class Found(StrEnum):
    """What became of a line."""

    SURE = "sure"
    SEVERAL = "several"  # one or more may be meant: asked, never guessed
    NOBODY = "nobody"
    LEFT = "left"  # not on roll on that day
    TWICE = "twice"  # on an earlier line, or chosen already
    SHUT_OUT = "shut out"  # of this recipient
    PROTECTED = "protected"  # whereabouts, and an item or the sharing leaves them out


@dataclass(frozen=True, slots=True)
class About:
    """For what the pupils are gathered.

    Attributes:
        day: whose roll counts.
        chosen: who is in already.
    """

    day: date
    recipient: RecipientId | None = None
    flow: FlowId | None = None
    items: tuple[Code, ...] = ()
    chosen: frozenset[PupilId] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """One child on a list.

    Attributes:
        row: line of the text or file, from 1.
        said: what stands there.
        pupils: whom it means; several where it must be asked, by name.
        first: the line on which the child stood before; 0 if chosen before the list came.
    """

    row: int
    said: str
    found: Found
    pupils: tuple[PupilId, ...] = ()
    first: int = 0


@dataclass(frozen=True, slots=True)
class Gathered:
    """A list as it is understood; nobody is chosen yet.

    Attributes:
        people: everybody a line may mean, with the class of the day.
        barred: whom of them something speaks against: LEFT, SHUT_OUT or PROTECTED.
    """

    lines: tuple[Line, ...]
    people: Mapping[PupilId, OnRoll] = field(default_factory=dict)
    barred: Mapping[PupilId, Found] = field(default_factory=dict)

    def of(self, found: Found) -> tuple[Line, ...]:
        """Return the lines that came out so."""
        return tuple(line for line in self.lines if line.found is found)

    @property
    def sure(self) -> tuple[PupilId, ...]:
        """Who is meant for certain, with nothing against it, in the order of the list."""
        return tuple(line.pupils[0] for line in self.of(Found.SURE))


@dataclass(frozen=True, slots=True)
class Taken:
    """The pupils of regular sharing on a day.

    Attributes:
        rule: whom it takes in, by its rule; nobody by itself if None.
        pupils: those of the roll.
        out: those of them left out, with the reason.
    """

    rule: CohortRule | None = None
    pupils: tuple[PupilId, ...] = ()
    out: Mapping[PupilId, Found] = field(default_factory=dict)


class Gathering:
    """Looks up who is on a list, and whom a flow takes in."""

    def __init__(
        self, choosing: Choosing, book: Book, catalogues: Catalogues, clock: Clock
    ) -> None:
        self._choosing = choosing
        self._book = book
        self._catalogues = catalogues
        self._clock = clock
        self._index: tuple[tuple[date, Seq | None], NameIndex] | None = None

    def read(self, text: str, about: About, progress: Progress | None = None) -> Gathered:
        """Return how a pasted or typed list is understood.

        Raises:
            Refused: list_empty, list_too_long.
        """
        lines = read_list(_PASTED, text, self._clock.today())
        return self._gather(lines, about, progress)

    def read_file(
        self, name: str, data: bytes, about: About, progress: Progress | None = None
    ) -> Gathered:
        """Return how a file (.csv, .txt, .xlsx) is understood.

        Raises:
            Refused: as `read`; no such file can be read.
        """
        lines = read_list_file(name, data, self._clock.today())
        return self._gather(lines, about, progress)

    def taken(self, flow: FlowId, day: date) -> Taken:
        """Return whom regular sharing takes in on `day`; nobody where each case is decided anew.

        Raises:
            Refused: flow_unknown.
        """
        version = self._book.flow_on(flow, day)
        if not self._by_itself(version):
            return Taken()
        rule = version.covers
        covered = [
            each.pupil.id
            for each in self._choosing.everyone(day)
            if each.spell is not None and not each.left and rule.takes(each.pupil, each.spell)
        ]
        about = About(day, version.recipient, flow, version.items)
        out = {it: why for it, why in self.barred(covered, about).items() if why is not Found.LEFT}
        return Taken(rule, tuple(covered), out)

    def barred(self, pupils: Iterable[PupilId], about: About) -> dict[PupilId, Found]:
        """Return whom of `pupils` something speaks against, the gravest first."""
        wanted = set(pupils)
        found = {
            each.pupil.id: Found.LEFT
            for each in self._choosing.everyone(about.day)
            if each.left and each.pupil.id in wanted
        }
        found |= dict.fromkeys(wanted & self._shielded(about), Found.PROTECTED)
        found |= dict.fromkeys(wanted & self._shut_out(about), Found.SHUT_OUT)
        return found

    def _by_itself(self, flow: Flow) -> bool:
        """Say whether the rule alone tells who it is: not where it is for some children only."""
        cycle = self._catalogues.cycles.get(flow.cycle)
        named = flow.covers.reach in (Reach.FLAG, Reach.PICKED)
        regular = cycle is not None and (cycle.standing or (bool(cycle.due) and named))
        return regular and flow.standing is Standing.ACTIVE

    def _shut_out(self, about: About) -> set[PupilId]:
        if about.recipient is None:
            return set()
        return {
            each.pupil
            for each in self._book.exclusions()
            if each.recipient == about.recipient
            and each.flow in (None, about.flow)
            and each.holds_on(about.day)
        }

    def _shielded(self, about: About) -> set[PupilId]:
        """Return the protected children that this sharing, or what is sent, leaves out."""
        protected = set(self._book.protected())
        flow = self._book.flow_on(about.flow, about.day) if about.flow is not None else None
        items = self._catalogues.items
        if any(code in items and items[code].locked for code in about.items):
            return protected
        return protected - set(flow.let_in) if flow is not None and flow.protected_off else set()

    def _gather(
        self, listed: tuple[Listed, ...], about: About, progress: Progress | None
    ) -> Gathered:
        index = self._names(about.day)
        found: list[tuple[Listed, Hit]] = []
        for done, line in enumerate(listed):
            if progress is not None and done % _TELL_EVERY == 0:
                progress.report(done, len(listed), "Looking up names")
            some = list(hits(line, index))
            # a line about one child is shown as it stands, of several each with its own part
            found += [(line, hit) for hit in some] if len(some) > 1 else [(line, some[0].alone)]
        meant = {pupil for _, hit in found for pupil in hit.pupils}
        barred = self.barred(meant, about)
        people = {pupil: index.pupils[pupil] for pupil in meant}
        seen = dict.fromkeys(about.chosen, 0)
        lines = tuple(_line(one, hit, people, barred, seen) for one, hit in found)
        return Gathered(lines, people, barred)

    def _names(self, day: date) -> NameIndex:
        key = (day, self._choosing.read_at())
        if self._index is None or self._index[0] != key:
            self._index = (key, NameIndex(self._choosing.everyone(day)))
        return self._index[1]


def _line(
    listed: Listed,
    hit: Hit,
    people: Mapping[PupilId, OnRoll],
    barred: Mapping[PupilId, Found],
    seen: dict[PupilId, int],
) -> Line:
    said = hit.said or listed.said
    some = sorted(hit.pupils, key=lambda it: (people[it].left, people[it].pupil.full_name, it))
    if not some or len(some) > _MOST_ASKED:
        return Line(listed.row, said, Found.NOBODY)
    if not hit.sure:
        return Line(listed.row, said, Found.SEVERAL, tuple(some))
    (pupil,) = some
    if pupil in seen:
        return Line(listed.row, said, Found.TWICE, (pupil,), seen[pupil])
    seen[pupil] = listed.row
    return Line(listed.row, said, barred.get(pupil, Found.SURE), (pupil,))
