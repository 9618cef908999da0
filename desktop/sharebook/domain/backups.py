"""What a backup says about itself, and which backups may go."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar

FORMAT = 2
BEFORE_COMPARTMENTS = 1  # this older format is still restored


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in a backup beside the files; holds no pupil's data.

    Attributes:
        register_id: which register; the same through its whole life.
        school: the name on its key file.
        made_at: ISO 8601 UTC.
        seq: how many entries the chain has.
        head: hash of the newest entry, hexadecimal.
        counts: rows of each table.
        digests: SHA-256 of each file packed, hexadecimal, by its name.
        sealed: the compartment's file; "" where there is none. Nothing else is said of it.
    """

    register_id: str
    school: str
    made_at: str
    database: str
    seq: int
    head: str
    counts: Mapping[str, int]
    digests: Mapping[str, str]
    format: int = FORMAT
    sealed: str = ""

    @property
    def moment(self) -> datetime:
        """When it was made."""
        return datetime.fromisoformat(self.made_at)


class Proof(StrEnum):
    """Whether a backup is what Sharebook wrote."""

    WHOLE = "whole"
    DAMAGED = "damaged"
    OTHER_KEY = "other_key"  # whole by its digests; made before the register's key was changed


class Period(StrEnum):
    """How finely a rule looks at time."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Which(StrEnum):
    """Which backups of a period a rule keeps."""

    EACH = "each"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Rule:
    """Keeps backups of the newest `keep` periods that hold one."""

    period: Period
    keep: int
    which: Which


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long backups are kept.

    Attributes:
        pause: how long nothing is thinned after a restore.
    """

    rules: tuple[Rule, ...]
    pause: timedelta


class Dated(Protocol):
    """A backup, as far as thinning looks at it."""

    @property
    def moment(self) -> datetime:
        """When it was made."""
        ...


D = TypeVar("D", bound=Dated)


def to_drop(backups: Iterable[D], rules: Sequence[Rule]) -> list[D]:
    """Return the backups no rule wants, oldest first; never the newest."""
    newest_first = sorted(backups, key=lambda each: each.moment, reverse=True)
    wanted = {id(each) for each in newest_first[:1]}
    for rule in rules:
        wanted |= {id(each) for each in kept_by(newest_first, rule)}
    return [each for each in reversed(newest_first) if id(each) not in wanted]


def kept_by(newest_first: Sequence[D], rule: Rule) -> list[D]:
    """Return what one rule keeps of `newest_first`."""
    periods: dict[date, list[D]] = {}
    for each in newest_first:
        periods.setdefault(_start(each.moment, rule.period), []).append(each)
    kept = list(periods.values())[: rule.keep]
    return [each for group in kept for each in (group if rule.which is Which.EACH else group[:1])]


def _start(moment: datetime, period: Period) -> date:
    """Return the first day of the period `moment` falls into."""
    day = moment.date()
    if period is Period.WEEK:
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if period is Period.MONTH else day
