"""What a starter row of the catalogue becomes in the register."""

from dataclasses import replace
from datetime import date

from sharebook.domain.bases import BasisChain
from sharebook.domain.catalogue_starters import SafeguardSetRow, StarterFlow
from sharebook.domain.flows import CohortRule, Flow, Reach
from sharebook.domain.names import FlowId, RecipientId, SafeguardSetId


def flow_from(starter: StarterFlow, recipient: RecipientId, flow: FlowId, starts: date) -> Flow:
    """Return the flow a starter row describes."""
    return Flow(
        id=flow,
        version=1,
        recipient=recipient,
        purpose=starter.purpose,
        valid_from=starts,
        unit=starter.unit,
        items=starter.items,
        basis=chain_of(starter),
        heading=starter.heading,
        notice_line=starter.notice_line or starter.words,
        method=starter.method,
        cycle=starter.cycle,
        safeguards=starter.safeguards,
        covers=covered_by(starter),
        standing=starter.standing,
        condition=starter.only_when,
        role=starter.role,
        starter=starter.code,
    )


def sharing(flow: Flow, row: SafeguardSetRow, made: SafeguardSetId) -> Flow:
    """Return a starter's flow with its safeguards said by a set, and only the rest on top.

    Args:
        flow: as `flow_from` makes it, with every safeguard of its own.
        row: the ready-made set.
        made: the register's own set made from `row`.
    """
    return replace(
        flow,
        safeguard_set=made,
        safeguards=tuple(code for code in flow.safeguards if code not in row.safeguards),
        safeguards_except=tuple(code for code in row.safeguards if code not in flow.safeguards),
    )


def covered_by(starter: StarterFlow) -> CohortRule:
    """Return the rule for the pupils a starter row covers."""
    if starter.years:
        return CohortRule(Reach.YEARS, starter.years)
    if starter.flag:
        return CohortRule(Reach.FLAG, (starter.flag,))
    return CohortRule()


def chain_of(starter: StarterFlow) -> BasisChain:
    """Return the basis chain a starter row proposes."""
    return BasisChain(
        lawful_basis=starter.lawful_basis,
        condition=starter.condition,
        schedule1=starter.schedule1,
        criminal=starter.criminal,
        gateway=starter.gateway,
        no_consent_reason=starter.no_consent_reason,
    )
