"""The chain of legal reasons behind one flow or disclosure, by catalogue code."""

from dataclasses import dataclass

from sharebook.domain.names import NO_CODE, Code


@dataclass(frozen=True, slots=True)
class BasisChain:
    """Article 6 basis, then whatever the data asks for on top of it (law.md 1).

    Attributes:
        lawful_basis: Article 6(1) UK GDPR.
        condition: Article 9(2) condition, where an item is special category.
        schedule1: DPA 2018 Schedule 1 condition, where the Article 9 condition needs one.
        criminal: Article 10 / Schedule 1 condition, where an item is criminal offence data.
        gateway: the statute that requires or permits the sharing.
        policy_document: reference of the appropriate policy document.
        confidentiality: how the duty of confidence is met.
        no_consent_reason: why consent was not asked, where the condition wants a reason.
        override_reason: the data protection officer's reason for a basis advised against.
    """

    lawful_basis: Code = NO_CODE
    condition: Code = NO_CODE
    schedule1: Code = NO_CODE
    criminal: Code = NO_CODE
    gateway: Code = NO_CODE
    policy_document: str = ""
    confidentiality: Code = NO_CODE
    no_consent_reason: Code = NO_CODE
    override_reason: str = ""
