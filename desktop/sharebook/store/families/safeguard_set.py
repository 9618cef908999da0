"""Reusable sets of safeguards."""

from sharebook.domain.names import Code
from sharebook.domain.safeguards import SafeguardSet
from sharebook.store.columns import flag, nested, text
from sharebook.store.family import Family

SAFEGUARD_SET = Family(
    SafeguardSet,
    "safeguard_set",
    (
        text("name"),
        nested("safeguards", tuple[Code, ...]),
        text("starter"),
        flag("removed"),
    ),
)
