"""How a pupil file says that a child goes to two schools: "M", "Subsidiary", "G - Guest"."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sharebook.domain.catalogue import Enrolment
from sharebook.domain.names import NO_CODE, Code
from sharebook.domain.preview import PupilRow, Warned

_WORDS = re.compile(r"[a-z]+")
_ALONE = frozenset({"", "c", "current", "single", "single registration", "current single"})
_ALONE_TOO = frozenset({"current single registration", "single registered", "sole"})


class Registrations:
    """Reads the words with which pupil systems say it."""

    def __init__(self, rows: Mapping[Code, Enrolment]) -> None:
        self._known: dict[str, Code] = dict.fromkeys(_ALONE | _ALONE_TOO, NO_CODE)
        self._known |= {words: code for code, row in rows.items() for words in row.recognise}

    def of(self, said: str) -> Code | None:
        """Return how a child is registered, NO_CODE for here alone, None where nobody can tell."""
        words = _WORDS.findall(said.casefold())
        found = self._known.get(" ".join(words))
        if found is None and words and len(words[0]) == 1:
            return self._known.get(words[0])  # "M - Main"
        return found

    def read(self, row: PupilRow) -> PupilRow:
        """Return a row with its period on roll registered as the file says.

        Words nobody can tell are let go of: they say nothing, as an empty cell does.
        """
        found = self.of(row.enrolment)
        if row.spell is None or found is None:
            return replace(row, enrolment="")
        other = row.spell.other_school if found else ""
        return replace(row, spell=replace(row.spell, enrolment=found, other_school=other))

    def unread(self, rows: Iterable[PupilRow]) -> list[Warned]:
        """Return a warning for every row whose words nobody can tell."""
        return [
            Warned(row.row, "pupil_enrolment_unknown", {"written": row.enrolment})
            for row in rows
            if self.of(row.enrolment) is None
        ]
