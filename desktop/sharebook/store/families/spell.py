"""Periods on roll."""

from sharebook.domain.pupils import Spell
from sharebook.store.columns import day, number, text
from sharebook.store.family import Family

SPELL = Family(
    Spell,
    "spell",
    (
        number("pupil"),
        text("year"),
        text("class_name"),
        day("first_day"),
        day("last_day"),
        text("left_for"),
        text("enrolment"),
        text("other_school"),
    ),
)
