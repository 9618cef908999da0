"""The school's page goes into the register and comes back out with nothing lost."""

from pathlib import Path

import pypdfium2
import pytest

from sharebook.bootstrap.clocks import SetClock
from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.opening import new_register
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.vault.strength import LEAST
from tests.builders import a_school
from tests.conftest import Quiet

SAMPLE = Path(__file__).parents[1] / "samples" / "sharing-page.txt"
REAL = Path(__file__).parents[3] / "shared" / "seeds" / "sharing-page.txt"
REAL_LINES = {
    "Public interest": 13,
    "Legal obligation": 5,
    "Vital interests": 2,
    "Legal claims": 2,
    "Consent": 2,
}  # counted by hand

PAGES = [
    pytest.param(SAMPLE, id="sample"),
    pytest.param(
        REAL,
        id="the school's own page",
        marks=pytest.mark.skipif(not REAL.exists(), reason="the school's page is not here"),
    ),
]


@pytest.fixture
def new_desk(tmp_path, clock):
    desks: list[Desk] = []

    def make() -> Desk:
        made = new_register(
            tmp_path / f"School {len(desks)}.sharebook",
            a_school(),
            Person("Pat Inkwell", Code("office")),
            "paper lantern otter meadow kettle",
            SetClock(clock.today()),
            LEAST,
        )
        desks.append(made.desk)
        return made.desk

    yield make
    for desk in desks:
        desk.close()


def read_in(desk: Desk, name: str, page: bytes | str) -> None:
    preview = desk.importing_page.preview(name, page)
    desk.importing_page.apply(preview, "Pat Inkwell", Quiet())


def lines(desk: Desk) -> set[tuple[str, str]]:
    words = {heading.code: heading.words for heading in desk.book.headings()}
    return {(words[flow.heading], flow.notice_line) for flow in desk.book.flows()}


def recipients(desk: Desk) -> set[tuple[str, str]]:
    known = desk.book.recipients()
    return {(flow.heading, known[flow.recipient].labelled(flow.unit)) for flow in desk.book.flows()}


def pdf_text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.mark.story
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("form", ["txt", "html", "pdf"])
def test_page_to_register_to_notice_to_page_is_the_same_set(new_desk, page, form):
    first = new_desk()
    read_in(first, "page.txt", page.read_bytes())

    printed = first.publishing.render(first.publishing.notice(), form)
    second = new_desk()
    if form == "pdf":
        read_in(second, "notice.txt", pdf_text(printed))
    else:
        read_in(second, f"notice.{form}", printed)

    assert lines(second) == lines(first)
    assert recipients(second) == recipients(first)


@pytest.mark.story
@pytest.mark.skipif(not REAL.exists(), reason="the school's page is not here")
def test_every_line_of_the_schools_own_page_is_under_its_heading(new_desk):
    desk = new_desk()
    read_in(desk, "page.txt", REAL.read_bytes())

    found = lines(desk)
    assert {
        words: sum(1 for heading, _ in found if heading == words) for words in REAL_LINES
    } == REAL_LINES
    nhs = [each for each in desk.book.recipients().values() if each.name == "NHS"]
    assert len(nhs) == 1
    headings = {flow.heading for flow in desk.book.flows() if flow.recipient == nhs[0].id}
    assert headings == {"PI", "VI"}


@pytest.mark.story
def test_reading_the_page_twice_changes_nothing(new_desk):
    desk = new_desk()
    read_in(desk, "page.txt", SAMPLE.read_bytes())
    before = desk.register.head()

    read_in(desk, "page.txt", SAMPLE.read_bytes())
    assert desk.register.head() == before
