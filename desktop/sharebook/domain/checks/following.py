"""Taking the usual right choice of a finding: what it changes, and nothing else."""

from dataclasses import replace

from sharebook.domain.bases import BasisChain
from sharebook.domain.findings import Finding, Step

# Where a finding speaks of a field that is not itself chosen from a catalogue.
_CHOSEN_IN = {"override_reason": "lawful_basis"}
_PARTNER = "schedule1"
_CHAIN = frozenset(BasisChain.__dataclass_fields__)


def steps(finding: Finding) -> tuple[Step, ...]:
    """Return the changes that the usual right choice of `finding` makes; none where it has none."""
    if finding.choice:
        return finding.choice
    if not finding.suggestion:
        return ()
    part = _CHOSEN_IN.get(finding.field, finding.field)
    first = Step(part, finding.suggestion)
    return (first, Step(_PARTNER, finding.suggestion2)) if finding.suggestion2 else (first,)


def of_chain(step: Step) -> bool:
    """Say whether a step changes the basis chain."""
    return step.part in _CHAIN


def followed(basis: BasisChain, taken: tuple[Step, ...]) -> BasisChain:
    """Return the chain with those of the steps that change it."""
    parts = {step.part: step.value for step in taken if of_chain(step)}
    return replace(basis, **parts)  # type: ignore[arg-type]  # codes and words by name
