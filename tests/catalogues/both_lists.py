"""Both lists of the law reference as tables: the sharing page and the agreement's appendix.

One line for each flow of a row stands in `both_lists.txt`.
"""

from dataclasses import dataclass
from pathlib import Path

from sharebook.domain.names import Code

ISL = ("dbs_staff", "encrypted", "role_access")  # "only enhanced DBS, trained; encrypted; by role"
NURSERY = ("E1", "E2", "N", "N1", "N2")


@dataclass(frozen=True)
class Line:
    """One flow of a row, as the reference has it."""

    row: str
    starter: Code
    role: str
    heading: str
    basis: str
    condition: str
    schedule1: str
    criminal: str
    gateway: str
    methods: tuple[str, ...]
    cycle: str
    items: tuple[str, ...]

    @property
    def chain(self) -> tuple[str, ...]:
        """Basis, condition, its partner, condition for offences, law."""
        return (self.basis, self.condition, self.schedule1, self.criminal, self.gateway)


def _line(text: str) -> Line:
    row, starter, role, heading, chain, methods, cycle, items = (
        part.strip() for part in text.split("|")
    )
    basis, condition, schedule1, criminal, gateway = (
        "" if part == "-" else part for part in chain.split()
    )
    return Line(
        row,
        Code(starter),
        {"C": "controller", "P": "processor"}[role],
        heading,
        basis,
        condition,
        schedule1,
        criminal,
        gateway,
        tuple(methods.split()),
        cycle,
        tuple(items.split()),
    )


def _table(name: str) -> tuple[Line, ...]:
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    rows = text.split(f"[{name}]\n")[1].split("\n\n")[0].splitlines()
    return tuple(_line(row) for row in rows)


PAGE, AGREEMENT, ITS_TEXT = _table("PAGE"), _table("AGREEMENT"), _table("ITS_TEXT")
EVERY = (*PAGE, *AGREEMENT, *ITS_TEXT)
# fmt: off
PAGE_ROWS = {
    "R01", "R02", "R03a", "R03b", "R03c", "R04", "R05", "R06", "R07", "R08a", "R08b", "R08c", "R09",
    "R10", "R11", "R12", "R13a", "R13b", "R14", "R15", "R16", "R17a", "R17b", "R17c", "R18", "R19",
    "R20", "R21", "R22", "R23", "R24",
}
# fmt: on
APPENDIX_ROWS = {f"A{number}" for number in range(1, 15)}
CONDITIONAL = {"A8", "A9", "SEND_JSNA"}
RESERVED = {"A10"}
YEARS = {
    "A3": (*NURSERY, "R"),
    "A3_PARENT": NURSERY,
    "A6": ("R",),
    "A7": ("2",),
    "A8": ("6",),
    "A9": ("4",),
    "A11": ("6",),
    "R07": NURSERY,
    "R17a": ("R",),
    "R17a_PHON": ("1", "2"),
    "R17a_KS1": ("2",),
}
ABOUT_PARENTS = {"R07", "A3_PARENT", "A4", "A5", "A5_LEFT", "A12", "A14", "SEND_MONEY"}
WRONG_IN_THE_SEED = {"R15", "R15_S47", "R16", "R18", "A14_RISK", "R17a_KS1"}
"""Starters under the heading of the law though no law makes the school do it: the seed's mistake,
which the reference names (1.7); the heading stays as schools print it, the basis is the right one.
"""
