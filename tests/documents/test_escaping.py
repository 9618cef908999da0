"""Whatever the register holds prints as the characters it is made of."""

import pytest

from sharebook.documents import notice, pupil_log
from sharebook.documents.cleaning import cleaned, escaped
from sharebook.documents.notice import NoticeHeading
from sharebook.documents.pdf.making import as_pdf
from sharebook.documents.plain import body
from sharebook.documents.webpage import as_page
from tests.documents import builders
from tests.documents.reading import opened, said, squeezed

NASTY = (
    '<img src="/etc/hostname">',
    "<b>bold</b>",
    "&amp;",
    "<para>unclosed",
    "<a href='javascript:alert(1)'>x</a>",
    "</main><script>alert(1)</script>",
    "{field} %s \\n (unbalanced",
)


@pytest.mark.parametrize("nasty", NASTY)
def test_mark_up_in_a_name_prints_as_characters(nasty: str) -> None:
    document = pupil_log.build(builders.a_log(pupil=f"Juno {nasty} Sampleton"))

    pdf = opened(as_pdf(document))

    assert squeezed(nasty) in squeezed(said(pdf.tree))
    assert nasty in body(document)
    assert escaped(nasty) in as_page(document)
    assert "/XObject" not in pdf.pdf.pages[0].resources


@pytest.mark.parametrize("nasty", NASTY)
def test_mark_up_prints_as_characters_in_every_place_of_a_notice(nasty: str) -> None:
    heading = NoticeHeading(words=nasty, purpose=nasty, lead_in=nasty, lines=(nasty,))
    frame = builders.a_frame(school=nasty, marking=nasty)
    document = notice.build(builders.a_notice(shown=(heading,), frame=frame))

    pdf = opened(as_pdf(document))
    page = as_page(document)

    assert squeezed(said(pdf.tree)).count(squeezed(nasty)) >= 4
    assert squeezed(nasty) in squeezed(pdf.furniture[0])
    assert page.count(escaped(nasty)) >= 5
    assert "<script" not in page
    assert "<img" not in page


def test_unprintable_signs_and_direction_tricks_become_spaces() -> None:
    assert cleaned("a\x00b\tc\u202ed\u200be\ud800f\ufffeg") == "a b c d e f g"


def test_text_is_composed_and_line_ends_are_one_kind() -> None:
    assert cleaned("e\u0301\r\no\u0323\rx") == "\u00e9\n\u1ecd\nx"
