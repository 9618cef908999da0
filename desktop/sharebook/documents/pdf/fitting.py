"""Fill pages, and spare a last page that would hold next to nothing."""

from dataclasses import replace

from sharebook.documents.pdf.strips import Page, Strip, paginated
from sharebook.documents.pdf.styles import Sheet

_NEXT_TO_NOTHING = 0.3  # of the page's height
_TIGHTER = (0.85, 0.7, 0.55)  # white space before each strip, tried in this order


def fitted(strips: list[Strip], sheet: Sheet) -> list[Page]:
    """Return the pages `strips` fill.

    Where the last page would be nearly empty, the white space is narrowed step by step; if that
    does not save the page, the ordinary spacing stays.
    """
    pages = paginated(strips, sheet)
    if len(pages) == 1 or not _nearly_empty(pages[-1]):
        return pages
    for share in _TIGHTER:
        closer = paginated([replace(strip, above=strip.above * share) for strip in strips], sheet)
        if len(closer) < len(pages):
            return closer
    return pages


def _nearly_empty(page: Page) -> bool:
    room = page.sheet.high - page.sheet.top - page.sheet.bottom
    return page.free > room * (1 - _NEXT_TO_NOTHING)
