"""A school's own sharing page into headings, recipients and flows; nothing on it is lost."""

from collections.abc import Iterable
from datetime import date

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.errors import Refused
from sharebook.domain.headings import Heading
from sharebook.domain.names import Code, HeadingId
from sharebook.domain.preview import PageFile, PageLine
from sharebook.intake.folding import fold
from sharebook.intake.page_lines import Item, Pages, Part, take_apart
from sharebook.intake.page_mapping import Mapping
from sharebook.intake.page_sources import lines_of

_LONGEST_LINE = 500
_MOST_ITEMS = 1_000  # no school names more


def read_page(
    name: str,
    source: bytes | str,
    catalogues: Catalogues,
    today: date,
    own: Iterable[Heading] = (),
) -> PageFile:
    """Read a sharing page: plain or pasted text, HTML, Word, or our own notice.

    Args:
        name: the file's own name, for sentences.
        source: a file's bytes, or pasted text.
        catalogues: the rows that apply to this school.
        today: the first day of the flows the page becomes.
        own: the school's headings, so that its own words are known again.

    Raises:
        Refused: the file cannot be read, or has no heading or no list we understand.
    """
    known = [(heading.words, heading.code) for heading in own]
    pages = take_apart(lines_of(name, source), catalogues.headings.values(), known)
    if not pages.parts:
        raise Refused("page_no_headings", file=name)
    if sum(len(part.items) for part in pages.parts) > _MOST_ITEMS:
        raise Refused("page_too_long", file=name)
    headings = _headings(pages)
    lines = list(_lines(pages, headings, Mapping(catalogues, today)))
    if not lines:
        raise Refused("page_no_lines", file=name)
    left = [*pages.left, *_unknown_parts(pages)]
    return PageFile(name, pages.title, tuple(headings.values()), tuple(lines), tuple(sorted(left)))


def _headings(pages: Pages) -> dict[Code, Heading]:
    """Return the page's headings in its own words, one for each heading of the catalogue."""
    headings: dict[Code, Heading] = {}
    for part in pages.parts:
        row = part.code_of
        if row and row.code not in headings:
            place = len(headings) + 1
            headings[row.code] = Heading(
                HeadingId(0), row.code, part.words, part.purpose, part.lead_in, place
            )
    return headings


def _lines(pages: Pages, headings: dict[Code, Heading], mapping: Mapping) -> Iterable[PageLine]:
    said: set[tuple[Code, str]] = set()
    for part in pages.parts:
        for item in _named(part, pages):
            row = part.code_of
            if row is None or (row.code, fold(item.words)) in said:
                continue
            said.add((row.code, fold(item.words)))
            mapped = mapping.map(item.words, row)
            yield PageLine(
                row=item.row,
                heading=headings[row.code],
                line=item.words,
                recipients=mapped.recipients,
                flows=mapped.flows,
                codes=tuple(code for code, _ in mapped.notes),
                facts=tuple(facts for _, facts in mapped.notes),
            )


def _named(part: Part, pages: Pages) -> Iterable[Item]:
    """Yield the list's lines; one far too long to name anybody is listed as not understood."""
    for item in part.items:
        if len(item.words) > _LONGEST_LINE:
            pages.left.append((item.row, item.words[:_LONGEST_LINE]))
        else:
            yield item


def _unknown_parts(pages: Pages) -> Iterable[tuple[int, str]]:
    for part in pages.parts:
        if part.code_of is None:
            yield part.row, part.words
            yield from ((item.row, item.words) for item in part.items)
