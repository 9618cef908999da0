"""Every document a person can ask for."""

from datetime import date

from sharebook.documents import agreement as agreement_sheet
from sharebook.documents import (
    annual_report,
    chase_letter,
    disposals,
    notice,
    pupil_log,
    request_form,
    ropa,
)
from sharebook.documents.model import Document
from sharebook.documents.rendering import Form, render
from sharebook.domain.errors import Refused
from sharebook.domain.names import PupilId
from sharebook.services.chasing import Chasing
from sharebook.services.publishing.agreement_content import agreement_content
from sharebook.services.publishing.asking_content import (
    LetterWish,
    chase_letter_content,
    request_form_content,
)
from sharebook.services.publishing.disposal_content import due_content, register_content
from sharebook.services.publishing.log_content import LogWish, log_content
from sharebook.services.publishing.notice_content import notice_content
from sharebook.services.publishing.report_content import report_content
from sharebook.services.publishing.ropa_content import ropa_content
from sharebook.services.publishing.sources import Sources

__all__ = ["FORMS", "Document", "Publishing"]

FORMS: tuple[Form, ...] = ("pdf", "txt", "html")


class Publishing:
    """Makes documents from the register as it stands; writes nothing."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def notice(self) -> Document:
        """Return the privacy notice, grouped by the school's headings."""
        return notice.build(notice_content(self._sources))

    def log(
        self,
        pupil: PupilId,
        since: date | None = None,
        until: date | None = None,
        asked_by: str = "",
    ) -> Document:
        """Return one pupil's log for a period, as a family may have it.

        Raises:
            Refused: there is no such pupil.
        """
        return pupil_log.build(log_content(self._sources, LogWish(pupil, since, until, asked_by)))

    def report(self, year: int | None = None) -> Document:
        """Return the head's annual report on the school year that began in `year`.

        Without a year: the last one that has ended, or this one if nothing was shared before it.
        """
        return annual_report.build(report_content(self._sources, year))

    def ropa(self) -> Document:
        """Return the record of processing activities (UK GDPR Article 30)."""
        return ropa.build(ropa_content(self._sources))

    def agreement(self, number: int | None = None) -> Document:
        """Return one agreement, the first if no number is given.

        Raises:
            Refused: the register holds none, or none of that number.
        """
        return agreement_sheet.build(agreement_content(self._sources, number))

    def disposals(self) -> Document:
        """Return the register of what was disposed of; it names no child."""
        return disposals.build_register(register_content(self._sources))

    def disposal_list(self) -> Document:
        """Return what is due for disposal, to be approved on paper."""
        return disposals.build_due(due_content(self._sources))

    def request_form(self) -> Document:
        """Return the blank form for whoever asks for pupil information."""
        given = self._sources
        return request_form.build(request_form_content(given.frame(), given.book.school()))

    def chase_letter(self, number: int, person: str) -> Document:
        """Return a letter that asks for the receipt of entry `number`; writes nothing down.

        Raises:
            Refused: no such entry, it is struck out or put right, or no receipt is awaited.
        """
        given = self._sources
        chasing = Chasing(given.register, given.catalogues, given.clock)
        wish = LetterWish(number, person, given.today())
        return chase_letter.build(
            chase_letter_content(given.frame(), chasing, given.book, given.catalogues, wish)
        )

    def render(self, document: Document, form: str) -> bytes:
        """Return a document as "pdf", "txt" or "html".

        Raises:
            Refused: there is no such form.
        """
        for known in FORMS:
            if form == known:
                return render(document, known)
        raise Refused("document_form_unknown", "out", form=form)
