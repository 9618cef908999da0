"""Children who live together, as the school was told."""

from dataclasses import dataclass

from sharebook.domain.names import HouseholdId, PupilId


@dataclass(frozen=True, slots=True)
class Household:
    """Brothers, sisters and others under one roof; it names nobody but by number.

    Attributes:
        pupils: in order of admission; fewer than two means that it has ended.
    """

    id: HouseholdId
    pupils: tuple[PupilId, ...]

    @property
    def stands(self) -> bool:
        """Whether there still are several children in it."""
        return len(self.pupils) > 1
