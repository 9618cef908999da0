"""The school's own word on retention rules."""

from sharebook.domain.retention import Keeping
from sharebook.store.columns import flag, number, text
from sharebook.store.family import Family

KEEPING = Family(
    Keeping, "keeping", (text("rule"), number("years"), text("authority"), flag("in_use"))
)
