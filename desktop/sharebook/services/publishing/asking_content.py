"""The words of the blank request form, and of a letter that asks for a receipt."""

from dataclasses import dataclass
from datetime import date

from sharebook.documents.chase_letter import ChaseLetter, build
from sharebook.documents.frame import Frame
from sharebook.documents.model import Document
from sharebook.documents.request_form import RequestForm
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.names import RecipientId
from sharebook.domain.school import School
from sharebook.domain.seal import seal_of
from sharebook.domain.sealed import said_number
from sharebook.services.book import Book
from sharebook.services.chasing import Chasing
from sharebook.services.ports import Register
from sharebook.services.publishing.sources import PRACTICE
from sharebook.words.days import count, long_day


@dataclass(frozen=True, slots=True)
class LetterWish:
    """Which letter: of which entry, in which log, signed by whom and when."""

    number: int
    person: str
    today: date
    sealed: bool = False


def request_form_content(frame: Frame, school: School) -> RequestForm:
    """Return the words of the blank form; nothing of the register is in it."""
    return RequestForm(frame=frame, reply_to=reply_to(school))


def chase_letter_content(
    frame: Frame, chasing: Chasing, book: Book, catalogues: Catalogues, wish: LetterWish
) -> ChaseLetter:
    """Return the words of a letter that asks for the receipt of an entry.

    Raises:
        Refused: no such entry, it is struck out or put right, or no receipt is awaited.
    """
    entry, asked = chasing.waits(wish.number)
    way = catalogues.methods.get(entry.method)
    return ChaseLetter(
        frame=frame,
        to=_address(book, entry.recipient, entry.unit),
        reference=said_number(entry.number, sealed=wish.sealed),
        sent=long_day(entry.day),
        how=way.words if way else "",
        tracking=entry.tracking,
        pupils=count(len(entry.cohort), "pupil"),
        asked=tuple(long_day(day) for day in asked),
        signed_by=wish.person,
        reply_to=reply_to(book.school()),
    )


def sealed_letter(
    chasing: Chasing, book: Book, catalogues: Catalogues, wish: LetterWish, sealed: Register
) -> Document:
    """Return the letter for a sealed entry; it carries the compartment's own seal.

    Raises:
        Refused: as for `chase_letter_content`.
    """
    school = book.school()
    frame = Frame(
        school=school.name,
        printed_on=long_day(wish.today),
        seal=seal_of(sealed.head()).code,
        marking=PRACTICE if school.practice else "",
    )
    return build(chase_letter_content(frame, chasing, book, catalogues, wish))


def reply_to(school: School) -> tuple[tuple[str, str], ...]:
    """Return how the school is reached, by name, as far as the register knows."""
    known = (("Address", school.address), ("Telephone", school.phone), ("E-mail", school.email))
    return (("School", school.name), *(pair for pair in known if pair[1]))


def _address(book: Book, recipient: RecipientId, unit: str) -> tuple[str, ...]:
    known = book.recipients()[recipient]
    contact = next((each for each in known.unit_contacts if each.unit == unit), None)
    person = contact.person if contact and contact.person else known.person
    post = contact.post if contact and contact.person else known.post
    lines = (person, post, known.labelled(unit), *known.address.splitlines())
    return tuple(line.strip() for line in lines if line.strip())
