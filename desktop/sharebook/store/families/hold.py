"""What stops disposal."""

from sharebook.domain.holds import Hold, HoldReason
from sharebook.store.columns import choice, day, number, text
from sharebook.store.family import Family

HOLD = Family(
    Hold,
    "hold",
    (
        choice("why", HoldReason),
        text("note"),
        day("first_day"),
        number("pupil"),
        number("recipient"),
        day("lifted_on"),
    ),
)
