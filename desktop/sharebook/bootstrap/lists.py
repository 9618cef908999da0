"""The catalogues as one school uses them."""

from sharebook.catalogues.choosing import of_school
from sharebook.domain.amendments import Amendment, amended
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.recorded import known_at
from sharebook.domain.school import School
from sharebook.services.ports import Register


def lists_of(register: Register, shipped: Catalogues) -> tuple[Catalogues, bool]:
    """Return the lists for the school in `register`, and whether it knows its school yet."""
    schools = known_at(register.current(School), None)
    decided = known_at(register.current(Amendment), None)
    lists = amended(shipped, decided) if decided else shipped
    return (of_school(lists, schools[-1].kind), True) if schools else (lists, False)
