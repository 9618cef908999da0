"""All the checks, in the order a person should read them."""

from collections.abc import Callable
from dataclasses import replace

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.checks.abroad import abroad
from sharebook.domain.checks.case import Case
from sharebook.domain.checks.completeness import decider, notice, rhythm, way_sent
from sharebook.domain.checks.confidence import confidence
from sharebook.domain.checks.consent import consent
from sharebook.domain.checks.criminal_offence import criminal_offence
from sharebook.domain.checks.decision import decision_form, refusal
from sharebook.domain.checks.emergency import emergency
from sharebook.domain.checks.flow_used import asked_why, beyond, only_when
from sharebook.domain.checks.heading import heading
from sharebook.domain.checks.lawful_basis import lawful_basis
from sharebook.domain.checks.legal_obligation import legal_obligation
from sharebook.domain.checks.policy_document import policy_document
from sharebook.domain.checks.processor import agreement, contract
from sharebook.domain.checks.public_authority import public_authority
from sharebook.domain.checks.safeguarding import belongs_sealed, family
from sharebook.domain.checks.sending import by_hand, still_there
from sharebook.domain.checks.shut_out import protected, reserved, shut_out
from sharebook.domain.checks.special_category import special_category
from sharebook.domain.checks.without_consent import no_consent_reason, reason
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.names import Code

CHECKS: tuple[Callable[[Case], list[Finding]], ...] = (
    consent,
    shut_out,
    protected,
    reserved,
    public_authority,
    special_category,
    criminal_offence,
    legal_obligation,
    no_consent_reason,
    emergency,
    lawful_basis,
    abroad,
    still_there,
    way_sent,
    contract,
    agreement,
    policy_document,
    belongs_sealed,
    confidence,
    heading,
    rhythm,
    refusal,
    only_when,
    beyond,
    asked_why,
    reason,
    decision_form,
    family,
    by_hand,
    decider,
    notice,
)

_ORDER = {Severity.STOP: 0, Severity.WARNING: 1, Severity.GAP: 2, Severity.FINE: 3}


def findings(case: Case) -> tuple[Finding, ...]:
    """Return what every check has to say about `case`, the gravest first, each with its source."""
    found = [finding for check in CHECKS for finding in check(case)]
    if case.in_error:
        found = [_unstopped(finding) for finding in found]
    if not found:
        return ()
    found.sort(key=lambda finding: _ORDER[finding.severity])
    return tuple(sourced(finding, case.catalogues) for finding in found)


def sourced(finding: Finding, catalogues: Catalogues) -> Finding:
    """Return a finding with the place it comes from, as the list of questions has it."""
    row = catalogues.questions.get(Code(finding.code))
    if row is None:
        return finding
    return Finding(  # part by part: `replace` takes several times as long
        finding.code,
        finding.severity,
        finding.rule,
        finding.facts,
        finding.field,
        finding.suggestion,
        finding.suggestion2,
        finding.choice,
        row.law or row.source,
    )


def _unstopped(finding: Finding) -> Finding:
    """Warn where one would stop: it has happened, and the book must be able to say so."""
    stops = finding.severity is Severity.STOP
    return replace(finding, severity=Severity.WARNING) if stops else finding
