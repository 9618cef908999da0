"""Write down what the data protection officer decided about a row of the law's lists."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sharebook.domain.amendments import AMENDABLE, Amendment, AmendmentId, Switch, row_with
from sharebook.domain.catalogue import Catalogues, Row
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused
from sharebook.domain.names import Code
from sharebook.domain.recorded import Recorded
from sharebook.services.ports import Register


@dataclass(frozen=True, slots=True)
class LawLine:
    """A row of a list, as shipped and as this school uses it.

    Attributes:
        shipped: None where the program no longer ships the row; the decision is kept.
        amendment: the decision that stands, if any, with who wrote it and when.
    """

    catalogue: str
    code: Code
    shipped: Row | None
    here: Row | None
    amendment: Recorded[Amendment] | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to count from `first_day`, and on whose word; `words` "" leaves the shipped ones."""

    switch: Switch
    first_day: date
    because: str
    approved_by: str
    words: str = ""


class Amending:
    """Reads the lists beside the decisions, and writes decisions."""

    def __init__(self, register: Register, shipped: Catalogues, clock: Clock) -> None:
        self._register = register
        self._shipped = shipped
        self._clock = clock

    def lines(self, catalogue: str = "") -> list[LawLine]:
        """Return the rows of one list, or of all that may be amended, in their order.

        Raises:
            Refused: no such list.
        """
        if catalogue and catalogue not in AMENDABLE:
            raise Refused("law_list_unknown", "list", list=catalogue, known=", ".join(AMENDABLE))
        stands = self._standing()
        lists = (catalogue,) if catalogue else AMENDABLE
        return [line for name in lists for line in self._lines(name, stands)]

    def decide(self, catalogue: str, code: Code, decision: Decision, person: str) -> Amendment:
        """Write a decision about one row; it takes the place of an earlier one.

        Raises:
            Refused: no such list or row, no reason, nobody's word, or nothing would change.
        """
        rows = {line.code: line for line in self.lines(catalogue)}
        if code not in rows:
            raise Refused("law_row_unknown", "row", row=code, known=", ".join(rows))
        if not decision.because.strip():
            raise Refused("law_needs_because", "because")
        if not decision.approved_by.strip():
            raise Refused("law_needs_word", "approved_by")
        before = rows[code].amendment
        number = before.record.id if before else AmendmentId(0)
        made = Amendment(
            number,
            Code(catalogue),
            code,
            decision.switch,
            decision.first_day,
            self._own_words(rows[code], decision),
            decision.because.strip(),
            decision.approved_by.strip(),
        )
        if before is None and decision.switch is Switch.SHIPPED and not made.words:
            raise Refused("law_nothing_changes", "switch")
        return self._write(made, before, person)

    def _write(self, made: Amendment, before: Recorded[Amendment] | None, person: str) -> Amendment:
        with self._register.writing(person) as writer:
            if before is None:
                made = replace(made, id=AmendmentId(writer.next_id(Amendment)))
            writer.add(made, before.seq if before else None, made.because if before else "")
        return made

    def _own_words(self, line: LawLine, decision: Decision) -> str:
        words = " ".join(decision.words.split())
        return "" if line.shipped is not None and words == line.shipped.words else words

    def _standing(self) -> dict[tuple[str, Code], Recorded[Amendment]]:
        found = self._register.current(Amendment)
        return {(each.record.catalogue, each.record.row): each for each in found}

    def _lines(
        self, name: str, stands: dict[tuple[str, Code], Recorded[Amendment]]
    ) -> Iterator[LawLine]:
        rows = getattr(self._shipped, name)
        for code, row in rows.items():
            own = stands.get((name, code))
            here = row_with(row, own.record) if own else row
            yield LawLine(name, code, row, here, own)
        for (catalogue, code), own in stands.items():
            if catalogue == name and code not in rows:
                yield LawLine(name, code, None, None, own)
