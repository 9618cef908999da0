"""How text fills pages."""

import io
import time

import pikepdf
import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st

from sharebook.documents import notice, pupil_log
from sharebook.documents.model import Bulleted, Card, Column, Document, Paragraph, Span, Table
from sharebook.documents.notice import NoticeHeading
from sharebook.documents.pdf.composing import composed
from sharebook.documents.pdf.fonts import Face
from sharebook.documents.pdf.making import as_pdf
from sharebook.documents.pdf.strips import Strip, paginated
from sharebook.documents.pdf.styles import UPRIGHT
from sharebook.documents.pdf.wrapping import Style, line_width, wrapped
from tests.documents import builders
from tests.documents.reading import opened, squeezed

_STYLE = Style(12, 17, "#000000")
_WORDS = st.text(st.sampled_from("ab<&é ọŁ-\n"), max_size=120)


def _document(*blocks: Card | Paragraph | Table) -> Document:
    return Document(title="Sample", school="Example Lane Primary School", blocks=blocks)


@given(_WORDS, st.floats(30, 300))
@settings(max_examples=60, deadline=None)
def test_lines_keep_every_letter_and_never_run_over(text: str, room: float) -> None:
    lines = wrapped((Span(text[:50]), Span(text[50:], bold=True)), _STYLE, room)

    printed = "".join(piece for line in lines for _, piece in line)
    assert squeezed(printed) == squeezed(text)
    for line in lines:
        shown = tuple((face, piece.rstrip(" ")) for face, piece in line)
        assert line_width(shown, _STYLE.size) <= room + 3.5  # one inner space of a bold change


@given(st.lists(st.tuples(st.floats(1, 900), st.booleans()), max_size=60))
def test_every_strip_is_placed_once_and_in_order(shapes: list[tuple[float, bool]]) -> None:
    strips = [Strip(height=min(high, UPRIGHT.depth), keep=keep) for high, keep in shapes]

    pages = paginated(strips, UPRIGHT)

    assert [placed.strip for page in pages for placed in page.placed] == strips
    for page in pages:
        assert page.free >= -1e-6


def test_a_long_log_ends_with_more_than_one_row_and_repeats_its_heads() -> None:
    for count in range(20, 40):
        rows = builders.occasion_rows(count)
        pages = composed(pupil_log.build(builders.a_log(occasions=rows))).pages
        last = [placed for placed in pages[-1].placed if placed.strip.head]
        assert len(last) >= 3
        assert pages[-1].placed[0].again or len(last) == count


def test_a_repeated_table_head_is_not_read_out_again() -> None:
    log = builders.a_log(occasions=builders.occasion_rows(60))

    read = opened(as_pdf(pupil_log.build(log)))

    heads = [one for one in read.tree.walk() if one.tag == "TH" and "Date and" in one.text]
    assert len(heads) == 1
    assert all("Date and time" in page for page in read.furniture[2:])


def test_a_card_stays_whole_and_one_taller_than_a_page_goes_on() -> None:
    many = tuple(f"Invented recipient number {number}" for number in range(200))
    shown = (*builders.headings(), NoticeHeading(words="Public interest", lines=many))

    pages = composed(notice.build(builders.a_notice(shown=shown))).pages

    grounds = [{placed.strip.ground for placed in page.placed} - {None} for page in pages]
    over = [ground for ground in grounds[0] if ground in grounds[1]]
    assert over == []
    assert len(pages) > 4


def test_a_row_taller_than_a_page_goes_over_and_loses_nothing() -> None:
    long = " ".join(f"word{number}" for number in range(3000))
    table = Table((Column("A"), Column("B")), ((long, Bulleted((long, "end"))),))

    read = opened(as_pdf(_document(table)))

    cells = [one.text for one in read.tree.walk() if one.tag in {"TH", "LBody"}]
    assert [squeezed(cell) for cell in cells[2:]] == [squeezed(long), squeezed(long), "end"]


def test_nothing_is_drawn_outside_the_margins() -> None:
    word = "Wolfeschlegelsteinhausenbergerdorff" * 6
    rows = ((word, word), (builders.LONG_NAME, f"mail:{word}@example.invalid"))
    document = _document(
        Paragraph(word),
        Card(word, (word, "short"), subtitle=word, label=word),
        Table((Column(word), Column("B", 0.2)), rows),
    )

    with pypdfium2.PdfDocument(as_pdf(document)) as pdf:
        for page in pdf:
            text = page.get_textpage()
            boxes = [text.get_rect(number) for number in range(text.count_rects())]
            assert boxes
            assert min(box[0] for box in boxes) >= UPRIGHT.left - 1
            assert max(box[2] for box in boxes) <= UPRIGHT.right + 1


def test_a_paragraph_shows_its_line_breaks_and_bold_words() -> None:
    lines = wrapped((Span("one\ntwo "), Span("three", bold=True), Span(".")), _STYLE, 200)

    assert lines[0] == ((Face.REGULAR, "one "),)
    assert lines[1] == ((Face.REGULAR, "two "), (Face.BOLD, "three"), (Face.REGULAR, "."))


def test_large_print_is_the_same_document_on_more_pages() -> None:
    content = builders.a_notice()
    small = notice.build(content)
    large = Document(
        **{
            name: getattr(small, name)
            for name in small.__dataclass_fields__
            if name != "text_scale"
        },
        text_scale=1.5,
    )

    assert len(composed(large).pages) > len(composed(small).pages)


def test_a_log_of_forty_pages_is_printed_within_a_second_of_work() -> None:
    document = pupil_log.build(builders.a_log(occasions=builders.occasion_rows(350)))
    as_pdf(pupil_log.build(builders.a_log()))  # read the fonts

    begun = time.process_time()
    data = as_pdf(document)
    used = time.process_time() - begun

    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) >= 38
    assert used < 2.0  # half of it on a quiet machine
