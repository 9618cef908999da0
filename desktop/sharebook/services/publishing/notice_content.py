"""What the notice says today: the lines of the running flows under the school's headings."""

from sharebook.documents.notice import Notice, NoticeHeading
from sharebook.domain.flows import Standing
from sharebook.domain.headings import Heading
from sharebook.domain.names import Code
from sharebook.services.publishing.sources import Sources
from sharebook.words.days import long_day

_RECORD_RIGHT = (
    "Parents and carers may also ask in writing to see their child’s educational record. "
    "We answer within the days that the law on school records gives us."
)


def notice_content(sources: Sources) -> Notice:
    """Return the notice's words.

    A line stands once under its heading however many flows share it; a flow still to be agreed
    is not in the notice.
    """
    school = sources.book.school()
    rows = sources.catalogues
    headings = tuple(_heading(sources, heading) for heading in sources.book.headings())
    kind = rows.school_types.get(school.kind)
    return Notice(
        frame=sources.frame(),
        dated=long_day(sources.today()),
        headings=headings,
        regulator=sources.regulator(),
        dpo=_joined(school.dpo, school.dpo_contact),
        contact=_joined(school.phone, school.email, school.address),
        record_right=_RECORD_RIGHT if kind is not None and kind.record_right else "",
        consents=any(heading.lines for heading in headings if _by_consent(sources, heading)),
    )


def notice_lines(sources: Sources, code: Code) -> tuple[str, ...]:
    """Return the lines under one heading, in the order the flows were entered, each once."""
    lines = [
        flow.notice_line
        for flow in sources.book.flows_on(sources.today())
        if flow.heading == code and flow.notice_line and flow.standing is not Standing.RESERVED
    ]
    return tuple(dict.fromkeys(lines))


def _heading(sources: Sources, heading: Heading) -> NoticeHeading:
    row = sources.catalogues.headings.get(heading.code)
    return NoticeHeading(
        words=heading.words,
        purpose=heading.purpose,
        lead_in=heading.lead_in or "We share information with:",
        lines=notice_lines(sources, heading.code),
        colour=row.colour if row is not None and row.colour else "accent",
    )


def _by_consent(sources: Sources, heading: NoticeHeading) -> bool:
    for known in sources.book.headings():
        row = sources.catalogues.headings.get(known.code)
        basis = sources.catalogues.lawful_bases.get(row.lawful_basis) if row else None
        if known.words == heading.words and basis is not None and basis.needs_consent:
            return True
    return False


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
