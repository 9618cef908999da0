"""Check the register's health: files, structure, records, chain, a typed seal."""

from dataclasses import dataclass

from sharebook.domain.errors import Trouble
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.seal import Seal, seal_of, tidy_code
from sharebook.services.ports import Progress, Register

_NO_SEAL = Seal(0, "")


@dataclass(frozen=True, slots=True)
class Health:
    """What the check found; `entries` is how many it went through."""

    findings: tuple[Finding, ...]
    seal: Seal
    entries: int

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not any(
            found.severity in (Severity.STOP, Severity.WARNING) for found in self.findings
        )


class Checking:
    """Verifies an open register."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def seal(self) -> Seal:
        """Return the seal of the register's present state."""
        return seal_of(self._register.head())

    def check(self, progress: Progress, typed_seal: str = "") -> Health:
        """Go through the whole register, and compare a seal typed from paper if one is given.

        A seal names the entry it was printed at; the register must still hold the same chain
        up to there.
        """
        found = list(self._register.verify(progress))
        try:
            if typed_seal.strip():
                found.append(self.compare(typed_seal))
            seal = self.seal()
        except Trouble:
            if not found:
                raise
            seal = _NO_SEAL  # a damaged file may not tell any more; what was found says why
        return Health(tuple(found), seal, seal.seq)

    def compare(self, typed: str) -> Finding:
        """Say whether the register still holds what it held when a seal was printed."""
        code = tidy_code(typed)
        for head in self._register.heads():
            if seal_of(head).code == code:
                return Finding("seal_holds", Severity.FINE, facts={"seq": f"{head.seq:,}"})
        return Finding("seal_unknown", Severity.STOP, facts={"seal": typed.strip()})
