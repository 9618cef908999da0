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
    Row,
    SchoolType,
)
from sharebook.domain.catalogue_chain import Schedule1
from sharebook.domain.checks.facts import Arranged, Receiver, Written
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
        nation: where the school is; NO_CODE if nobody says.
        receiver: who receives it.
        arranged: the flow it is or happens under; None for sharing outside any flow.
        written: what the entry says besides; None for regular sharing.
        policy_on_file: the school has a policy document; then every chain may rely on it.
        today: the day on which somebody asks; None where that does not matter.
        look_again: the day by which somebody looks at an emergency again.
        items: the items' rows; codes nobody knows are passed over.
        gives_data: whether data goes out at all.
        lawful_basis: the Article 6 row, if one is chosen.
        gateway: the statute's row, if one is chosen.
    """

    day: date
    catalogues: Catalogues = field(repr=False)
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
    nation: Code = NO_CODE
    receiver: Receiver = field(default_factory=Receiver)
    arranged: Arranged | None = None
    written: Written | None = None
    policy_on_file: bool = True
    today: date | None = None
    look_again: date | None = None
    items: tuple[DataItem, ...] = field(init=False)
    gives_data: bool = field(init=False)
    lawful_basis: LawfulBasis | None = field(init=False)
    gateway: Gateway | None = field(init=False)

    def __post_init__(self) -> None:
        # what nearly every check asks is looked up once
        lists, chain, rows = self.catalogues, self.basis, self.catalogues.items
        known = tuple(rows[code] for code in self.item_codes if code in rows)
        object.__setattr__(self, "items", known)
        object.__setattr__(self, "gives_data", self.decision in GAVE_DATA)
        object.__setattr__(self, "lawful_basis", lists.lawful_bases.get(chain.lawful_basis))
        object.__setattr__(self, "gateway", lists.gateways.get(chain.gateway))

    @property
    def condition(self) -> Condition | None:
        """The Article 9 row, if one is chosen."""
        return self.catalogues.conditions.get(self.basis.condition)

    @property
    def schedule1(self) -> Schedule1 | None:
        """The Schedule 1 row behind the Article 9 one, if one is chosen."""
        return self.catalogues.schedule1.get(self.basis.schedule1)

    @property
    def criminal(self) -> Schedule1 | None:
        """The Schedule 1 row for criminal offence data, if one is chosen."""
        return self.catalogues.schedule1.get(self.basis.criminal)

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

    @property
    def barred(self) -> bool:
        """Whether the law closes some bases to the school, and nobody gave a reason."""
        school = self.school_type
        closed = school is not None and school.public_authority
        return closed and not self.basis.override_reason.strip()

    def offers(self, row: Row | None) -> bool:
        """Say whether the school may be offered `row` on the day: in force, and meant for it."""
        if row is None or not row.in_force(self.day):
            return False
        here = not row.nations or not self.nation or self.nation in row.nations
        ours = not row.school_types or self.school_kind in row.school_types
        return here and ours
