"""Everything the page of one child shows, read in one go."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sharebook.domain.answers import Answer
from sharebook.domain.calls import Call
from sharebook.domain.contacts import Contact, Restriction
from sharebook.domain.names import PupilId
from sharebook.domain.pupils import Pupil, Spell, spell_on
from sharebook.services.wording import WordedAnswer, Wording, about_pupil, year_and_class
from sharebook.ui.chips import Chip
from sharebook.ui.screens.pupils.details import Details, read_details
from sharebook.ui.screens.pupils.story import Story, story
from sharebook.words.days import long_day

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

_CHIPS = {
    Restriction.NO_CONTACT: ("No contact: {name}", "bad"),
    Restriction.ASK_FIRST: ("Ask first: {name}", "ask"),
}


@dataclass(frozen=True, slots=True)
class Dossier:
    """One child's page.

    Attributes:
        about: "Year 4, Kingfisher. Born 14 March 2018."
        moments: the child's story, newest first.
        answer: what a family would be told, in words.
    """

    pupil: Pupil
    about: str
    chips: tuple[Chip, ...]
    moments: tuple[Story, ...]
    answer: WordedAnswer
    contacts: tuple[Contact, ...]
    details: Details


def read_dossier(desk: "Desk", pupil: PupilId) -> Dossier:
    """Read one child's page.

    Raises:
        Refused: there is no such pupil.
    """
    answering, today = desk.answering, desk.clock.today()
    given: Answer = answering.answer(pupil, office=True)
    spells, contacts = answering.spells(pupil), answering.contacts(pupil)
    calls: tuple[Call, ...] = answering.calls(pupil)
    words = Wording(desk.catalogues, desk.book.headings())
    rows = desk.browsing.timeline(pupil)
    on_roll = spell_on(spells, today)
    return Dossier(
        given.pupil,
        about_pupil(given.pupil, on_roll) if on_roll else _not_here(given.pupil, spells),
        _chips(given.pupil, contacts, desk.pupils.twinning.warning(given.pupil)),
        story(rows, spells, calls, given, words, desk.catalogues.enrolments),
        words.answer(given),
        contacts,
        read_details(desk, given.pupil, spells),
    )


def _not_here(pupil: Pupil, spells: tuple[Spell, ...]) -> str:
    born = f"Born {long_day(pupil.born)}."
    last = spells[-1] if spells else None
    if last is None or last.last_day is None:
        return f"Not on roll yet. {born}"
    went = f" for {last.left_for}" if last.left_for else ""
    return f"Left {year_and_class(last)} on {long_day(last.last_day)}{went}. {born}"


def _chips(pupil: Pupil, contacts: tuple[Contact, ...], twin: str) -> tuple[Chip, ...]:
    barred = [
        Chip(words.format(name=contact.name), kind)
        for contact in contacts
        if (found := _CHIPS.get(contact.restriction))
        for words, kind in [found]
    ]
    hidden = [Chip("Whereabouts protected", "hold")] if pupil.protected else []
    mistaken = [Chip(twin, "warn")] if twin else []
    return (*barred, *hidden, *mistaken)
