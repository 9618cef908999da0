"""A sharing page is read whole: headings, lines, what they stand for, and what is left over."""

from io import BytesIO

import pytest

from sharebook.domain.names import Code, HeadingId
from sharebook.domain.preview import PageFile
from sharebook.intake.page import read_page
from sharebook.intake.page_mapping import cut_name
from tests.intake.pages import OURS, TODAY, codes, given_to, read, under


@pytest.fixture
def page(samples) -> PageFile:
    return read((samples / "sharing-page.txt").read_bytes())


def test_every_line_stands_under_its_heading(page):
    assert {code: len(lines) for code, lines in under(page).items()} == {
        "PI": 6,
        "LO": 3,
        "VI": 2,
        "LC": 1,
        "CO": 1,
    }
    assert page.not_understood == ()


def test_headings_keep_the_schools_own_words(page):
    first, *_, last = page.headings
    assert (first.words, first.place) == ("Public task", 1)
    assert first.purpose == "So that lessons, meals and clubs run as they should."
    assert first.lead_in == "We share information with:"
    assert last.lead_in == "We ask you first. With your agreement we share information with:"


def test_lines_are_verbatim_but_for_their_spaces(page):
    line = page.lines[1].line
    assert line == "The NHS, including the school nurse and speech and language therapists"
    assert all(flow.notice_line == line for flow in page.lines[1].flows)


def test_one_line_may_name_several_parts_of_one_body(page):
    assert given_to(page, "school nurse") == [
        ("NHS", "school nurse"),
        ("NHS", "speech and language therapy"),
    ]


def test_a_part_that_is_named_leaves_the_others_out(page):
    assert given_to(page, "attendance") == [("The local authority", "attendance")]


def test_one_body_under_two_headings_has_the_law_of_each(page):
    nhs = [line for line in page.lines if line.recipients[0].name == "NHS"]
    assert [line.heading.code for line in nhs] == ["PI", "VI"]
    assert nhs[0].flows[0].basis != nhs[1].flows[0].basis


def test_services_nobody_named_are_placeholders_for_a_person(page):
    line = next(line for line in page.lines if "online systems" in line.line)
    assert [recipient.placeholder for recipient in line.recipients] == [True, True]
    assert codes(page, "online systems").count("page_placeholder") == 2


def test_a_line_nobody_knows_becomes_a_recipient_that_needs_a_person(page):
    assert given_to(page, "Pretend Plates") == [("Pretend Plates Ltd", "")]
    assert "page_recipient_unknown" in codes(page, "Pretend Plates")
    flow = next(line for line in page.lines if "Pretend Plates" in line.line).flows[0]
    heading = OURS.headings[Code("PI")]
    assert flow.purpose == "cooks and serves lunch"
    assert flow.basis.lawful_basis == heading.lawful_basis


def test_a_known_body_under_a_strange_heading_keeps_its_law_and_says_so(page):
    line = next(line for line in page.lines if line.line == "Children's Services")
    assert line.heading.code == "PI"
    assert line.flows[0].heading == "PI"
    assert line.flows[0].starter == "R16"


def test_a_heading_that_is_no_basis_is_said(page):
    assert "page_heading_no_basis" in codes(page, "Solicitors")
    assert "page_heading_no_basis" not in codes(page, "Newspapers")


def test_law_that_differs_from_its_heading_is_said():
    page = read("Legal obligation\nWe share information with:\n· The police\n")
    assert "page_basis_differs" in codes(page, "police")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The Inkwell Trust – runs the pool", "Inkwell Trust"),
        ("Inkwell Trust - runs the pool", "Inkwell Trust"),
        ("inkwell trust, including the pool", "Inkwell trust"),
        ("Inkwell Trust such as lifeguards", "Inkwell Trust"),
        ("Inkwell Trust (e.g. lifeguards)", "Inkwell Trust"),
        ("The Inkwell Trust with reference to swimming", "Inkwell Trust"),
        ("Inkwell-on-Sea Trust", "Inkwell-on-Sea Trust"),
        ("The", "The"),
    ],
)
def test_a_name_is_cut_from_an_unknown_line(line, name):
    assert cut_name(line)[0] == name


def test_a_page_says_the_same_as_html_and_as_text(samples, page):
    text = (samples / "sharing-page.txt").read_text(encoding="utf-8")
    assert under(read(_html(text))) == under(page)


