"""What went wrong with an entry."""

from sharebook.domain.incidents import Incident
from sharebook.store.columns import day, number, text
from sharebook.store.family import Family

INCIDENT = Family(
    Incident,
    "incident",
    (
        number("entry"),
        day("aware_on"),
        text("aware_at"),
        text("kind"),
        text("what"),
        text("owner"),
        day("recalled_on"),
        day("confirmed_on"),
        day("partner_told_on"),
        day("closed_on"),
        text("outcome"),
    ),
)
