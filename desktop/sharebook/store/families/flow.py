"""Dated versions of regular sharing."""

from sharebook.domain.bases import BasisChain
from sharebook.domain.flows import CohortRule, Flow, Standing
from sharebook.domain.names import Code, PupilId
from sharebook.store.columns import choice, day, flag, items, nested, number, text
from sharebook.store.family import Family

FLOW = Family(
    Flow,
    "flow",
    (
        number("version"),
        number("recipient"),
        text("purpose"),
        day("valid_from"),
        text("unit"),
        day("valid_to"),
        items("items"),
        items("optional_items"),
        nested("basis", BasisChain),
        text("heading"),
        text("notice_line"),
        text("method"),
        text("cycle"),
        nested("safeguards", tuple[Code, ...]),
        nested("covers", CohortRule),
        choice("standing", Standing),
        text("condition"),
        number("agreement"),
        text("role"),
        text("starter"),
        number("safeguard_set"),
        nested("safeguards_except", tuple[Code, ...]),
        text("onward"),
        text("country"),
        text("transfer"),
        text("transfer_assessment"),
        flag("protected_off"),
        nested("let_in", tuple[PupilId, ...]),
    ),
)
