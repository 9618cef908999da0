"""All the checks, in the order a person should read them."""

from collections.abc import Callable
from dataclasses import replace

from sharebook.domain.checks.case import Case
from sharebook.domain.checks.completeness import decider, notice, rhythm, way_sent
from sharebook.domain.checks.consent import consent
from sharebook.domain.checks.criminal_offence import criminal_offence
from sharebook.domain.checks.emergency import emergency
from sharebook.domain.checks.lawful_basis import lawful_basis
from sharebook.domain.checks.legal_obligation import legal_obligation
from sharebook.domain.checks.public_authority import public_authority
from sharebook.domain.checks.shut_out import protected, reserved, shut_out
from sharebook.domain.checks.special_category import special_category
from sharebook.domain.findings import Finding, Severity

CHECKS: tuple[Callable[[Case], list[Finding]], ...] = (
    consent,
    shut_out,
    protected,
    reserved,
    public_authority,
    special_category,
    criminal_offence,
    legal_obligation,
    emergency,
    lawful_basis,
    way_sent,
    rhythm,
    decider,
    notice,
)

_ORDER = {Severity.STOP: 0, Severity.WARNING: 1, Severity.GAP: 2, Severity.FINE: 3}


def findings(case: Case) -> tuple[Finding, ...]:
    """Return what every check has to say about `case`, the gravest first."""
    found = [finding for check in CHECKS for finding in check(case)]
    if case.in_error:
        found = [_unstopped(finding) for finding in found]
    return tuple(sorted(found, key=lambda finding: _ORDER[finding.severity]))


def _unstopped(finding: Finding) -> Finding:
    """Warn where one would stop: it has happened, and the book must be able to say so."""
    stops = finding.severity is Severity.STOP
    return replace(finding, severity=Severity.WARNING) if stops else finding
