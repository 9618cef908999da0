"""One agreement in words: cover sheet, history, approvals, its flows."""

from sharebook.documents.agreement import AgreementSheet, ApprovalLine, FlowLine, HistoryLine
from sharebook.domain.agreements import Agreement
from sharebook.domain.errors import Refused
from sharebook.domain.flows import Flow, Standing
from sharebook.services.publishing.sources import Sources
from sharebook.services.safeguarding_sets import worded
from sharebook.words.days import long_day

_STANDING = {
    Standing.RESERVED: "Nothing is sent under it yet",
}


def agreement_content(sources: Sources, number: int | None = None) -> AgreementSheet:
    """Return the words of one agreement, the first if no number is given.

    Raises:
        Refused: the register holds none, or none of that number.
    """
    agreement = _chosen(sources, number)
    return AgreementSheet(
        frame=sources.frame(sensitive=True),
        title=agreement.title,
        kind=_kind(sources, agreement),
        version=agreement.version,
        cover=_cover(sources, agreement),
        purposes=agreement.purposes,
        statutes=agreement.statutes,
        history=tuple(
            HistoryLine(
                version=line.version,
                day=long_day(line.day),
                author=line.author,
                released_to=line.released_to,
                comment=line.comment,
            )
            for line in agreement.history
        ),
        approvals=tuple(
            ApprovalLine(
                organisation=line.organisation,
                post=line.post,
                name=line.name,
                signed=long_day(line.signed_on) if line.signed_on else "",
            )
            for line in agreement.approvals
        ),
        flows=tuple(
            _flow(sources, flow)
            for flow in sources.book.flows_on(sources.today())
            if flow.agreement == agreement.id
        ),
    )


def _kind(sources: Sources, agreement: Agreement) -> str:
    """Return what stands over it; an agreement from before kinds were asked for shares."""
    kinds = sources.catalogues.agreement_kinds
    return (kinds.get(agreement.kind) or next(iter(kinds.values()))).title


def _chosen(sources: Sources, number: int | None) -> Agreement:
    known = sources.book.agreements()
    if not known:
        raise Refused("no_agreements", "number")
    for agreement in known:
        if number in (None, agreement.id):
            return agreement
    titles = "; ".join(f"{each.id} {each.title}" for each in known)
    raise Refused("agreement_unknown", "number", number=number, known=titles)


def _cover(sources: Sources, agreement: Agreement) -> tuple[tuple[str, str], ...]:
    recipients = sources.book.recipients()
    partners = agreement.partners or tuple(recipients[each].name for each in agreement.recipients)
    return (
        ("Directorate", agreement.directorate),
        ("Owner", agreement.owner),
        ("Partner organisations", "\n".join(partners)),
        ("What it covers", agreement.covers),
        ("Runs from", long_day(agreement.starts)),
        ("Runs to", long_day(agreement.ends) if agreement.ends else ""),
        ("Kept", agreement.kept_at),
        ("Review date", long_day(agreement.review_due) if agreement.review_due else ""),
    )


def _flow(sources: Sources, flow: Flow) -> FlowLine:
    rows = sources.catalogues
    recipient = sources.book.recipients()[flow.recipient]
    method, cycle = rows.methods.get(flow.method), rows.cycles.get(flow.cycle)
    limits = [_STANDING.get(flow.standing, ""), flow.condition]
    said = [recipient.labelled(flow.unit), *(part.rstrip(".") for part in limits if part)]
    return FlowLine(
        description=". ".join(said),
        how=method.words if method else "To be agreed",
        items=tuple(rows.items[code].words for code in flow.items if code in rows.items),
        cycle=cycle.words if cycle else "To be agreed",
        purposes=(flow.purpose[:1].upper() + flow.purpose[1:],),
        safeguards=worded(flow, sources.book.safeguard_sets(), rows),
    )
