"""Pages that cannot be read are refused soon, and nothing else is ever raised."""

import time
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain.errors import Refused
from sharebook.words.sentences import sentence
from tests.intake.pages import read


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"", "file_empty"),
        ("", "page_no_headings"),
        ("nothing of the kind", "page_no_headings"),
        ("Public interest\nSo that all is well.\n", "page_no_lines"),
        ("Public interest\0\n· Bromcom", "file_not_text"),
        (b"%PDF-1.7", "page_is_pdf"),
        (b"PK\x03\x04 no zip", "page_word_broken"),
        ("· a\n" * 30_000, "page_too_long"),
        ("a" * 6_000_000, "file_too_long"),
    ],
)
def test_a_page_that_cannot_be_read_is_refused_with_its_reason(source, code):
    with pytest.raises(Refused) as refused:
        read(source)
    assert refused.value.code == code
    assert sentence(code, refused.value.facts)


@pytest.mark.parametrize("words", [b"<w/>" + b" " * 9_000_000, b"<!DOCTYPE w><w/>", b"not xml"])
def test_a_hostile_word_file_is_refused(words):
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", words)
    with pytest.raises(Refused) as refused:
        read(packed.getvalue())
    assert refused.value.code == "page_word_broken"


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300)))
def test_any_page_is_read_or_refused(source):
    try:
        read(source)
    except Refused:
        return


HOSTILE = {
    "wrapped": "Consent\nWe share with:\n· a\n" + ("b" * 240 + "\n") * 4_000,
    "bullets": "Consent\nWe share with:\n" + "· Madeup\n" * 4_000,
    "one line": "Consent\n•" + " • ab" * 90_000,
    "spaces": "Consent\n• " + "a  " * 160_000,
    "open tags": "<html>" + "<p a='" * 19_000,
    "open comments": "<html>" + "<!--" * 19_000,
    "odd tags": "<html>" + "<p a='>" * 19_000,
    "references": "<html>" + "&#" * 490_000,
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_is_over_within_a_second(source):
    begun = time.process_time()
    with suppress(Refused):
        read(source)
    assert time.process_time() - begun <= 1


BITS = st.sampled_from(
    ["Consent", "We share with:", "· The police", "•", "1. NHS", "", "so on", "Your rights", "x:"]
)


@given(st.lists(BITS, max_size=12))
def test_no_bullet_under_a_heading_is_ever_lost(bits):
    try:
        page = read("\n".join(bits))
    except Refused:
        return
    kept = sum(line.line.startswith(("The police", "NHS")) for line in page.lines)
    left = sum(words in ("The police", "NHS") for _, words in page.not_understood)
    named = {bit for bit in bits if "police" in bit or "NHS" in bit}
    assert kept + left >= len(named)
