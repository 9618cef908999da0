"""What was typed into the log's search: words, and pupil:, to:, gap:, no: before a word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sharebook.domain.cohorts import Cohort
from sharebook.domain.names import PupilId
from sharebook.domain.sealed import read_number
from sharebook.ui.folding import fits, folded
from sharebook.ui.screens.log.lines import LogLine

_PART = re.compile(r'(pupil|to|gap|no):("[^"]*"|\S*)', re.IGNORECASE)
_NO = frozenset({"no", "none", "0"})


@dataclass(frozen=True, slots=True)
class Query:
    """A search, taken apart.

    Attributes:
        pupil, to: words that must stand in a pupil's or the recipient's name.
        gap: True with gaps only, False without, None either.
        number: one entry and what it puts right, or 0.
    """

    words: str = ""
    pupil: str = ""
    to: str = ""
    gap: bool | None = None
    number: int = 0

    def takes(self, line: LogLine, pupils: int) -> bool:
        """Say whether `line` is looked for; `pupils` are those whose name fits, as `bits`."""
        return (
            fits(self.words, line.searched)
            and (not self.to or fits(self.to, folded(line.recipient)))
            and (self.gap is None or self.gap is (line.gaps > 0))
            and (not self.number or self.number in (line.number, line.put_right_by))
            and (not self.pupil or bool(bits(line.cohort) & pupils))
        )

    def pupils(self, names: Sequence[tuple[PupilId, str]]) -> int:
        """Return the pupils whose folded name fits, as `bits`."""
        if not self.pupil:
            return 0
        return bits(Cohort.of(each for each, name in names if fits(self.pupil, name)))


def bits(cohort: Cohort) -> int:
    """Return a set of pupils as one number, so that two sets meet in one step."""
    return int.from_bytes(cohort.bits, "little") << cohort.base


def parse(typed: str) -> Query:
    """Take a search apart; an operator without a word after it asks for nothing yet."""
    parts: dict[str, list[str]] = {"pupil": [], "to": [], "gap": [], "no": []}
    for name, value in _PART.findall(typed):
        if word := value.strip('"').strip():
            parts[name.lower()].append(word)
    gap = folded(parts["gap"][-1]) not in _NO if parts["gap"] else None
    number = parts["no"][-1] if parts["no"] else ""
    words = " ".join(_PART.sub(" ", typed).split())
    return Query(
        words,
        " ".join(parts["pupil"]),
        " ".join(parts["to"]),
        gap,
        read_number(number),
    )
