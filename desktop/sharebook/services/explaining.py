"""Why does the program ask this? The row's words, where they come from, and how sure they are."""

from dataclasses import dataclass
from datetime import date

from sharebook.domain.amendments import AMENDABLE
from sharebook.domain.bases import BasisChain
from sharebook.domain.catalogue import Catalogues, Certainty, Row, Status
from sharebook.domain.findings import Finding
from sharebook.domain.names import NO_CODE, Code
from sharebook.services.amending import Amending, LawLine
from sharebook.words.days import long_day
from sharebook.words.sentences import sentence

# Where a part of the basis chain, or a finding's field, is chosen from.
LISTS = {
    "lawful_basis": "lawful_bases",
    "override_reason": "lawful_bases",
    "condition": "conditions",
    "schedule1": "schedule1",
    "criminal": "schedule1",
    "gateway": "gateways",
    "confidentiality": "confidentiality",
    "no_consent_reason": "no_consent_reasons",
}
_SURE = {
    Certainty.LOOKED_UP: "law_sure_looked_up",
    Certainty.SECOND_HAND: "law_sure_second_hand",
    Certainty.KNOWLEDGE: "law_sure_confirm",
    Certainty.UNCERTAIN: "law_sure_uncertain",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One row of a list, told to a person.

    Attributes:
        words: what it says.
        cited: where it stands in law; "" where no law says it.
        source: where the program has it from.
        sure: how far it may be trusted, as a sentence.
        counts: since when, until when, or why not, as a sentence.
        note: more about it, or "".
        ours: what the school decided about it, as a sentence, or "".
    """

    list: str
    code: Code
    words: str
    cited: str
    source: str
    sure: str
    counts: str
    note: str = ""
    ours: str = ""


class Explaining:
    """Finds the rows behind a finding, or behind a chain of reasons."""

    def __init__(self, catalogues: Catalogues, amending: Amending) -> None:
        self._catalogues = catalogues
        self._amending = amending
        self._lines: dict[tuple[str, Code], LawLine] | None = None

    def finding(self, finding: Finding, day: date) -> tuple[Reason, ...]:
        """Return why a check asks, then the row it suggests and that row's partner."""
        name = LISTS.get(finding.field, "")
        rows = [("questions", Code(finding.code)), (name, finding.suggestion)]
        rows.append(("schedule1", finding.suggestion2))
        return self._rows(rows, day)

    def chain(self, basis: BasisChain, day: date) -> tuple[Reason, ...]:
        """Return the rows a chain of reasons rests on, in the order of the law."""
        parts = ("lawful_basis", "gateway", "condition", "schedule1", "criminal")
        rows = [(LISTS[part], getattr(basis, part)) for part in parts]
        return self._rows(rows, day)

    def row(self, name: str, code: Code, day: date) -> Reason | None:
        """Return one row told, or None where the lists hold no such row."""
        rows = getattr(self._catalogues, name, None) if name and code != NO_CODE else None
        row: Row | None = rows.get(code) if rows is not None else None
        if row is None:
            return None
        return Reason(
            name,
            code,
            row.words,
            cited(row),
            row.source,
            sentence(_SURE[row.certainty]),
            _counts(row, day),
            row.note,
            self._ours(name, code),
        )

    def _rows(self, wanted: list[tuple[str, Code]], day: date) -> tuple[Reason, ...]:
        told = [self.row(name, code, day) for name, code in dict.fromkeys(wanted)]
        return tuple(each for each in told if each is not None)

    def _ours(self, name: str, code: Code) -> str:
        if name not in AMENDABLE:
            return ""
        if self._lines is None:
            self._lines = {(each.catalogue, each.code): each for each in self._amending.lines()}
        line = self._lines.get((name, code))
        return ours(line) if line else ""


def cited(row: Row) -> str:
    """Return where a row stands in law: "Article 9(2)(h)"; "" where no law says it."""
    for part in ("article", "paragraph", "law"):
        found = getattr(row, part, "")
        if found:
            return str(found)
    return ""


def ours(line: LawLine) -> str:
    """Return what the school decided about a row, as a sentence, or ""."""
    if line.amendment is None:
        return ""
    own = line.amendment.record
    facts = {
        "day": own.first_day,
        "because": own.because.rstrip("."),
        "approved": own.approved_by,
        "by": line.amendment.by,
        "at": line.amendment.at.date(),
    }
    told = sentence(f"law_ours_{own.switch.value}", facts)
    return f"{told} {sentence('law_ours_words')}" if own.words else told


def _counts(row: Row, day: date) -> str:
    if not row.on:
        return sentence("law_counts_off")
    if row.status is Status.NOT_COMMENCED:
        return sentence("law_counts_not_begun")
    if row.status is Status.REPEALED:
        return sentence("law_counts_repealed")
    if row.valid_to is not None and row.valid_to < day:
        return sentence("law_counts_ended", {"day": long_day(row.valid_to)})
    if row.valid_from is None:
        return sentence("law_counts")
    code = "law_counts_since" if row.valid_from <= day else "law_counts_from"
    return sentence(code, {"day": long_day(row.valid_from)})
