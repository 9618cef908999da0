"""How large an invented register the measurements stand on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """A school of some years.

    Attributes:
        first_pupils: on roll on the first day.
        intake: new pupils in each year after the first.
        versions: dated versions of each flow.
        item_sets: different lists of data items.
        whole_school, year_groups, classes, single: events in all, spread over the years.
        imported: pupils of the file whose preview is measured.
        bulk: pupils of the one large event that is written.
        pairs: how often ours and the peer take turns.
    """

    name: str
    years: int
    first_pupils: int
    intake: int
    recipients: int
    flows: int
    versions: int
    item_sets: int
    whole_school: int
    year_groups: int
    classes: int
    single: int
    imported: int
    bulk: int
    pairs: int

    @property
    def disclosures(self) -> int:
        """All events."""
        return self.whole_school + self.year_groups + self.classes + self.single

    @property
    def pupils(self) -> int:
        """Everyone who was ever on roll."""
        return self.first_pupils + (self.years - 1) * self.intake


SMALL = Size(
    name="small",
    years=2,
    first_pupils=60,
    intake=20,
    recipients=8,
    flows=10,
    versions=2,
    item_sets=20,
    whole_school=10,
    year_groups=10,
    classes=30,
    single=250,
    imported=50,
    bulk=60,
    pairs=3,
)
FULL = Size(
    name="full",
    years=25,
    first_pupils=2_040,
    intake=540,
    recipients=300,
    flows=600,
    versions=5,
    item_sets=1_500,
    whole_school=2_109,
    year_groups=1_500,
    classes=7_500,
    single=188_891,
    imported=5_000,
    bulk=2_000,
    pairs=7,
)
SIZES = {size.name: size for size in (SMALL, FULL)}
