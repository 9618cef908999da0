"""What a check has to say."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as with_default
from enum import StrEnum

from sharebook.domain.names import NO_CODE, Code


class Severity(StrEnum):
    """How much a finding matters."""

    STOP = "stop"  # the law says who may decide; saving waits for them
    WARNING = "warning"  # looks wrong; saving goes on
    GAP = "gap"  # something is missing; it can wait
    FINE = "fine"  # a fact that holds


@dataclass(frozen=True, slots=True)
class Step:
    """One change of the form: `value` into `part`; of items, those to leave out by comma."""

    part: str
    value: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, as a code; ``resources/sentences`` holds the words.

    Attributes:
        rule: the check's name ("V1").
        facts: values the sentence mentions.
        field: the part of the basis chain or form it speaks of.
        suggestion: the usual right choice, as a catalogue code.
        suggestion2: a partner of the suggestion (a Schedule 1 condition beside an Article 9 one).
        choice: the usual right choice, where it is more than one row into `field`.
        source: where it comes from, as cited: law, guidance or practice.
    """

    code: str
    severity: Severity
    rule: str = ""
    facts: Mapping[str, object] = with_default(default_factory=dict)
    field: str = ""
    suggestion: Code = NO_CODE
    suggestion2: Code = NO_CODE
    choice: tuple[Step, ...] = ()
    source: str = ""

    @property
    def may_stay(self) -> bool:
        """Whether a person may leave it as it is, for a reason."""
        return self.severity in {Severity.WARNING, Severity.GAP}
