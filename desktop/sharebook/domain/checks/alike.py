"""Which entries get the same findings: the key of what the checks read of one, and no more.

Thousands of entries are written from one flow. They differ in number, pupil, hour and note, of
which no check reads anything; of most words the checks read only whether there are any.
"""

from bisect import bisect_right
from collections.abc import Hashable, Iterable
from dataclasses import fields
from datetime import date, timedelta
from typing import NamedTuple

from sharebook.domain.catalogue import Catalogues, Row
from sharebook.domain.checks.emergency import is_claimed
from sharebook.domain.considered import Considered
from sharebook.domain.disclosures import Disclosure, Receipt

_FORM = tuple(part.name for part in fields(Considered))
_UNWEIGHED = Considered()
_DAY = timedelta(days=1)
_Days = tuple[date | None, date | None]  # the day asked on, the day to look at it again


class Around(NamedTuple):
    """What the checks read of the book around an entry, beside the catalogues and the school.

    Attributes:
        flow: names the version of the flow it stands under, or None.
        in_notice: the notice named the recipient on the day.
        ended: the recipient was no longer used on the day.
        over: the agreement behind the flow was over on the day; asked where a role is told.
    """

    flow: Hashable
    in_notice: bool
    ended: bool
    over: bool


class Alike:
    """Says which entries are alike, in one book with one set of catalogues."""

    def __init__(self, catalogues: Catalogues) -> None:
        self._catalogues = catalogues
        self._edges = _edges(_offered(catalogues))

    def key(self, entry: Disclosure, around: Around, days: _Days) -> Hashable:
        """Return what the checks read of an entry: equal keys, equal findings.

        Args:
            entry: an entry that is no mistake.
            around: what the book says of its day.
            days: the day on which it is asked, and the day by which its emergency is to be
                looked at again; each None where that does not matter.
        """
        return (
            around,
            (entry.recipient, entry.items, entry.heading, entry.method, entry.trigger),
            (entry.decision, entry.imported, entry.family_told),
            (_said(entry.reason), _said(entry.consent), _said(entry.decided_by)),
            self._of_law(entry),
            self._of_sending(entry),
            self._of_time(entry, days),
            None if entry.considered == _UNWEIGHED else _weighed(entry.considered),
        )

    def _of_law(self, entry: Disclosure) -> Hashable:
        """Return the chain with which of its rows held on the day."""
        lists, chain, day = self._catalogues, entry.basis, entry.day
        basis = lists.lawful_bases.get(chain.lawful_basis)
        partner = lists.schedule1.get(chain.schedule1)
        return (
            chain,
            bisect_right(self._edges, day),
            _holds(lists.gateways.get(chain.gateway), day),
            None if basis is None or basis.in_force(day) else day,  # the sentence says the day
            len(entry.cohort) == 1 if partner is not None and partner.never_about_one else None,
        )

    def _of_sending(self, entry: Disclosure) -> Hashable:
        """Return what the way of sending asks for."""
        row, name = self._catalogues.methods.get(entry.method), entry.asker.name
        if row is None:
            return None
        person = _said(name) if name else entry.unit  # else the contact of the unit
        return (
            person if row.addressed else None,
            _said(entry.tracking) if row.needs_tracking else None,
            entry.receipt is Receipt.NOT_NEEDED if row.needs_receipt else None,
        )

    def _of_time(self, entry: Disclosure, days: _Days) -> Hashable:
        """Return what the emergency and the family's not being told bring up by now."""
        today, again = days
        told, lists = _said(entry.emergency), self._catalogues
        if again is not None and not told:
            basis = lists.lawful_bases.get(entry.basis.lawful_basis)
            trigger = None if entry.imported else lists.triggers.get(entry.trigger)
            again = None if is_claimed(basis, trigger) else again
        until, because = entry.not_told.until, _said(entry.not_told.because)
        return (told, _past(again, today), _past(until, today), until is None, because)


def _offered(catalogues: Catalogues) -> Iterable[Row]:
    """Yield the rows of which the checks may ask whether they are in force, whatever is chosen."""
    lists = catalogues
    for rows in (lists.lawful_bases, lists.conditions, lists.schedule1):
        yield from rows.values()
    for others in (lists.confidentiality, lists.no_consent_reasons, lists.transfers):
        yield from others.values()


def _edges(rows: Iterable[Row]) -> list[date]:
    """Return the days on which a row begins to hold, or holds no more: between two none does."""
    found = set()
    for row in rows:
        if row.valid_from is not None:
            found.add(row.valid_from)
        if row.valid_to is not None and row.valid_to < date.max:
            found.add(row.valid_to + _DAY)
    return sorted(found)


def _holds(row: Row | None, day: date) -> bool:
    return row is not None and row.in_force(day)


def _said(words: str) -> bool:
    return bool(words and words.strip())


def _past(last: date | None, today: date | None) -> date | None:
    """Return a day that is past, which its sentence says; None of any other."""
    return last if last is not None and today is not None and last < today else None


def _weighed(considered: Considered) -> tuple[bool, ...]:
    """Return which questions of the decision form are answered."""
    return tuple(_said(str(getattr(considered, name) or "")) for name in _FORM)
