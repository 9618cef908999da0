"""The real page of the school that asked for this, read whole."""

import pytest

from sharebook.domain.preview import PageFile
from tests.intake.pages import SEED, given_to, read, under


@pytest.mark.skipif(not SEED.exists(), reason="the school's real page is not part of the project")
class TestTheRealPage:
    @pytest.fixture
    def real(self) -> PageFile:
        return read(SEED.read_bytes())

    def test_it_has_twenty_four_lines_under_five_headings(self, real):
        counted = {code: len(lines) for code, lines in under(real).items()}
        assert counted == {"PI": 13, "LO": 5, "VI": 2, "LC": 2, "CO": 2}
        assert real.not_understood == ()

    def test_every_line_is_recognised(self, real):
        assert all("page_recipient_unknown" not in line.codes for line in real.lines)

    def test_the_nhs_stands_under_two_headings(self, real):
        flows = [
            (line.heading.code, flow.unit)
            for line in real.lines
            for recipient, flow in zip(line.recipients, line.flows, strict=True)
            if recipient.name == "NHS"
        ]
        assert flows == [
            ("PI", "school nurse"),
            ("PI", "speech and language therapy"),
            ("PI", "occupational therapy"),
            ("VI", ""),
        ]

    def test_services_that_share_a_line_are_told_apart(self, real):
        assert len(given_to(real, "lunch payments")) == 3
        assert [name for name, _ in given_to(real, "On line platforms")] == [
            "Maths - No Problem!",
            "Marathon Kids",
        ]
        assert [unit for _, unit in given_to(real, "local authority")] == [
            "tests",
            "attendance",
            "exclusions",
        ]
