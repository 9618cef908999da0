"""When the time to keep something ends: the longest of the rules that apply (law.md 6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NewType

from sharebook.domain.catalogue import RetentionRow
from sharebook.domain.disposal import Disposed
from sharebook.domain.holds import Hold
from sharebook.domain.names import Code, PupilId

KeepingId = NewType("KeepingId", int)
_LAST_YEAR = date.max.year


@dataclass(frozen=True, slots=True)
class Keeping:
    """The school's own word on one retention rule, over what the catalogue ships.

    Attributes:
        rule: row of the retention catalogue.
        years: how long, from the day the rule counts from.
        authority: who decided, or the schedule it stands in.
        in_use: whether the rule counts here at all.
    """

    id: KeepingId
    rule: Code
    years: int
    authority: str
    in_use: bool = True


@dataclass(frozen=True, slots=True)
class Rule:
    """A retention rule as it is used in this school today.

    Attributes:
        years: the school's own where it has set them, else the catalogue's.
        in_use: whether it counts here today.
        authority: whose decision the years are; "" where they are as shipped.
    """

    row: RetentionRow
    years: int
    in_use: bool
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the rules ask about a child, an entry or a call.

    Attributes:
        born: the child's date of birth.
        left: the last day on roll; None while the child is on roll.
        entry: the day of the entry or call; None for the child.
        flags: the child's flags.
        items: codes of the data items that were ever shared about the child alone.
    """

    born: date | None = None
    left: date | None = None
    entry: date | None = None
    flags: tuple[str, ...] = ()
    items: frozenset[Code] = frozenset()


@dataclass(frozen=True, slots=True)
class Ended:
    """The rule that keeps something longest, and the first day on which it need not be kept."""

    rule: Rule
    on: date


@dataclass(frozen=True, slots=True)
class Due:
    """Something whose time to be kept has ended; nothing happens to it by itself.

    Attributes:
        number: the pupil's, the entry's or the call's.
        pupil: whom it is about, or None for an entry about several.
        ended: which rule ran out, and when.
        holds: what stops its disposal; empty means it may be disposed of.
    """

    what: Disposed
    number: int
    pupil: PupilId | None
    ended: Ended
    holds: tuple[Hold, ...] = ()

    @property
    def held(self) -> bool:
        """Whether a hold stops it."""
        return bool(self.holds)


def rules_here(
    rows: Iterable[RetentionRow],
    chosen: Iterable[Keeping],
    nation: Code,
    school_type: Code,
    day: date,
) -> list[Rule]:
    """Return the rules for a school on `day`, in the catalogue's order."""
    own = {each.rule: each for each in chosen}
    return [
        _rule(row, own.get(row.code), day)
        for row in rows
        if (not row.nations or nation in row.nations)
        and (not row.school_types or school_type in row.school_types)
    ]


def _rule(row: RetentionRow, own: Keeping | None, day: date) -> Rule:
    if own is None:
        return Rule(row, row.years, row.in_force(day))
    return Rule(row, own.years, own.in_use, own.authority)


def ended(rules: Iterable[Rule], what: Disposed, about: Circumstances) -> Ended | None:
    """Return the rule for `what` that runs longest, or None where no rule applies: it is kept."""
    found = [
        Ended(rule, day)
        for rule in rules
        if rule.in_use and rule.row.keeps == what and _applies(rule.row, about)
        if (day := _end(rule, about)) is not None
    ]
    return max(found, key=lambda each: each.on, default=None)


def _applies(row: RetentionRow, about: Circumstances) -> bool:
    if not row.flags and not row.items:
        return True
    words = {word for flag in about.flags for word in flag.casefold().split()}
    return bool(words & set(row.flags)) or bool(about.items & set(row.items))


def _end(rule: Rule, about: Circumstances) -> date | None:
    begins = {"birth": about.born, "leaving": about.left, "entry": about.entry}
    begun = begins[rule.row.counts_from]
    return None if begun is None else years_after(begun, rule.years)


def years_after(day: date, years: int) -> date:
    """Return the same day `years` later; 29 February becomes 1 March in a common year."""
    year = min(day.year + years, _LAST_YEAR)
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
