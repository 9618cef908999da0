"""Rows of the law beyond the basis chain: who asks, how soon, what may be held back."""

from dataclasses import dataclass

from sharebook.domain.catalogue_rows import Row
from sharebook.domain.names import NO_CODE, Code


@dataclass(frozen=True, slots=True, kw_only=True)
class LawRow(Row):
    """A rule; `law` is where it stands as cited, "" where no law says it."""

    law: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow(LawRow):
    """Something that changes what the program must say or ask, on a day (law.md 0.2).

    Attributes:
        when: how the day is said where it is not known exactly; else "".
    """

    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest(LawRow):
    """A recognised legitimate interest (law.md 1.2).

    Attributes:
        must_be_true: the test.
        keep: what must be written down when it is used.
    """

    must_be_true: str
    keep: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer(LawRow):
    """What lets data leave the United Kingdom (law.md 1.9).

    Attributes:
        single_case_only: never for regular sharing.
        needs_assessment: asks for a transfer risk assessment.
    """

    single_case_only: bool = False
    needs_assessment: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRow(LawRow):
    """A duty to account for what is done (law.md 1.5, 1.6, 3.5, 3.6, 4.6, 5).

    Attributes:
        about: "policy", "criminal", "recipients", "account", "complaint" or "breach".
        clock: how soon, as a row of the clocks.
    """

    about: str
    clock: Code = NO_CODE


@dataclass(frozen=True, slots=True, kw_only=True)
class FormQuestion(Row):
    """A question of the regulator's decision form (law.md 3.1).

    Attributes:
        answered_by: the fields of our own form that answer it, by name, with commas between.
        wanted: what the checks say is missing without an answer; "" where something else asks.
    """

    answered_by: str
    wanted: str = ""

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that answer it."""
        return tuple(each.strip() for each in self.answered_by.split(","))


@dataclass(frozen=True, slots=True, kw_only=True)
class RopaColumn(LawRow):
    """A column of the record of processing (law.md 3.3); `filled_from` says by what."""

    filled_from: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeItem(LawRow):
    """Something a privacy notice must say (law.md 3.4).

    Attributes:
        from_person, from_others: where the data came from the person, or from elsewhere.
    """

    from_person: bool = True
    from_others: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock(LawRow):
    """How long something may take (law.md 4.2).

    Attributes:
        unit: "hours", "days", "working_days", "school_days" or "months".
        length: how many of them.
        includes_first: whether the day it begins counts as the first.
        or_working_days: this many working days instead, where that ends sooner; 0 for none.
        extra_months: how many months it may be lengthened by; 0 for none.
        rolls: whether an end on a weekend or bank holiday moves to the next working day.
        holidays_stop: whether school holidays stop it.
        pauses: whether a question back to the asker stops it.
    """

    unit: str
    length: int
    includes_first: bool = False
    or_working_days: int = 0
    extra_months: int = 0
    rolls: bool = False
    holidays_stop: bool = False
    pauses: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestType(LawRow):
    """A kind of request (law.md 4.1).

    Attributes:
        right_of: whose right it is: "pupil", "parent" or "anyone".
        clock: how long the school has.
        fee: what may be charged, in words.
    """

    right_of: str
    clock: Code
    fee: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption(LawRow):
    """A reason to hold something back from an answer (law.md 4.4); `words` is its test.

    Attributes:
        switches_off: which rights it lifts, in words.
        decided_by: who decides.
        print_mode: how a print treats what it covers; "" is decided each time.
        letter: it answers a whole request by letter, and no single entry.
        reveals: it says what must be shown, and so excuses nothing.
    """

    switches_off: str = ""
    decided_by: str = ""
    print_mode: Code = NO_CODE
    letter: bool = False
    reveals: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(LawRow):
    """Why the program asks something; its code is the finding's (law.md 1.8)."""

    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolRecord(LawRow):
    """How long a record outside this register is kept (law.md 6); guidance unless `law` says it.

    Attributes:
        kept: for how long, in words.
        counts_from: what the time counts from, in words.
    """

    kept: str
    counts_from: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRow(Row):
    """How long a pupil, entry or call is kept; with `flags` or `items`, of such children."""

    keeps: str
    counts_from: str
    years: int
    flags: tuple[str, ...] = ()
    items: tuple[Code, ...] = ()
