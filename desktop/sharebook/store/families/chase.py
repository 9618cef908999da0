"""That a receipt was asked for again."""

from sharebook.domain.school_dates import Chase
from sharebook.store.columns import day, number
from sharebook.store.family import Family

CHASE = Family(Chase, "chase", (number("entry"), day("day")))
