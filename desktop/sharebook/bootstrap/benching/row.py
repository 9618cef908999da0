"""One line of the table: what was measured, against what, and whether it is good enough."""

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing.

    Attributes:
        name: what was measured.
        measured: a ratio ("×") or an amount, in `unit`.
        target: the most it may be; None where it is only told.
        peer: what it was measured against.
        cpu: the same ratio in processor time, where there is one.
    """

    name: str
    measured: float
    unit: str
    target: float | None
    peer: str
    cpu: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the target is met, by the kinder of the two ratios; None without a target.

        Time on the clock is longer on a busy computer, never shorter.
        """
        if self.target is None:
            return None
        best = self.measured if self.cpu is None else min(self.measured, self.cpu)
        return best <= self.target


def geometric_mean(values: Iterable[float]) -> float:
    """Return the geometric mean of positive numbers."""
    return math.exp(sum(logs := [math.log(value) for value in values]) / len(logs))
