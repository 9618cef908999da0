"""Children under one roof."""

from sharebook.domain.households import Household
from sharebook.domain.names import PupilId
from sharebook.store.columns import nested
from sharebook.store.family import Family

HOUSEHOLD = Family(
    Household,
    "household",
    (nested("pupils", tuple[PupilId, ...]),),
)
