"""Acts of giving data."""

from sharebook.domain.bases import BasisChain
from sharebook.domain.considered import Considered, NotTold
from sharebook.domain.disclosures import Asker, Decision, Disclosure, Receipt
from sharebook.domain.names import Code
from sharebook.store.columns import choice, cohort, day, flag, items, nested, number, text
from sharebook.store.family import Family

DISCLOSURE = Family(
    Disclosure,
    "disclosure",
    (
        day("day"),
        text("time"),
        number("recipient"),
        cohort("cohort"),
        text("purpose"),
        choice("decision", Decision),
        text("unit"),
        number("flow"),
        number("flow_version"),
        items("items"),
        text("description"),
        nested("basis", BasisChain),
        text("heading"),
        text("method"),
        nested("safeguards", tuple[Code, ...]),
        text("trigger", "trigger_code"),
        nested("asker", Asker),
        text("decided_by"),
        text("decided_post"),
        text("reason", "decided_because"),
        text("emergency"),
        text("consent"),
        choice("receipt", Receipt),
        text("tracking"),
        text("family_told"),
        text("note"),
        flag("imported"),
        nested("considered", Considered),
        nested("not_told", NotTold),
        number("request"),
    ),
)
