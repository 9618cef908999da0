"""What was typed into the log's search: words, and pupil:, to:, gap:, no: before a word."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sharebook.domain.names import PupilId
from sharebook.ui.screens.log.lines import LogLine
from sharebook.ui.screens.pupils.folding import fits, folded

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

    def takes(self, line: LogLine, pupils: Collection[PupilId]) -> bool:
        """Say whether `line` is looked for; `pupils` are those whose name fits `pupil`."""
        return (
            fits(self.words, line.searched)
            and fits(self.to, folded(line.recipient))
            and (self.gap is None or self.gap is (line.gaps > 0))
            and (not self.number or self.number in (line.number, line.put_right_by))
            and (not self.pupil or any(each in line.cohort for each in pupils))
        )

    def pupils(self, names: Sequence[tuple[PupilId, str]]) -> list[PupilId]:
        """Return the pupils whose folded name fits."""
        return [each for each, name in names if fits(self.pupil, name)] if self.pupil else []


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
        int(number) if number.isdecimal() else 0,
    )
