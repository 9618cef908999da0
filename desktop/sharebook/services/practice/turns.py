"""What turns a child's time on roll takes: away for a while, at a second school from a day on."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from sharebook.domain.pupils import Spell
from sharebook.services.practice.calendar import Calendar, school_day
from sharebook.services.practice.script import AwayScript, ChildScript, ElsewhereScript

_DAY = timedelta(days=1)


def with_turns(
    spells: Iterable[Spell], child: ChildScript | None, calendar: Calendar
) -> list[Spell]:
    """Return a child's spells with the turns the script gives them; numbered by the caller."""
    told = list(spells)
    if child is not None and child.away is not None:
        told = list(_away(told, child.away, calendar))
    if child is not None and child.elsewhere is not None:
        told = list(_elsewhere(told, child.elsewhere, calendar))
    return told


def _away(spells: Iterable[Spell], script: AwayScript, calendar: Calendar) -> Iterator[Spell]:
    gone = school_day(calendar.day(script.gone))
    back = school_day(calendar.day(script.back))
    for spell in spells:
        if spell.covers(gone) and spell.covers(back):
            yield replace(spell, last_day=gone, left_for=script.to)
            yield replace(spell, first_day=back)
        else:
            yield spell


def _elsewhere(
    spells: Iterable[Spell], script: ElsewhereScript, calendar: Calendar
) -> Iterator[Spell]:
    since = school_day(calendar.day(script.since))
    for spell in spells:
        if spell.first_day < since and spell.covers(since):
            yield replace(spell, last_day=since - _DAY, left_for="")
        if spell.covers(since) or spell.first_day > since:
            there = replace(spell, first_day=max(since, spell.first_day))
            yield replace(there, enrolment=script.enrolment, other_school=script.school)
        else:
            yield spell
