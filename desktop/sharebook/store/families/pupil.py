"""Children."""

from sharebook.domain.pupils import Pupil
from sharebook.store.columns import day, flag, nested, text
from sharebook.store.family import Family

PUPIL = Family(
    Pupil,
    "pupil",
    (
        text("surname"),
        text("forename"),
        day("born"),
        text("upn"),
        text("upn_state"),
        text("known_as"),
        nested("former_names", tuple[str, ...]),
        nested("former_upns", tuple[str, ...]),
        text("admission_number"),
        flag("protected"),
        nested("flags", tuple[str, ...]),
    ),
)
