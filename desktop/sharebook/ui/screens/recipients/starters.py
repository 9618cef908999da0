"""The ready-made recipients a school may still tick."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sharebook.catalogues.choosing import for_school
from sharebook.domain.catalogue import Certainty, StarterFlow
from sharebook.services.wording import Wording
from sharebook.ui.folding import folded

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk


@dataclass(frozen=True, slots=True)
class Starter:
    """One ready-made recipient with one purpose.

    Attributes:
        confirm: the law behind it is still to be confirmed by the data protection officer.
    """

    row: StarterFlow
    name: str
    purpose: str
    what: str
    basis: str
    heading: str
    confirm: bool
    searched: str


def starters(desk: "Desk") -> list[Starter]:
    """Return what the catalogue offers this school and the register does not have yet, by name."""
    school = desk.school()
    offered = for_school(desk.catalogues, school.kind, school.nation, desk.clock.today())
    taken = {flow.starter for flow in desk.book.flows()}
    words = Wording(desk.catalogues, desk.book.headings())
    found = [
        _starter(row, words) for row in offered.starter_flows.values() if row.code not in taken
    ]
    return sorted(found, key=lambda each: each.name.casefold())


def _starter(row: StarterFlow, words: Wording) -> Starter:
    name = f"{row.words}: {row.unit}" if row.unit else row.words
    what = words.items(row.items)
    searched = folded(" ".join((name, row.purpose, what, *row.recognise)))
    basis = words.basis(row.lawful_basis).partition(":")[0]
    confirm = row.certainty is Certainty.KNOWLEDGE
    heading = words.heading(row.heading)
    return Starter(row, name, row.purpose, what, basis, heading, confirm, searched)
