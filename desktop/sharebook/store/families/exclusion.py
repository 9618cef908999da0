"""Pupils shut out of a recipient."""

from sharebook.domain.flows import Exclusion
from sharebook.store.columns import day, number, text
from sharebook.store.family import Family

EXCLUSION = Family(
    Exclusion,
    "exclusion",
    (
        number("pupil"),
        number("recipient"),
        text("reason", "why"),
        day("first_day"),
        day("last_day"),
        number("flow"),
    ),
)
