"""The school."""

from sharebook.domain.school import School
from sharebook.store.columns import flag, text
from sharebook.store.family import Family

SCHOOL = Family(
    School,
    "school",
    (
        text("name"),
        text("kind"),
        text("nation"),
        text("address"),
        text("phone"),
        text("email"),
        text("website"),
        text("head"),
        text("dpo"),
        text("dpo_contact"),
        text("laestab"),
        text("urn"),
        flag("practice"),
        text("marking"),
    ),
    has_id=False,
)
