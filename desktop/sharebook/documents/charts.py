"""What a chart shows, and the words for those who do not see it."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars to the right, one a name, each with its number."""

    title: str
    bars: tuple[tuple[str, int], ...]

    @property
    def in_words(self) -> str:
        """The chart for those who do not see it: every figure in it."""
        told = ", ".join(f"{name} {number:,}" for name, number in self.bars)
        return f"{self.title}. Bar chart. {told or 'No figures'}."


@dataclass(frozen=True, slots=True)
class Series:
    """One colour of a column chart: a number for every column."""

    name: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ColumnChart:
    """Upright columns, one or two series stacked, the total on top of each."""

    title: str
    columns: tuple[str, ...]
    series: tuple[Series, ...]

    @property
    def totals(self) -> tuple[int, ...]:
        """The height of every column."""
        return tuple(sum(one.numbers[place] for one in self.series) for place in self._places)

    @property
    def _places(self) -> range:
        return range(len(self.columns))

    @property
    def in_words(self) -> str:
        """The chart for those who do not see it: every figure in it."""
        told = "; ".join(f"{self.columns[place]}: {self._column(place)}" for place in self._places)
        return f"{self.title}. Column chart. {told or 'No figures'}."

    def _column(self, place: int) -> str:
        return ", ".join(f"{one.name} {one.numbers[place]:,}" for one in self.series)


Chart: TypeAlias = BarChart | ColumnChart
