"""The pictures of the guide: every one is shown, described, small, and true in its colours."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tests.stories.walks import WALKS

SHOWN = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
ANCHORED = re.compile(r"\]\(([^)#:]*)#([^)]+)\)")
HEADING = re.compile(r"(?m)^#+ (.+)$")
LARGEST = 120_000  # bytes
ORANGE = QColor("#C26F00")  # the dot of a gap, which common palettes turn red
NEAR = 24  # steps of one colour's 255: smoothing at the edge of a dot, no other colour


@pytest.fixture
def papers(root) -> list[Path]:
    return [root / "README.md", *sorted((root / "docs").rglob("*.md"))]


@pytest.fixture
def shown(papers) -> list[tuple[str, Path]]:
    """Every picture with its words."""
    return [
        (words, (paper.parent / where).resolve())
        for paper in papers
        for words, where in SHOWN.findall(paper.read_text(encoding="utf-8"))
    ]


def anchors(paper: Path) -> set[str]:
    """Return what may follow `#` in a link to this paper."""
    titles = HEADING.findall(paper.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_every_picture_a_paper_shows_is_there(shown):
    assert [str(picture) for _, picture in shown if not picture.is_file()] == []
    assert shown


def test_every_picture_says_in_words_what_it_shows(shown):
    assert [str(picture) for words, picture in shown if len(words.split()) < 3] == []


def test_no_picture_is_kept_that_no_paper_shows(root, shown):
    kept = set((root / "docs" / "guide" / "pictures").resolve().glob("*"))

    assert kept - {picture for _, picture in shown} == set()


def test_every_picture_can_be_taken_again(shown):
    taken = {name for walk in WALKS.values() for name, _ in walk}

    assert {picture.stem for _, picture in shown} - taken == set()


def test_every_picture_loads_quickly(shown):
    assert {p.name: p.stat().st_size for _, p in shown if p.stat().st_size > LARGEST} == {}


def test_a_link_into_a_page_finds_its_heading(papers):
    dead = [
        f"{paper.name}: {where}#{place}"
        for paper in papers
        for where, place in ANCHORED.findall(paper.read_text(encoding="utf-8"))
        if place not in anchors(paper.parent / where if where else paper)
    ]

    assert dead == []


def test_the_orange_dot_stays_orange_in_a_small_picture(root):
    picture = QImage(str(root / "docs" / "guide" / "pictures" / "today.png"))
    colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}

    assert any(near(QColor(each), ORANGE) for each in colours)


def near(one: QColor, other: QColor) -> bool:
    steps = (one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue())
    return all(abs(step) <= NEAR for step in steps)
