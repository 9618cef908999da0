"""What the answer screen says about callers and lines."""

from collections.abc import Iterator, Sequence

from sharebook.domain.contacts import Contact
from sharebook.services.wording import WordedLine

EMPTY = (
    "Type three letters of the child’s name, and press Enter.",
    "Choose who is calling, then tick how you know it is really them.",
)
CHECK_SEALED = "Check the sealed entries before answering ({number})"  # holders alone see it
SAY_TO_ANYONE = "“I want to give you a full and correct answer, so I will ring you back today.”"
ENDED, ON_AN_OCCASION = "Not shared any more", "On a particular occasion"
_HIM = frozenset({"father", "grandfather", "stepfather", "uncle", "brother"})
_HER = frozenset({"mother", "grandmother", "stepmother", "aunt", "sister"})


def caller_name(contact: Contact | None) -> str:
    """Return the name, or "Someone else"."""
    return contact.name if contact else "Someone else"


def caller_part(contact: Contact | None) -> str:
    """Return "Mother. Holds parental responsibility"."""
    if contact is None:
        return "Take a name and ring back"
    part = contact.relationship.strip()
    held = "Holds" if contact.responsibility else "Does not hold"
    said = f"{held} parental responsibility"
    return f"{part[0].upper()}{part[1:]}. {said}" if part else said


def barred_title(contact: Contact) -> str:
    """Return what shuts this adult out, in the school's words where it wrote any."""
    return f"No contact: {contact.restriction_note or 'court order'}"


def barred_advice(contact: Contact) -> str:
    """Return what to say instead of an answer."""
    part = contact.relationship.strip().casefold()
    whom = "him" if part in _HIM else "her" if part in _HER else "them"
    return f"Tell {whom} nothing. Say: “I will ask someone to ring you back.”"


def caller_sentence(contact: Contact | None) -> str:
    """Return a whole row in words, for screen readers."""
    said = f"{caller_name(contact)}. {caller_part(contact)}."
    if contact is not None and contact.restriction == "no_contact":
        said += f" {barred_title(contact)}. {barred_advice(contact)}"
    return said


def parted(lines: Sequence[WordedLine]) -> Iterator[tuple[str, tuple[WordedLine, ...]]]:
    """Yield what is regular, what was, and what was sent on occasion, each with its heading."""
    parts = (
        ("", tuple(line for line in lines if line.regular)),
        (ENDED, tuple(line for line in lines if line.ended)),
        (ON_AN_OCCASION, tuple(line for line in lines if not line.regular and not line.ended)),
    )
    yield from (part for part in parts if part[1])


def rebased(line: WordedLine) -> str:
    """Return on which basis a line stands, where that changed while it ran; else ""."""
    return f"Legal basis: {line.basis}" if line.rebased else ""


def line_sentence(line: WordedLine) -> str:
    """Return one line of the answer in words, for screen readers."""
    often = f"{line.how_often}, {line.since}".strip(", ")
    whom = f"{line.whom}, {line.formerly}" if line.formerly else line.whom
    said = f"{whom}. {line.what}, {line.why}. {often}. Last sent: {line.last_sent}."
    return f"{said} {rebased(line)}." if line.rebased else said
