"""Kept call notes."""

from sharebook.domain.calls import Call
from sharebook.domain.names import Code
from sharebook.store.columns import day, nested, number, text
from sharebook.store.family import Family

CALL = Family(
    Call,
    "call",
    (
        number("pupil"),
        day("day"),
        text("time"),
        number("caller"),
        text("caller_name"),
        nested("known_by", tuple[Code, ...]),
        text("note"),
        text("answer_digest"),
        number("organisations"),
    ),
)
