"""Agreements."""

from sharebook.domain.agreements import Agreement, Approval, DocumentVersion
from sharebook.domain.names import RecipientId
from sharebook.store.columns import day, nested, text
from sharebook.store.family import Family

AGREEMENT = Family(
    Agreement,
    "agreement",
    (
        text("title"),
        nested("recipients", tuple[RecipientId, ...]),
        day("starts"),
        day("ends"),
        day("review_due"),
        text("owner"),
        text("directorate"),
        text("covers"),
        text("version"),
        nested("partners", tuple[str, ...]),
        nested("purposes", tuple[str, ...]),
        nested("statutes", tuple[str, ...]),
        nested("history", tuple[DocumentVersion, ...]),
        nested("approvals", tuple[Approval, ...]),
        text("kind"),
        text("kept_at"),
    ),
)
