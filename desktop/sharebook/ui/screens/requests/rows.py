"""The rows of the in-tray: who asks, about whom, by when, and what became of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sharebook.bootstrap.sealed_log import holds_key, log_of
from sharebook.domain.errors import SharebookError
from sharebook.domain.requests import Asked
from sharebook.domain.sealed import said_number
from sharebook.ui.folding import folded
from sharebook.words.days import count, short_day

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk


class Which(NamedTuple):
    """Which request: its number, in which log."""

    number: int
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One request in the list.

    Attributes:
        about: whom it is about, and what is asked for.
        when: its day in words.
        waited: how long it has waited or took, or what became of it.
        searched: everything it is found by, folded.
    """

    id: Which
    asked: Asked
    who: str
    about: str
    when: str
    waited: str
    searched: str

    @property
    def waits(self) -> bool:
        """Whether nobody has decided yet."""
        return self.asked.request.waits

    @property
    def state(self) -> str:
        """The mark in words."""
        late = "late" if self.asked.late else "put off" if self.asked.put_off else ""
        return ", ".join(part for part in (late, "sealed" if self.id.sealed else "") if part)


@dataclass(frozen=True, slots=True)
class Tray:
    """Every request this person may see, the most pressing first.

    Attributes:
        problem: why the sealed ones could not be read, or None.
    """

    rows: tuple[RequestRow, ...]
    problem: SharebookError | None = None

    @property
    def late(self) -> int:
        """How many wait though their day has passed."""
        return sum(row.asked.late for row in self.rows)


def read_tray(desk: "Desk") -> Tray:
    """Return the tray; whoever holds the compartment's key sees the sealed ones among the rest."""
    found = [(each, False) for each in desk.asking.tray()]
    problem: SharebookError | None = None
    if holds_key(desk):
        try:
            found += [(each, True) for each in log_of(desk, sealed=True).asking.tray()]
        except SharebookError as trouble:  # the open ones are there all the same
            problem = trouble
    found.sort(key=lambda each: each[0].pressing)
    names = desk.choosing.named()
    recipients = desk.book.recipients()
    rows = []
    for asked, sealed in found:
        request = asked.request
        pupils = [names.get(each, "") for each in request.pupils]
        whom = pupils[0] if len(pupils) == 1 else count(len(pupils), "pupil")
        what = request.asked_for or count(len(request.items), "kind of data", "kinds of data")
        who = request.whose(recipients)
        number = said_number(int(request.id), sealed=sealed)
        words = (who, request.asker.name, what, request.purpose, request.tracking, number, *pupils)
        rows.append(
            RequestRow(
                Which(int(request.id), sealed),
                asked,
                who,
                f"{whom}: {what}",
                _when(asked),
                _waited(asked, sealed=sealed),
                folded(" ".join(words)),
            )
        )
    return Tray(tuple(rows), problem)


def _when(asked: Asked) -> str:
    request = asked.request
    if request.closed_on is not None:
        return short_day(request.closed_on)
    if asked.day is None:
        return "No day named"
    return f"{'Again' if asked.put_off else 'By'} {short_day(asked.day)}"


def _waited(asked: Asked, *, sealed: bool) -> str:
    request = asked.request
    if request.waits:
        waited = count(asked.school_days, "school day") if asked.school_days else "Just now"
        return f"{waited}, late" if asked.late else waited
    if request.entry is None:
        return "No entry"
    return f"Entry {said_number(request.entry, sealed=sealed)}"
