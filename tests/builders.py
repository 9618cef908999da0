"""Builders with good defaults, so that a test names only what matters to it."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from sharebook.catalogues.loading import load
from sharebook.domain.answers import Answer, Lists, PupilFacts, answer
from sharebook.domain.bases import BasisChain
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.checks.case import Case
from sharebook.domain.cohorts import Cohort
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.flows import Exclusion, Flow
from sharebook.domain.names import (
    Code,
    DisclosureId,
    ExclusionId,
    FlowId,
    PupilId,
    RecipientId,
    SpellId,
)
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.recipients import Recipient
from sharebook.domain.school import School

JUNO = PupilId(1)
CATERER = RecipientId(1)


@cache
def catalogues() -> Catalogues:
    return load()


def a_school(**changes: Any) -> School:
    school = School("Example Lane Primary School", Code("MAINT"), Code("england"))
    return replace(school, **changes)


def a_pupil(**changes: Any) -> Pupil:
    pupil = Pupil(JUNO, "Sampleton", "Juno", date(2018, 3, 14), "R674123101121", "permanent")
    return replace(pupil, **changes)


def a_spell(**changes: Any) -> Spell:
    return replace(Spell(SpellId(1), JUNO, "4", "Kingfisher", date(2022, 9, 1)), **changes)


def a_recipient(**changes: Any) -> Recipient:
    return replace(
        Recipient(CATERER, "Pretend Plates Catering", Code("caterer"), Code("processor")), **changes
    )


def a_flow(**changes: Any) -> Flow:
    flow = Flow(
        id=FlowId(1),
        version=1,
        recipient=CATERER,
        purpose="so that lunch is safe",
        valid_from=date(2022, 9, 1),
        items=(Code("name"), Code("class"), Code("allergy")),
        basis=BasisChain(Code("A6_E"), Code("A9_G"), Code("SCH1_6")),
        heading=Code("PI"),
        notice_line="Pretend Plates, our school meals caterer",
        method=Code("portal"),
        cycle=Code("continuous"),
    )
    return replace(flow, **changes)


def a_disclosure(**changes: Any) -> Disclosure:
    entry = Disclosure(
        id=DisclosureId(1),
        day=date(2026, 3, 3),
        recipient=CATERER,
        cohort=Cohort.of([JUNO]),
        purpose="so that Juno could be assessed",
        items=(Code("name"),),
        basis=BasisChain(Code("A6_E")),
        heading=Code("PI"),
        method=Code("secure_email"),
        decided_by="Theo Placeholder",
    )
    return replace(entry, **changes)


def an_exclusion(**changes: Any) -> Exclusion:
    exclusion = Exclusion(ExclusionId(1), JUNO, CATERER, "her parent objected", date(2025, 6, 2))
    return replace(exclusion, **changes)


def facts(**changes: Any) -> PupilFacts:
    known = PupilFacts(a_pupil(), (a_spell(),), (a_flow(),), (), (), {CATERER: a_recipient()})
    return replace(known, **changes)


def answered(as_at: date = date(2026, 9, 14), since: date | None = None, **changes: Any) -> Answer:
    lists = Lists(catalogues().cycles, catalogues().items)
    return answer(facts(**changes), lists, as_at, since)


def a_case(**changes: Any) -> Case:
    case = Case(
        day=date(2026, 9, 14),
        catalogues=catalogues(),
        school_kind=Code("MAINT"),
        basis=BasisChain(Code("A6_E")),
        item_codes=(Code("name"),),
        recipient_kind=Code("caterer"),
        heading=Code("PI"),
        decided_by="Theo Placeholder",
        method=Code("secure_email"),
    )
    return replace(case, **changes)