def test_a_page_says_the_same_as_a_word_file(samples, page):
    text = (samples / "sharing-page.txt").read_text(encoding="utf-8")
    assert under(read(_word(text))) == under(page)


def test_a_pasted_list_that_lost_its_bullets_is_still_a_list():
    page = read(
        "Public interest\nWe share information with:\nBromcom\nThe police\n\n"
        "Consent\nWith your agreement we share information with:\nNewspapers\n"
    )
    assert under(page) == {"PI": ["Bromcom", "The police"], "CO": ["Newspapers"]}


PRINTED = """\
Example Lane Primary School
Pupil privacy notice · 14 September 2026
How we share information about pupils

This notice lists every organisation and service we share pupil information with.

Who do we share pupil information with?

Public interest
So that the school runs well and every child is taught as
well as we can.
We share information with:
• Schools our pupils move on to
• The NHS, including the school nurse, speech and language and occupational
therapists
Register seal 1,234 ABCD-EFGH-JKMN-PQRS-TVWX
Printed 14 September 2026      Page 1 of 2
Example Lane Primary School
• Harrisons
Legal claims
To manage legal claims.
We share information with:
• Legal advisers
Vital interests
No one at present.
Your rights
You can ask to see what we have shared about your child: when, with whom and why.
Who to ask
Example Lane Primary School decides how this information is used.
Register seal 1,234 ABCD-EFGH-JKMN-PQRS-TVWX
Printed 14 September 2026      Page 2 of 2
"""


def test_our_own_printed_notice_is_read_back_from_its_text():
    page = read(PRINTED)
    nhs = "The NHS, including the school nurse, speech and language and occupational therapists"
    assert under(page) == {
        "PI": ["Schools our pupils move on to", nhs, "Harrisons"],
        "LC": ["Legal advisers"],
        "VI": [],
    }
    assert page.headings[0].purpose.endswith("is taught as well as we can.")
    assert page.not_understood == ()


def test_two_columns_on_one_line_are_two_lines():
    page = read("Vital interests\nWe share information with:\n• Emergency services • NHS\n")
    assert under(page) == {"VI": ["Emergency services", "NHS"]}


def test_two_columns_with_wrapped_lines_are_read_one_after_the_other():
    page = read(
        "Legal obligation\nWe share information with:\n"
        "  • Department for Education    • The local authority (e.g. for\n"
        "  • The police                    attendance)\n"
        "  • Emergency\n"
        "    services\n\n"
        "Your rights\n"
    )
    assert under(page) == {
        "LO": [
            "Department for Education",
            "The police",
            "Emergency services",
            "The local authority (e.g. for attendance)",
        ]
    }


def test_a_running_head_is_no_part_of_a_line():
    page = read(
        "Example Lane Primary School\nHow we share\nPublic interest\nWe share information with:\n"
        "• Bromcom\nExample Lane Primary School · How we share\n• Harrisons\n"
    )
    assert under(page) == {"PI": ["Bromcom", "Harrisons"]}


def test_the_schools_own_heading_words_are_known_again():
    from sharebook.domain.headings import Heading

    own = [Heading(HeadingId(1), Code("PI"), "Because it is our work")]
    text = "Because it is our work\nWe share information with:\n· Bromcom\n"
    assert under(read_page("page.txt", text, OURS, TODAY, own)) == {"PI": ["Bromcom"]}


def test_nothing_is_lost_under_a_heading_nobody_knows():
    page = read(
        "Consent\nWe share information with:\n· Newspapers\n"
        "Legal basis for sharing: Good manners\nWe share information with:\n· The neighbours\n"
    )
    assert page.not_understood == ((4, "Good manners"), (6, "The neighbours"))


def _html(text: str) -> str:
    from html import escape

    body = []
    for line in text.splitlines():
        said = escape(line.strip())
        if said[:1] in "·•*-–1" and said:
            body.append(f"<ul><li><p>{said[2:].strip()}</p></li></ul>")
        elif said:
            body.append(f"<p>{said}</p>")
    hidden = "<script>var a = '<li>nobody</li>'</script><style>li {}</style>"
    return f"<!DOCTYPE html><html><head><title>x</title>{hidden}</head><body>{''.join(body)}</body>"


def _word(text: str) -> bytes:
    from docx import Document

    document = Document()
    for line in text.splitlines():
        said = line.strip()
        bullet = bool(said) and said[0] in "·•*-–1"
        document.add_paragraph(
            said[2:].strip() if bullet else said, style="List Bullet" if bullet else None
        )
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()
