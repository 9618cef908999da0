"""Looks for what was typed, everywhere at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sharebook.domain.errors import Refused
from sharebook.ui.actions import said
from sharebook.ui.folding import fits, folded
from sharebook.ui.rail import GROUPS
from sharebook.ui.screens import register
from sharebook.ui.screens.documents.kinds import KINDS
from sharebook.words.days import count, long_day

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

_EACH = 6  # of one kind, so that none crowds out the others


@dataclass(frozen=True, slots=True)
class Found:
    """Something to go to.

    Attributes:
        kind: what it is, in one word, for the last column.
        name: the screen that opens, or "settings", "lock", "keys", "help".
        wanted: what that screen is handed.
    """

    words: str
    second: str
    kind: str
    name: str
    wanted: dict[str, Any] = field(default_factory=dict)


_CARE = (
    Found("The register", said("care"), "Page", "care"),
    Found("People and keys", "Who may open it, passphrases, recovery sheet", "Page", "people"),
    Found("Backups", "Make, prove and restore them", "Page", "backups"),
)
ACTIONS = (
    Found(
        "A request came", "Somebody asks for a child’s information", "Do", "requests", {"new": True}
    ),
    Found("Settings", "Light or dark, size of the text", "Do", "settings"),
    Found("Lock now", said("lock"), "Do", "lock"),
    Found("All keys on one card", said("keys"), "Do", "keys"),
    Found("Help for this screen", said("help"), "Do", "help"),
)


def find(desk: "Desk", typed: str) -> list[Found]:
    """Return what fits all the words of `typed`, likeliest first; pages and actions for ""."""
    if not typed.strip():
        return [*_pages(""), *ACTIONS]
    people = (*_pupils(desk, typed), *_recipients(desk, typed), *_requests(desk, typed))
    return [*_entry(desk, typed), *people, *_pages(typed)]


def _entry(desk: "Desk", typed: str) -> Iterator[Found]:
    number = typed.strip().removeprefix("#").replace(",", "")
    if not number.isascii() or not number.isdigit() or len(number) > 9:  # noqa: PLR2004 - no register is so long
        return
    try:
        entry = desk.recording.entry(int(number))
    except Refused:
        return
    recipient = desk.book.recipients()[entry.record.recipient]
    about = count(len(entry.record.cohort), "pupil")
    day = long_day(entry.record.day)
    second = f"{recipient.labelled(entry.record.unit)}, {about}, {day}"
    yield Found(f"Entry {int(number)}", second, "Log", "log", {"entry": int(number)})


def _pupils(desk: "Desk", typed: str) -> Iterator[Found]:
    for pupil in desk.answering.find(typed, _EACH):
        born = f"Born {long_day(pupil.born)}" if pupil.born else ""
        yield Found(pupil.full_name, born, "Pupil", "pupils", {"pupil": pupil.id})


def _recipients(desk: "Desk", typed: str) -> Sequence[Found]:
    every = sorted(desk.book.recipients().values(), key=lambda each: each.name.casefold())
    fitting = [
        Found(each.name, ", ".join(each.units), "Recipient", "recipients", {"recipient": each.id})
        for each in every
        if fits(folded(typed), folded(" ".join((each.name, *each.units))))
    ]
    return fitting[:_EACH]


def _requests(desk: "Desk", typed: str) -> Sequence[Found]:
    """Return requests of the open tray, those that wait first; sealed ones are found by nobody."""
    recipients, found = desk.book.recipients(), []
    for each in desk.asking.tray():
        asked = each.request
        who = asked.whose(recipients)
        words = (f"Request {int(asked.id)}", who, asked.asker.name, asked.asked_for, asked.tracking)
        if fits(folded(typed), folded(" ".join((*words, *desk.choosing.names(asked.pupils))))):
            state = "waits for a decision" if asked.waits else "decided"
            second = f"Came on {long_day(asked.received_on)}, {state}"
            wanted = {"request": int(asked.id)}
            found.append(Found(f"{who}: {asked.asked_for}", second, "Request", "requests", wanted))
    return found[:_EACH]


def _pages(typed: str) -> Iterator[Found]:
    for group in GROUPS:
        for place in group:
            if register.exists(place.name) and fits(folded(typed), folded(place.words)):
                yield Found(place.words, said(place.name), "Page", place.name)
    if typed:
        yield from (page for page in _CARE if _is_meant(page, typed))
    for kind in KINDS:
        if typed and kind.name != "notice" and fits(folded(typed), folded(kind.words)):
            yield Found(kind.words, kind.second, "Document", "reports", {"kind": kind.name})
    if typed:
        yield from (each for each in ACTIONS if fits(folded(typed), folded(each.words)))


def _is_meant(page: Found, typed: str) -> bool:
    words = folded(f"{page.words} {page.second}")
    return register.exists(page.name) and fits(folded(typed), words)
