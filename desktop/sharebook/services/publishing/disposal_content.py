"""What is due for disposal, and what was disposed of, in words."""

from sharebook.documents.disposals import DisposalLine, DisposalRegister, DueLine, DueList
from sharebook.domain.disposal import Disposal, Disposed
from sharebook.domain.names import PupilId
from sharebook.domain.pupils import Pupil
from sharebook.domain.recorded import Recorded
from sharebook.domain.retention import Due
from sharebook.services.publishing.sources import Sources
from sharebook.services.retaining import Retaining
from sharebook.words.days import count, long_day, short_day
from sharebook.words.disposal import (
    disposal_words,
    hold_words,
    period_words,
    rule_words,
    what_words,
)

_NOTES = (
    "Disposal cannot be undone here. Names, words and item lists go; the day, the recipient, the "
    "lawful basis and the number of pupils stay.",
    "Entries about several children stay until all of them have gone.",
    "Backups made before keep everything until they are let go for newer ones. Copies on a stick "
    "or a share, and those kept from an upgrade, you let go yourselves.",
    "Ask whether a request, a court case or an inquiry wants a record to be held.",
)


def register_content(sources: Sources) -> DisposalRegister:
    """Return the words of the disposal register, oldest first."""
    found = sources.register.current(Disposal)
    return DisposalRegister(
        frame=sources.frame(), lines=tuple(_disposal(sources, each) for each in found)
    )


def due_content(sources: Sources) -> DueList:
    """Return the words of the list to approve."""
    retaining = Retaining(sources.register, sources.book, sources.catalogues, sources.clock)
    return DueList(
        frame=sources.frame(sensitive=True),
        as_at=long_day(sources.today()),
        lines=tuple(_due(sources, each) for each in retaining.due()),
        notes=_NOTES,
    )


def _disposal(sources: Sources, recorded: Recorded[Disposal]) -> DisposalLine:
    disposal = recorded.record
    row = sources.catalogues.retention.get(disposal.rule)
    years = count(disposal.years, "year") if disposal.years else ""
    return DisposalLine(
        number=str(disposal.id),
        day=short_day(disposal.day),
        what=disposal_words(disposal),
        period=period_words(disposal),
        rule=f"{row.words}: {years}" if row else years,
        because=disposal.because,
        approved_by=disposal.approved_by,
        written_by=recorded.by,
    )


def _due(sources: Sources, due: Due) -> DueLine:
    rule = due.ended.rule
    return DueLine(
        what=_whom(sources, due),
        rule=rule_words(rule),
        source=rule.authority or rule.row.source,
        ended=short_day(due.ended.on),
        held="; ".join(hold_words(hold) for hold in due.holds),
    )


def _whom(sources: Sources, due: Due) -> str:
    name = ""
    if due.pupil is not None:
        versions = sources.register.versions(Pupil, PupilId(due.pupil))
        name = versions[-1].record.full_name
    if due.what is Disposed.PUPIL:
        return name
    return f"{what_words(due.what, due.number)}{f', {name}' if name else ''}"
