"""The disposal register."""

from sharebook.domain.disposal import Disposal, Disposed
from sharebook.store.columns import choice, day, nested, number, text
from sharebook.store.family import Family

DISPOSAL = Family(
    Disposal,
    "disposal",
    (
        day("day"),
        choice("what", Disposed),
        text("because"),
        text("approved_by"),
        number("pupil"),
        nested("entries", tuple[int, ...]),
        number("calls"),
        number("records"),
        day("first_day"),
        day("last_day"),
        text("rule"),
        number("years"),
        text("skeleton"),
    ),
)
