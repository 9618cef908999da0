"""What the head's report counts as missing, in words of the resources."""

import tomllib
from collections import Counter

from sharebook import assets
from sharebook.domain.bases import BasisChain
from sharebook.domain.names import NO_CODE, Code
from sharebook.services.publishing.report_notes import gap_lines
from sharebook.services.publishing.sources import Sources
from sharebook.words.sentences import all_sentences, sentence
from tests.builders import a_flow, catalogues
from tests.services.conftest import PAT


def test_every_finding_that_says_what_to_do_has_its_words_for_the_report():
    checks = tomllib.loads(assets.read_text("sentences", "checks.toml"))
    findings = {code for code in checks if not code.endswith("_do")}

    assert findings
    assert {code for code in findings if f"{code}_short" not in all_sentences()} == set()


def test_no_kind_of_gap_is_left_out_of_the_report(office, clock):
    bare = a_flow(purpose="for a coat", basis=BasisChain(), items=(Code("refuge"),), cycle=NO_CODE)
    office.arranging.add_flow(bare, PAT)
    sources = Sources(
        office.register, office.book, office.answering, office.reviewing, catalogues(), clock
    )
    counted = Counter(gap.finding.code for gap in office.reviewing.gaps())

    lines = gap_lines(sources)

    assert {"no_lawful_basis", "whereabouts_named", "cycle_unnamed"} <= set(counted)
    assert len(lines) == len(counted)
    for code, number in counted.items():
        words = sentence(f"{code}_short")
        assert any(line.startswith(f"{number:,} ") and words in line for line in lines)


def test_kinds_of_gaps_are_counted_as_they_are_listed_in_the_same_order(office):
    bare = a_flow(purpose="for a coat", basis=BasisChain(), items=(Code("refuge"),), cycle=NO_CODE)
    office.arranging.add_flow(bare, PAT)
    listed = Counter(gap.finding.code for gap in office.reviewing.gaps())

    counted = office.reviewing.kinds_of_gaps()

    assert len(counted) > 1
    assert list(counted.items()) == list(listed.items())
