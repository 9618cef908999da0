"""Who is given data."""

from sharebook.domain.recipients import FormerName, Recipient, UnitContact
from sharebook.store.columns import day, flag, nested, number, text
from sharebook.store.family import Family

RECIPIENT = Family(
    Recipient,
    "recipient",
    (
        text("name"),
        text("kind"),
        text("role"),
        nested("units", tuple[str, ...]),
        nested("former_names", tuple[FormerName, ...]),
        text("person"),
        text("secure_address"),
        text("phone"),
        text("dpo"),
        text("country"),
        text("keeps_for"),
        text("contract"),
        flag("placeholder"),
        text("post"),
        text("address"),
        text("dpo_contact"),
        text("onward"),
        text("transfer"),
        text("transfer_assessment"),
        number("replaces"),
        day("ended"),
        nested("unit_contacts", tuple[UnitContact, ...]),
    ),
)
