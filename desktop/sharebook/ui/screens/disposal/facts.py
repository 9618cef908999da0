"""What the page shows, read in one go away from the window."""

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sharebook.domain.disposal import Disposal, Disposed
from sharebook.domain.errors import Trouble
from sharebook.domain.holds import Hold
from sharebook.domain.names import PupilId
from sharebook.domain.recorded import Recorded
from sharebook.domain.retention import Due, Rule
from sharebook.words.days import count
from sharebook.words.disposal import hold_words, what_words

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.services.letting_go import Left


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something that is due, with the words for it."""

    due: Due
    what: str
    held: str


@dataclass(frozen=True, slots=True)
class HoldRow:
    """A hold, with whom it is about."""

    recorded: Recorded[Hold]
    covers: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything on the page.

    Attributes:
        backups: how long backups keep what goes, in words.
        left: what is sealed about children already disposed of; None for who holds no key.
    """

    due: tuple[DueRow, ...]
    holds: tuple[HoldRow, ...]
    rules: tuple[Rule, ...]
    disposals: tuple[Recorded[Disposal], ...]
    backups: str
    left: "Left | None" = None


def read(desk: "Desk") -> Facts:
    """Read everything; at the size of a large school a second or two."""
    return Facts(
        due=tuple(_due(desk, each) for each in desk.retaining.due()),
        holds=tuple(_hold(desk, each) for each in desk.retaining.holds(lifted=True)),
        rules=tuple(desk.retaining.rules()),
        disposals=tuple(reversed(desk.disposing.disposals())),
        backups=backups_words(desk),
        left=_left(desk),
    )


def _left(desk: "Desk") -> "Left | None":
    with contextlib.suppress(Trouble):  # its file is out of reach; the health page tells
        return None if desk.compartment is None else desk.compartment.letting_go.left()
    return None


def backups_words(desk: "Desk") -> str:
    """Return for about how long backups keep what goes from the register."""
    months = max((rule.keep for rule in desk.backing_up.rules if rule.period == "month"), default=1)
    return (
        f"Backups made before, here and in the second place, keep everything until newer ones take "
        f"their place: about {count(months + 1, 'month')} if one is made every month. Copies kept "
        f"before an upgrade and half-typed forms go at once."
    )


def _due(desk: "Desk", due: Due) -> DueRow:
    name = _name(desk, due.pupil) if due.pupil is not None else ""
    number = what_words(due.what, due.number)
    what = name if due.what is Disposed.PUPIL else f"{number}{f', {name}' if name else ''}"
    return DueRow(due, what, "; ".join(hold_words(hold) for hold in due.holds))


def _hold(desk: "Desk", recorded: Recorded[Hold]) -> HoldRow:
    hold = recorded.record
    covers = []
    if hold.pupil is not None:
        covers.append(_name(desk, hold.pupil))
    if hold.recipient is not None:
        covers.append(f"given to {desk.book.recipients()[hold.recipient].name}")
    return HoldRow(recorded, ", ".join(covers) or "Everything")


def _name(desk: "Desk", pupil: PupilId) -> str:
    return "".join(desk.choosing.names((pupil,)))
