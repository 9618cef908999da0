"""Headings of the notice."""

from sharebook.domain.headings import Heading
from sharebook.store.columns import number, text
from sharebook.store.family import Family

HEADING = Family(
    Heading,
    "heading",
    (
        text("code"),
        text("words"),
        text("purpose"),
        text("lead_in"),
        number("place"),
    ),
)
