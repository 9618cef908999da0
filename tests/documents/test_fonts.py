"""Names of every Latin, Greek and Cyrillic spelling print whole; what cannot is told."""

import pytest

from sharebook.documents.model import Document, Paragraph
from sharebook.documents.pdf.fonts import missing_glyphs
from sharebook.documents.pdf.making import as_pdf
from tests.documents.reading import opened, said, squeezed

NAMES = (
    "Ọlájídé Ṣọlá Adéṣínà",
    "Nguyễn Thị Hường Đặng",
    "Łukasz Żółć Wiśniewska",
    "Ñwáńkwọ́ Ụchénna",
    "Şükrü Iğdır",
    "Ɔkɔmfo Ɛsi",
    "Ђорђе Жуковська",
    "Ελένη Παπαδοπούλου",
    "Seán Ó Cinnéide",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_prints_as_it_is_written(name: str) -> None:
    document = Document(title="Names", school="Example Lane", blocks=(Paragraph(name),))

    assert missing_glyphs(name) == set()
    assert squeezed(name) in squeezed(said(opened(as_pdf(document)).tree))


def test_signs_that_no_face_has_are_named_and_shown_as_missing() -> None:
    document = Document(title="Names", school="Example Lane", blocks=(Paragraph("A 愛 B"),))

    assert missing_glyphs("A 愛 B\n") == {"愛"}
    assert "A\ufffdB" in squeezed(said(opened(as_pdf(document)).tree))
