"""The privacy notice: whom we share pupil information with, under the school's own headings."""

from dataclasses import dataclass

from sharebook.documents.frame import Frame
from sharebook.documents.model import Block, Card, Document, Heading, Lead, Paragraph, Span, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeHeading:
    """One heading of the notice and the recipients under it.

    Attributes:
        words: as the school puts it: "Public interest".
        purpose: the sentence under it.
        lead_in: the line before the list: "We share information with:".
        lines: the recipients, as a family should read them, in order.
        colour: the token of the heading's edge ("g_pi").
    """

    words: str
    purpose: str = ""
    lead_in: str = "We share information with:"
    lines: tuple[str, ...] = ()
    colour: str = "accent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The content of a privacy notice.

    Attributes:
        version: "12", or "" before it is published.
        dated: the day from which it holds, in words.
        regulator: whom to complain to after the school: name and how to reach it.
        dpo: the data protection officer and how to reach them, in one line.
        contact: how to reach the school, in one line.
        record_right: the sentence on parents' own right to the educational record, where the
            school has that duty.
        consents: whether any heading rests on consent, so that it can be withdrawn.
        extra: further paragraphs of the school's own, each with a title.
    """

    frame: Frame
    dated: str
    headings: tuple[NoticeHeading, ...]
    regulator: str
    version: str = ""
    title: str = "How we share information about pupils"
    dpo: str = ""
    contact: str = ""
    record_right: str = ""
    consents: bool = True
    extra: tuple[tuple[str, str], ...] = ()


_INTRODUCTION = (
    "This notice lists every organisation and service we share pupil information with, and the "
    "legal reason that allows us to. It is made from our sharing register, so it is always up "
    "to date."
)


def build(content: Notice) -> Document:
    """Return the notice as a document."""
    blocks: list[Block] = [
        Lead(_INTRODUCTION),
        Heading("Who do we share pupil information with?"),
        *_cards(content.headings),
        *_rights(content),
        *_extra(content),
        *_contact(content),
    ]
    return content.frame.holding(
        blocks,
        title=content.title,
        eyebrow=_eyebrow(content),
        subject=f"The pupil privacy notice of {content.frame.school}",
    )


def _eyebrow(content: Notice) -> str:
    version = [f"Version {content.version}"] if content.version else []
    return " · ".join(["Pupil privacy notice", content.dated, *version])


def _cards(headings: tuple[NoticeHeading, ...]) -> list[Block]:
    """Return a card a heading; one under which nobody stands tells a family nothing."""
    filled = [heading for heading in headings if heading.lines]
    return [*map(_card, filled)] or [Paragraph("We share pupil information with no one.")]


def _card(heading: NoticeHeading) -> Card:
    return Card(
        title=heading.words,
        subtitle=heading.purpose,
        label=heading.lead_in,
        items=heading.lines,
        edge=heading.colour,
    )


def _rights(content: Notice) -> list[Block]:
    asking: Text = (
        Span("You can ask to see what we have shared about your child: when, with whom and why. "),
        Span("Ask the school office for your child’s "),
        Span("disclosure log", bold=True),
        Span(". You can also ask for a copy of the information we hold, ask us to put it right, "),
        Span("to delete it or to stop using it, and tell us if you object to the way we use it."),
    )
    paragraphs: list[Text] = [asking]
    if content.record_right:
        paragraphs.append(content.record_right)
    if content.consents:
        paragraphs.append(
            "Where we share with your consent, you can withdraw it at any time. Tell the school "
            "office; it is as easy as giving it."
        )
    paragraphs.append(_complaint(content.regulator))
    return [Heading("Your rights"), *(Paragraph(text) for text in paragraphs)]


def _complaint(regulator: str) -> Text:
    return (
        Span("If you think something is wrong, please "),
        Span("tell us first", bold=True),
        Span(
            ". We will let you know that we have your complaint and tell you what we find. If you "
            f"are not content with our answer, you can complain to {regulator}."
        ),
    )


def _extra(content: Notice) -> list[Block]:
    return [block for title, text in content.extra for block in (Heading(title), Paragraph(text))]


def _contact(content: Notice) -> list[Block]:
    lines = []
    if content.contact:
        lines.append(
            f"{content.frame.school} decides how this information is used. "
            f"You can reach us at {content.contact}."
        )
    if content.dpo:
        lines.append(f"Our data protection officer is {content.dpo}.")
    if not lines:
        return []
    return [Heading("Who to ask"), *(Paragraph(line) for line in lines)]
