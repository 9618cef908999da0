"""Adults in a child's life."""

from sharebook.domain.contacts import Contact, Restriction
from sharebook.store.columns import choice, flag, nested, number, text
from sharebook.store.family import Family

CONTACT = Family(
    Contact,
    "contact",
    (
        number("pupil"),
        text("name"),
        text("relationship"),
        flag("responsibility"),
        choice("restriction", Restriction),
        text("restriction_note"),
        text("phone"),
        text("email"),
        text("address"),
        number("rank"),
        text("evidence"),
        nested("orders", tuple[str, ...]),
        flag("address_protected"),
        flag("no_reports"),
    ),
)
