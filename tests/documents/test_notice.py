"""The notice: every recipient under its heading, and readable as a page again."""

from dataclasses import replace
from datetime import date

import pytest

from sharebook.catalogues.loading import load
from sharebook.documents import notice
from sharebook.documents.model import Card
from sharebook.documents.notice import Notice, NoticeHeading
from sharebook.documents.plain import as_text
from sharebook.documents.rendering import Form, render
from sharebook.intake.page import read_page
from tests.documents import builders


def test_every_heading_is_a_card_in_the_school_s_order_and_words() -> None:
    document = notice.build(builders.a_notice())

    cards = [block for block in document.blocks if isinstance(block, Card)]

    told = [(card.title, card.subtitle, card.label, card.items, card.edge) for card in cards]
    assert told == [
        (one.words, one.purpose, one.lead_in, one.lines, one.colour) for one in builders.headings()
    ]


def test_the_plain_text_gives_each_heading_its_lines_in_order() -> None:
    text = as_text(notice.build(builders.a_notice())).splitlines()

    for heading in builders.headings():
        start = text.index(heading.words)
        assert text[start + 1 : start + 3] == [heading.purpose, heading.lead_in]
        end = start + 3 + len(heading.lines)
        assert text[start + 3 : end] == [f"· {line}" for line in heading.lines]
        assert text[end] == ""


def test_nothing_but_recipients_stands_behind_a_bullet() -> None:
    text = as_text(notice.build(builders.a_notice())).splitlines()

    bullets = [line.removeprefix("· ") for line in text if line.startswith("· ")]

    assert bullets == [line for heading in builders.headings() for line in heading.lines]


def test_a_heading_under_which_nobody_stands_is_left_out() -> None:
    shown = (NoticeHeading(words="Legal claims"), NoticeHeading(words="Consent", lines=("Press",)))

    text = as_text(notice.build(builders.a_notice(shown=shown)))

    assert "Legal claims" not in text
    assert "Consent" in text


def test_a_family_is_told_to_complain_to_the_school_first_and_then_to_whom() -> None:
    text = as_text(notice.build(builders.a_notice()))

    assert text.index("tell us first") < text.index("Sample Regulator")
    assert "Pat Inkwell" in text


_CONTENT = builders.a_notice()


@pytest.mark.parametrize(
    ("without", "words"),
    [
        (replace(_CONTENT, record_right=""), "educational record"),
        (replace(_CONTENT, consents=False), "withdraw"),
        (replace(_CONTENT, dpo=""), "data protection officer"),
    ],
)
def test_a_right_the_family_does_not_have_is_not_named(without: Notice, words: str) -> None:
    assert words in as_text(notice.build(_CONTENT))
    assert words not in as_text(notice.build(without))


@pytest.mark.parametrize("form", ["txt", "html"])
def test_a_printed_notice_reads_back_as_the_same_lines_under_the_same_headings(form: Form) -> None:
    printed = render(notice.build(_CONTENT), form)

    page = read_page(f"notice.{form}", printed, load(), date(2026, 9, 14))

    read = {
        one.words: [line.line for line in page.lines if line.heading == one]
        for one in page.headings
    }
    assert read == {one.words: list(one.lines) for one in builders.headings()}
    assert [(one.words, one.purpose, one.lead_in) for one in page.headings] == [
        (one.words, one.purpose, one.lead_in) for one in builders.headings()
    ]
