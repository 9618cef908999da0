"""The law is rows in resources: the code names no article, no list's code, no statutory figure."""

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from sharebook.catalogues.loading import load

LAW = re.compile(
    r"\b(?:Articles?|Art\.|Schedules?|Sch\.?|paragraphs?|para\.?|sections?|ss?\.|reg(?:ulation)?s?)"
    r"\s*\d|\bSI \d{4}/\d|\bAct (?:19|20)\d\d"
)
CODES = re.compile(r"\b(?:A6|A9|SCH1|GW|RLI|RQ|X|N)_[A-Z0-9]")
NAMES_OF_A_PAPER = {  # what schools call it, on the screen and as a file
    "Article 30 record",
    "Article 30 record.pdf",
    "Article 30 UK GDPR · pupil information",
}
OUR_OWN = {  # lengths of time that no law sets, and why each is one
    ("domain/cycles.py", 7),  # a week
    ("domain/school_days.py", 10),  # weeks: a longer gap means a term was not typed
    ("services/reviewing.py", 60),  # how far Today looks ahead
    ("services/reviewing.py", 14),  # until a receipt is asked after
    ("services/calendar.py", 190),  # an entry further from a due day was for another
    ("services/health/copies.py", 14),  # without a backup
    ("services/health/holders.py", 365),  # until somebody is looked at again
    ("services/practice/events.py", 3),  # of the practice school
    ("services/practice/events.py", 45),  # of the practice school
}
LAYERS = ("domain", "services", "cli")  # where a length of time could decide something


def _strings(nodes: Sequence[ast.AST]) -> Iterator[str]:
    """Yield the strings that do more than explain."""
    explaining = {
        id(node.value)
        for node in nodes
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in nodes:
        spoken = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if spoken and id(node) not in explaining:
            yield node.value  # type: ignore[attr-defined]  # a Constant, as just asked


def _lengths(nodes: Sequence[ast.AST]) -> Iterator[int]:
    for node in nodes:
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "timedelta":
            for given in node.keywords:
                long = given.arg in {"days", "weeks", "hours"}
                if long and isinstance(given.value, ast.Constant) and given.value.value != 1:
                    yield int(str(given.value.value))


@pytest.fixture(scope="module")
def spoken(modules):
    """Each module, by its place in the program, with the strings that it does not only explain."""
    return {_place(path): list(_strings(nodes)) for path, nodes in modules.items()}


def _place(path: Path) -> str:
    return path.relative_to("desktop/sharebook").as_posix()


def test_no_code_names_an_article_a_section_or_a_regulation(spoken):
    found = [
        (where, words)
        for where, strings in spoken.items()
        for words in strings
        if LAW.search(words) and words not in NAMES_OF_A_PAPER
    ]
    assert found == []


def test_no_code_names_a_row_of_the_law(spoken):
    found = [
        (where, words)
        for where, strings in spoken.items()
        for words in strings
        if CODES.search(words)
    ]
    assert found == []


def test_no_code_knows_a_row_by_another_name_either(spoken):
    lists = load()
    rows = {
        *lists.gateways,
        *lists.lawful_bases,
        *lists.clocks,
        *lists.exemptions,
        *lists.recognised_interests,
        *lists.request_types,
        *lists.school_types,
    } - {"access", "record", "complaint", "breach", "information"}  # plain words too
    found = [(where, w) for where, strings in spoken.items() for w in strings if w in rows]
    assert found == []


def test_no_length_of_time_in_code_is_the_law_s(modules):
    found = {
        (where, length)
        for where, nodes in ((_place(path), nodes) for path, nodes in modules.items())
        if where.startswith(LAYERS)
        for length in _lengths(nodes)
    }
    assert found <= OUR_OWN


@pytest.mark.parametrize(
    "words", ["Article 9(2)(h)", "SI 2005/1437", "s.16LA and s.4", "Schedule 1", "para 18"]
)
def test_the_net_has_no_holes(words):
    assert LAW.search(words)


def test_the_net_lets_plain_words_pass():
    assert not LAW.search("Entry 12 of this section, 3 articles, page s. Act now, as of 2026")
    assert CODES.search("A6_E")
    assert not CODES.search("MAX_ROWS")
