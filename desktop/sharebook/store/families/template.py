"""Forms filled in beforehand."""

from sharebook.domain.drafts import Draft
from sharebook.domain.flows import CohortRule
from sharebook.domain.templates import Template
from sharebook.store.columns import flag, nested, text
from sharebook.store.family import Family

TEMPLATE = Family(
    Template,
    "template",
    (
        text("name"),
        nested("draft", Draft),
        nested("about", CohortRule),
        flag("removed"),
    ),
)
