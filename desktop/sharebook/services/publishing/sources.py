"""What the documents are made from, and the frame they all share."""

from dataclasses import dataclass
from datetime import date

from sharebook.documents.frame import Frame
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.clock import Clock
from sharebook.domain.seal import seal_of
from sharebook.services.answering import Answering
from sharebook.services.book import Book
from sharebook.services.ports import Register
from sharebook.services.reviewing import Reviewing
from sharebook.services.wording import Wording
from sharebook.words.days import long_day

SENSITIVE = "OFFICIAL-SENSITIVE"
PRACTICE = "PRACTICE: ALL INVENTED"


@dataclass(frozen=True, slots=True)
class Sources:
    """The register and the services the documents read."""

    register: Register
    book: Book
    answering: Answering
    reviewing: Reviewing
    catalogues: Catalogues
    clock: Clock

    def today(self) -> date:
        """Return the day the document is printed."""
        return self.clock.today()

    def frame(self, *, sensitive: bool = False) -> Frame:
        """Return the frame: school, seal, print day, marking.

        Everything a practice school prints says so, so that no invented paper is taken for a
        real one; a real school may have its own words for a sensitive paper.
        """
        school = self.book.school()
        own = (school.marking or SENSITIVE) if sensitive else ""
        return Frame(
            school=school.name,
            printed_on=long_day(self.today()),
            seal=seal_of(self.register.head()).code,
            marking=PRACTICE if school.practice else own,
        )

    def wording(self) -> Wording:
        """Return the words of the catalogues and of the school's headings."""
        return Wording(self.catalogues, self.book.headings())

    def regulator(self) -> str:
        """Return whom a family can complain to after the school, on the day of printing."""
        rows = [row for row in self.catalogues.regulators.values() if row.in_force(self.today())]
        return rows[-1].words
