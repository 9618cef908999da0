"""What the tests of sharing pages share."""

from datetime import date
from pathlib import Path

from sharebook.catalogues.choosing import for_school
from sharebook.catalogues.loading import load
from sharebook.domain.names import Code
from sharebook.domain.preview import PageFile
from sharebook.intake.page import read_page
from sharebook.words.sentences import sentence

TODAY = date(2026, 9, 14)
OURS = for_school(load(), Code("MAINT"), Code("england"), TODAY)
SEED = Path(__file__).parents[3] / "shared" / "seeds" / "sharing-page.txt"


def read(source: bytes | str) -> PageFile:
    page = read_page("page.txt", source, OURS, TODAY)
    for line in page.lines:
        for code, facts in zip(line.codes, line.facts, strict=True):
            assert sentence(code, facts)
    return page


def under(page: PageFile) -> dict[str, list[str]]:
    return {
        heading.code: [line.line for line in page.lines if line.heading == heading]
        for heading in page.headings
    }


def given_to(page: PageFile, words: str) -> list[tuple[str, str]]:
    line = next(line for line in page.lines if words in line.line)
    return [
        (recipient.name, flow.unit)
        for recipient, flow in zip(line.recipients, line.flows, strict=True)
    ]


def codes(page: PageFile, words: str) -> tuple[str, ...]:
    return next(line.codes for line in page.lines if words in line.line)
