"""Requests for data, waiting or decided."""

from sharebook.domain.disclosures import Asker
from sharebook.domain.names import Code, PupilId
from sharebook.domain.requests import Request
from sharebook.store.columns import day, nested, number, text
from sharebook.store.family import Family

REQUEST = Family(
    Request,
    "request",
    (
        day("received_on"),
        text("kind"),
        number("recipient"),
        nested("asker", Asker),
        nested("pupils", tuple[PupilId, ...]),
        nested("items", tuple[Code, ...]),
        text("asked_for"),
        text("purpose"),
        text("power"),
        day("wanted_by"),
        text("method"),
        text("tracking"),
        number("entry"),
        day("closed_on"),
        text("outcome"),
        text("note"),
    ),
)
