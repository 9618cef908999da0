"""Whether enough people can open the register, and the recovery sheet still works."""

from collections.abc import Iterator
from datetime import date, timedelta

from sharebook.domain.findings import Finding, Severity
from sharebook.domain.names import Code
from sharebook.domain.people import StaffRole
from sharebook.services.health.ground import Ground

_A_YEAR = timedelta(days=365)


def of_people(ground: Ground) -> Iterator[Finding]:
    """Yield what a resignation or an illness would bring about."""
    if ground.practice():
        return
    people = ground.people()
    if len(people) == 1:
        yield Finding("only_one_person", Severity.GAP, facts={"who": people[0].name})
    if all(each.role != Code(StaffRole.HEAD) for each in people):
        yield Finding("nobody_is_head", Severity.GAP)


def of_sheet(ground: Ground, today: date) -> Iterator[Finding]:
    """Yield that nobody has tried the recovery sheet for a year."""
    if ground.practice():
        return
    proved = ground.sheet_proved_on()
    if proved is None:
        yield Finding("sheet_never_proved", Severity.GAP)
    elif today - proved > _A_YEAR:
        yield Finding("sheet_proved_long_ago", Severity.GAP, facts={"day": proved})
