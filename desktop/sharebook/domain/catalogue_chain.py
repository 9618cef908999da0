"""Rows of the basis chain: bases, conditions and the laws behind them (law.md 1, 2)."""

from dataclasses import dataclass

from sharebook.domain.catalogue_rows import Row
from sharebook.domain.names import NO_CODE, Code


@dataclass(frozen=True, slots=True, kw_only=True)
class LawfulBasis(Row):
    """An Article 6(1) basis and what it asks for.

    Attributes:
        article: as cited: "Article 6(1)(e)".
        public_authority_may: whether a public authority may use it for its own tasks.
        otherwise: what a school that is no public authority relies on first instead.
        rights: which rights follow from it, beyond seeing and correcting (law.md 1.1).
        confidentiality: how it meets the duty of confidence by itself.
        review: how soon somebody looks again, as a row of the clocks.
    """

    article: str
    needs_gateway: bool = False
    needs_consent: bool = False
    needs_emergency: bool = False
    public_authority_may: bool = True
    otherwise: Code = NO_CODE
    rights: str = ""
    confidentiality: Code = NO_CODE
    review: Code = NO_CODE


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Row):
    """An Article 9(2) condition.

    Attributes:
        schedule1: the Schedule 1 conditions that go with it, best first.
        confidentiality: how it meets the duty of confidence by itself.
        for_schools: whether a school can rely on it at all.
    """

    article: str
    needs_schedule1: bool = False
    needs_consent: bool = False
    schedule1: tuple[Code, ...] = ()
    confidentiality: Code = NO_CODE
    for_schools: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule1(Row):
    """A DPA 2018 Schedule 1 condition.

    Attributes:
        for_special, for_criminal: whether it serves Article 9 and Article 10 data.
        policy_waived_for_authority: no policy document when a competent authority receives.
        usual_reason: why consent is usually not asked, where it wants a reason.
        confidentiality: how the duty of confidence is usually met beside it.
        usual_for_criminal: the one schools usually rely on for criminal data.
        never_about_one: not for a decision about a particular pupil.
        for_schools: whether a school can rely on it at all.
    """

    paragraph: str
    needs_policy_document: bool = False
    policy_waived_for_authority: bool = False
    needs_no_consent_reason: bool = False
    for_special: bool = True
    for_criminal: bool = False
    usual_reason: Code = NO_CODE
    confidentiality: Code = NO_CODE
    usual_for_criminal: bool = False
    never_about_one: bool = False
    for_schools: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Gateway(Row):
    """A statute or rule that requires or permits a flow (law.md 2).

    Attributes:
        lawful_bases: the school's own bases that fit it, best first.
        conditions, schedule1, criminal: what usually goes with it where the data asks for more.
        rarely_obliges: it makes a duty of telling only in the rare case its note describes.
    """

    law: str
    lawful_bases: tuple[Code, ...] = ()
    conditions: tuple[Code, ...] = ()
    schedule1: tuple[Code, ...] = ()
    criminal: tuple[Code, ...] = ()
    deadline: str = ""
    rarely_obliges: bool = False
