"""The record of processing activities: one activity a running flow (UK GDPR Article 30)."""

from sharebook.documents.ropa import Activity, ProcessingRecord
from sharebook.domain.flows import Flow, Standing
from sharebook.domain.recipients import HOME, Recipient
from sharebook.domain.safeguards import safeguards_of
from sharebook.services.publishing.sources import Sources
from sharebook.words.days import long_day


def ropa_content(sources: Sources) -> ProcessingRecord:
    """Return the record's words, an activity for every flow that runs today."""
    school = sources.book.school()
    today = sources.today()
    flows = [
        flow for flow in sources.book.flows_on(today) if flow.standing is not Standing.RESERVED
    ]
    return ProcessingRecord(
        frame=sources.frame(),
        as_at=long_day(today),
        parties=(
            ("Controller", school.name),
            ("Contact", ", ".join(part for part in (school.phone, school.email) if part)),
            (
                "Data protection officer",
                ", ".join(part for part in (school.dpo, school.dpo_contact) if part),
            ),
        ),
        activities=tuple(_activity(sources, flow) for flow in flows),
    )


def _activity(sources: Sources, flow: Flow) -> Activity:
    rows = sources.catalogues
    recipient = sources.book.recipients()[flow.recipient]
    basis = rows.lawful_bases.get(flow.basis.lawful_basis)
    condition = rows.conditions.get(flow.basis.condition)
    schedule1 = rows.schedule1.get(flow.basis.schedule1)
    gateway = rows.gateways.get(flow.basis.gateway)
    role = rows.roles.get(recipient.role)
    return Activity(
        name=recipient.labelled(flow.unit),
        purpose=flow.purpose[:1].upper() + flow.purpose[1:],
        individuals=_individuals(sources, flow),
        data=tuple(rows.items[code].words for code in flow.items if code in rows.items),
        recipients=(recipient.labelled(flow.unit), *((role.words,) if role else ())),
        contract=recipient.contract,
        transfers=_transfers(sources, recipient, flow),
        retention=recipient.keeps_for or "Not recorded yet",
        security=tuple(
            rows.safeguards[code].words
            for code in safeguards_of(flow, sources.book.safeguard_sets())
            if code in rows.safeguards
        ),
        lawful_basis=f"{basis.words}, {basis.article}" if basis else "",
        condition=f"{condition.words}, {condition.article}" if condition else "",
        schedule1=f"{schedule1.words}, {schedule1.paragraph}" if schedule1 else "",
        law=gateway.law if gateway else "",
        rights=basis.rights if basis else "",
        policy_document=flow.basis.policy_document,
    )


def _individuals(sources: Sources, flow: Flow) -> tuple[str, ...]:
    rows = sources.catalogues.items
    subjects = dict.fromkeys(rows[code].subject for code in flow.items if code in rows)
    words = {"pupil": "Pupils", "parent": "Parents and carers", "any": "Others named"}
    return tuple(words.get(subject, subject) for subject in subjects) or ("Pupils",)


def _transfers(sources: Sources, recipient: Recipient, flow: Flow) -> str:
    """Return where the data goes abroad and what lets it, or ""."""
    country = flow.country or recipient.country
    if country == HOME:
        return ""
    row = sources.catalogues.transfers.get(flow.transfer or recipient.transfer)
    assessment = flow.transfer_assessment or recipient.transfer_assessment
    parts = (country, row.words if row else "", assessment)
    return ". ".join(part for part in parts if part)
