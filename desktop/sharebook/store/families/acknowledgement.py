"""Findings that are left as they are."""

from sharebook.domain.acknowledgements import About, Acknowledgement
from sharebook.store.columns import choice, day, flag, number, text
from sharebook.store.family import Family

ACKNOWLEDGEMENT = Family(
    Acknowledgement,
    "acknowledgement",
    (
        choice("about", About),
        number("number"),
        text("code"),
        text("because"),
        day("day"),
        number("version"),
        flag("removed"),
    ),
)
