"""The school's terms and closures."""

from sharebook.domain.school_dates import DateKind, SchoolDate
from sharebook.store.columns import choice, day, flag, text
from sharebook.store.family import Family

SCHOOL_DATE = Family(
    SchoolDate,
    "school_date",
    (
        choice("kind", DateKind),
        text("name"),
        day("first_day"),
        day("last_day"),
        flag("removed"),
    ),
)
