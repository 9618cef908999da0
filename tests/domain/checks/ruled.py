"""What the tests of the checks share: cases with good defaults."""

from dataclasses import replace
from datetime import date
from typing import Any

from sharebook.domain.bases import BasisChain
from sharebook.domain.checks.case import Case
from sharebook.domain.checks.every import findings
from sharebook.domain.checks.facts import Arranged, Receiver, Written
from sharebook.domain.checks.following import followed, of_chain, steps
from sharebook.domain.disclosures import Receipt
from sharebook.domain.findings import Finding, Step
from sharebook.domain.names import Code
from tests.builders import a_case, catalogues

TODAY = date(2026, 9, 14)
SOUND = BasisChain(Code("A6_E"), Code("A9_G"), Code("SCH1_6"))
SAFE = BasisChain(
    Code("A6_E"), Code("A9_G"), Code("SCH1_18"), no_consent_reason=Code("would_prejudice")
)


def codes(case: Case) -> set[str]:
    return {finding.code for finding in findings(case)}


def with_items(*items: str, **changes: Any) -> Case:
    return a_case(item_codes=tuple(map(Code, items)), **changes)


def typed(*items: str, **changes: Any) -> Case:
    """Return an entry outside any regular sharing; what `Written` has may be given too."""
    said: dict[str, Any] = {"reason": "her aunt asked for it"}
    for name in Written.__dataclass_fields__:
        if name in changes:
            said[name] = changes.pop(name)
    return with_items(*(items or ("name",)), written=Written(**said), **changes)


def received(**changes: Any) -> dict[str, Receiver]:
    return {"receiver": Receiver(**changes)}


def under(**changes: Any) -> dict[str, Arranged]:
    return {"arranged": Arranged(**{"items": (Code("name"),), **changes})}


def after(case: Case, finding: Finding) -> Case:
    """Return the case once the usual right choice of `finding` is taken, as the form would."""
    taken = steps(finding)
    case = replace(case, basis=followed(case.basis, taken))
    for step in taken:
        if of_chain(step):
            continue
        written = case.written or Written()
        if step.part == "without":
            left = set(step.value.split(","))
            case = replace(case, item_codes=tuple(c for c in case.item_codes if c not in left))
        elif step.part == "consent":
            case = replace(case, consent=step.value)
        elif step.part == "heading":
            case = replace(case, heading=Code(step.value))
        elif step.part == "sealed":
            case = replace(case, written=replace(written, sealed=True))
        else:
            case = replace(case, written=_with(written, step))
    return case


def _with(written: Written, step: Step) -> Written:
    value = Receipt(step.value) if step.part == "receipt" else step.value
    changes: dict[str, Any] = {step.part: value}  # which part it is, only the finding knows
    return replace(written, **changes)


def offered(finding: Finding) -> list[tuple[str, Code]]:
    return [(step.part, Code(step.value)) for step in steps(finding) if step.value]


def rows(part: str) -> dict[Code, Any]:
    lists = {"lawful_basis": "lawful_bases", "condition": "conditions", "gateway": "gateways"}
    return dict(getattr(catalogues(), lists.get(part, "schedule1")))
