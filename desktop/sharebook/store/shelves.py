"""What several records share: item sets and cohorts, read together to spare queries."""

from dataclasses import dataclass, field
from typing import Self

from sharebook.store.cohort_sets import CohortSets
from sharebook.store.item_sets import ItemSets
from sharebook.store.remembered import Remembered
from sharebook.store.sqlite import MAIN, Connection


@dataclass(frozen=True, slots=True)
class Shelves:
    """The shared parts of one register, seen through one connection."""

    items: ItemSets
    cohorts: CohortSets
    nested: Remembered = field(default_factory=Remembered, repr=False)

    @classmethod
    def of(cls, connection: Connection, *, only_look: bool = False, schema: str = MAIN) -> Self:
        """Return shelves over `connection`, in the file attached under the name `schema`.

        Those that `only_look` never store anything.
        """
        return cls(
            ItemSets(connection, only_look=only_look, schema=schema),
            CohortSets(connection, only_look=only_look, schema=schema),
        )

    def forget(self) -> None:
        """Drop what was read, after a transaction was undone."""
        self.items.forget()
        self.cohorts.forget()
