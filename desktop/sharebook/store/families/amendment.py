"""The school's own word on rows of the law's lists."""

from sharebook.domain.amendments import Amendment, Switch
from sharebook.store.columns import choice, day, text
from sharebook.store.family import Family

AMENDMENT = Family(
    Amendment,
    "amendment",
    (
        text("catalogue"),
        text("row"),
        choice("switch", Switch),
        day("first_day"),
        text("words"),
        text("because"),
        text("approved_by"),
    ),
)
