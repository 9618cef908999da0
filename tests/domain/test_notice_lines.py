"""A line of the notice says the new name of whom it names, and leaves other words alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain.notice_lines import named_anew

NAMES = st.sampled_from(["NHS", "Example NHS Trust", "Pretend Plates", "Plates", "Sums - Yes!"])


@pytest.mark.parametrize(
    ("line", "old", "new", "said"),
    [
        ("NHS: school nurse", "NHS", "Example NHS Trust", "Example NHS Trust: school nurse"),
        ("Example NHS Trust: nurse", "NHS", "Example NHS Trust", "Example NHS Trust: nurse"),
        ("Example NHS Trust: nurse", "Example NHS Trust", "NHS", "NHS: nurse"),
        ("Miles, and the milestones", "Miles", "Laps", "Laps, and the milestones"),
        ("Milestones for all", "Miles", "Laps", "Milestones for all"),
        ("Sums - Yes!, for mathematics", "Sums - Yes!", "Tens", "Tens, for mathematics"),
        ("Our caterer", "Pretend Plates", "Invented Dinners", "Our caterer"),
        (r"Plates (\1)", "Plates", r"Meals \1", r"Meals \1 (\1)"),
        ("", "Plates", "Meals", ""),
    ],
)
def test_only_the_whole_name_is_said_anew(line, old, new, said):
    assert named_anew(line, old, new) == said


@given(NAMES, NAMES, st.lists(st.one_of(NAMES, st.text(max_size=8)), max_size=5))
def test_said_anew_twice_is_said_anew_once(old, new, parts):
    line = " ".join(parts)
    once = named_anew(line, old, new)
    assert named_anew(once, old, new) == once
    if old == new or old not in line:
        assert once == line
