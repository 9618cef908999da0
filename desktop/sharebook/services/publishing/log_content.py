"""One pupil's log for a family: made only from what it prints."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sharebook.documents.pupil_log import Occasion, PupilLog, RegularSharing
from sharebook.domain.answer_line import names_between
from sharebook.domain.answers import Answer, AnswerLine
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.names import PupilId, RecipientId
from sharebook.domain.recipients import Recipient
from sharebook.services.publishing.sources import Sources
from sharebook.services.wording import Wording, year_and_class
from sharebook.words.days import and_joined, long_day, short_day


@dataclass(frozen=True, slots=True)
class LogWish:
    """Whose log, for which days, asked for by whom; no day means no limit on that side."""

    pupil: PupilId
    since: date | None = None
    until: date | None = None
    asked_by: str = ""


def log_content(sources: Sources, wish: LogWish) -> PupilLog:
    """Return the log's words.

    Raises:
        Refused: there is no such pupil.
    """
    until = wish.until or sources.today()
    given = sources.answering.answer(wish.pupil, as_at=until, since=wish.since)
    wording = sources.wording()
    recipients = sources.book.recipients()
    regular = [line for line in given.lines if line.regular]
    where = f", {year_and_class(given.spell)}" if given.spell else ""
    return PupilLog(
        frame=sources.frame(sensitive=True),
        pupil=f"{given.pupil.full_name}{where}",
        born=long_day(given.pupil.born),
        period=_period(wish.since, until),
        asked_by=wish.asked_by or "The school office",
        regular=tuple(_regular(line, recipients[line.recipient], wording) for line in regular),
        occasions=tuple(
            _occasion(event, recipients[event.recipient], wording) for event in given.events
        ),
        renamed=_renamed(given, recipients, wish.since),
    )


def _renamed(
    given: Answer, recipients: Mapping[RecipientId, Recipient], since: date | None
) -> tuple[str, ...]:
    """Return a sentence for each recipient that had another name in the days of its rows."""
    first: dict[RecipientId, date] = {}
    rows = [(line.recipient, line.since) for line in given.lines]
    for recipient, day in (*rows, *((event.recipient, event.day) for event in given.events)):
        first[recipient] = min(first.get(recipient, day), day)
    told = []
    for recipient, day in first.items():
        known = recipients[recipient]
        before = names_between(known, max(day, since or day), given.as_at)
        names = [f"{each.value} until {long_day(each.until)}" for each in before]
        if names:
            told.append(f"{known.name_on(given.as_at)} was called {and_joined(names)}.")
    return tuple(told)


def _regular(line: AnswerLine, recipient: Recipient, wording: Wording) -> RegularSharing:
    worded = wording.line(line)
    organisation, unit = _parts(line.name, recipient)
    return RegularSharing(
        organisation=organisation,
        unit=unit,
        what=worded.what,
        why=_sentence(worded.why),
        basis=worded.basis,
        often=f"{worded.how_often}, {worded.since}",
        last=worded.last_sent,
        counted=line.recipient,
    )


def _occasion(event: Disclosure, recipient: Recipient, wording: Wording) -> Occasion:
    how = [wording.method(event.method), event.decided_by]
    return Occasion(
        day=short_day(event.day),
        time=event.time,
        organisation=recipient.name_on(event.day),
        unit=event.unit,
        what=wording.told(event.items, event.description),
        why=_sentence(event.purpose),
        basis=wording.basis(event.basis.lawful_basis),
        how=". ".join(part for part in how if part),
        counted=event.recipient,
    )


def _parts(name: str, recipient: Recipient) -> tuple[str, str]:
    """Split "NHS: school nurse" where the recipient really has that unit."""
    for unit in recipient.units:
        if name.endswith(f": {unit}"):
            return name.removesuffix(f": {unit}"), unit
    return name, ""


def _period(since: date | None, until: date) -> str:
    begun = long_day(since) if since else "The beginning of the register"
    return f"{begun} to {long_day(until)}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
