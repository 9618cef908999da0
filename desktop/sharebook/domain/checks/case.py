"""What the checks look at: one disclosure or flow, with the catalogue rows it names."""

from dataclasses import dataclass, field
from datetime import date

from sharebook.domain.bases import BasisChain
from sharebook.domain.catalogue import (
    Catalogues,
    Condition,
    DataItem,
    Gateway,
    HeadingRow,
    LawfulBasis,
    RecipientKind,
    SchoolType,
)
from sharebook.domain.disclosures import GAVE_DATA, Decision
from sharebook.domain.names import NO_CODE, Code


@dataclass(frozen=True, slots=True)
class Case:
    """One act or flow to be checked.

    Attributes:
        day: the day whose law counts.
        emergency: what the emergency was, in words, or "".
        consent: reference of the consent relied on, or "".
        decided_by: who decided, or "".
        shut_out: names of pupils in it who are shut out of this recipient.
        protected: names of pupils in it whose whereabouts are protected.
        reserved: the flow is still to be agreed.
        single: a disclosure (a flow otherwise; consent is then asked each time).
        in_notice: the notice names this recipient.
        in_error: it went out by mistake; that is told, and nothing stops the telling.
    """

    day: date
    catalogues: Catalogues
    school_kind: Code
    basis: BasisChain = field(default_factory=BasisChain)
    item_codes: tuple[Code, ...] = ()
    recipient_kind: Code = NO_CODE
    heading: Code = NO_CODE
    decision: Decision = Decision.SHARED
    emergency: str = ""
    consent: str = ""
    decided_by: str = ""
    method: Code = NO_CODE
    cycle: Code = NO_CODE
    shut_out: tuple[str, ...] = ()
    protected: tuple[str, ...] = ()
    reserved: bool = False
    single: bool = True
    in_notice: bool = True
    in_error: bool = False

    @property
    def gives_data(self) -> bool:
        """Whether data goes out at all."""
        return self.decision in GAVE_DATA

    @property
    def items(self) -> tuple[DataItem, ...]:
        """The items' rows; codes nobody knows are passed over."""
        rows = self.catalogues.items
        return tuple(rows[code] for code in self.item_codes if code in rows)

    @property
    def lawful_basis(self) -> LawfulBasis | None:
        """The Article 6 row, if one is chosen."""
        return self.catalogues.lawful_bases.get(self.basis.lawful_basis)

    @property
    def condition(self) -> Condition | None:
        """The Article 9 row, if one is chosen."""
        return self.catalogues.conditions.get(self.basis.condition)

    @property
    def gateway(self) -> Gateway | None:
        """The statute's row, if one is chosen."""
        return self.catalogues.gateways.get(self.basis.gateway)

    @property
    def kind(self) -> RecipientKind | None:
        """The recipient kind's row."""
        return self.catalogues.recipient_kinds.get(self.recipient_kind)

    @property
    def school_type(self) -> SchoolType | None:
        """The school type's row."""
        return self.catalogues.school_types.get(self.school_kind)

    @property
    def heading_row(self) -> HeadingRow | None:
        """The notice heading's row."""
        return self.catalogues.headings.get(self.heading)
