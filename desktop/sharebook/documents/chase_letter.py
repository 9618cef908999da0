"""A short letter that asks a recipient to confirm that what was sent has arrived.

It names no pupil and not what was sent, so that it may go by ordinary post.
"""

from dataclasses import dataclass

from sharebook.documents.frame import Frame
from sharebook.documents.model import Block, CutLine, Document, KeyValues, Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class ChaseLetter:
    """The content of the letter.

    Attributes:
        to: whom it goes to, line by line.
        reference: the number of the entry: "12".
        sent: "3 September 2026".
        how: the way it went, in words, or "".
        tracking: the reference of the post or the service, or "".
        pupils: "2 pupils".
        asked: the days on which it was asked for before, in words.
        signed_by: who asks.
        reply_to: how the school is reached.
    """

    frame: Frame
    to: tuple[str, ...]
    reference: str
    sent: str
    pupils: str
    how: str = ""
    tracking: str = ""
    asked: tuple[str, ...] = ()
    signed_by: str = ""
    reply_to: tuple[tuple[str, str], ...] = ()


_PLEASE = (
    "Please tell us that it arrived and that it is in the right hands: fill in the lower part of "
    "this letter and send it back, or write to us and give our reference. If it did not arrive, "
    "please ring us today, so that we can find out where it is."
)


def build(content: ChaseLetter) -> Document:
    """Return the letter as a document of one page."""
    facts = [("To", "\n".join(content.to)), ("Our reference", f"Entry {content.reference}")]
    facts += [("Sent on", content.sent), ("Sent by", content.how), ("Tracking", content.tracking)]
    blocks: list[Block] = [
        KeyValues(tuple(pair for pair in facts if pair[1])),
        Paragraph(_opening(content)),
        Paragraph(_PLEASE),
        Paragraph("Yours faithfully"),
        Paragraph(f"{content.signed_by}\n{content.frame.school}".strip()),
    ]
    if content.reply_to:
        blocks.append(KeyValues(content.reply_to))
    blocks += [CutLine("Please cut here and send this part back"), _receipt(content)]
    return content.frame.holding(
        blocks,
        title="Please confirm that it arrived",
        eyebrow="Receipt for pupil information",
        subject="A letter asking for a receipt",
    )


def _opening(content: ChaseLetter) -> str:
    opening = (
        f"On {content.sent} we sent you information about {content.pupils}. We have no receipt "
        "from you yet, and our register stays open until we have one."
    )
    if content.asked:
        opening += f" We asked for it before, on {' and on '.join(content.asked)}."
    return opening


def _receipt(content: ChaseLetter) -> KeyValues:
    """Return the lower part, to be filled in by the recipient."""
    known = (("Back to", content.frame.school), ("Reference", f"Entry {content.reference}"))
    blank = ("Received on", "Name and post", "Signature and date")
    return KeyValues((*known, *((each, "") for each in blank)), roomy=True)
