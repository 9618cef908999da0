"""The ready-made recipients a school may still tick, in words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sharebook.catalogues.starters import offered
from sharebook.domain.catalogue import Catalogues, Certainty, StarterFlow
from sharebook.domain.catalogue_starters import StarterList
from sharebook.domain.flows import Standing
from sharebook.services.wording import Wording
from sharebook.ui.folding import folded

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

_ORDER = tuple(StarterList)
_MOST_ITEMS = 8
_TO_BE_AGREED = "To be agreed"


@dataclass(frozen=True, slots=True)
class Starter:
    """One ready-made recipient with one purpose.

    Attributes:
        basis, because: the lawful basis, and what it means: "Public task", "part of the school's
            own work".
        details: what is given, how often, how it travels, and what else matters, as sentences.
        confirm: the law behind it is still to be confirmed by the data protection officer.
    """

    row: StarterFlow
    name: str
    purpose: str
    basis: str
    because: str
    details: str
    confirm: bool
    searched: str

    @property
    def listed(self) -> StarterList:
        """The list it stands in."""
        return self.row.listed

    @property
    def standing(self) -> Standing:
        """Whether it may always be used."""
        return self.row.standing


def starters(desk: "Desk") -> list[Starter]:
    """Return what the catalogue offers this school and the register does not have yet.

    The sharing page comes first, then the agreement, both in their own order; then the others.
    """
    school = desk.school()
    here = offered(desk.catalogues, school.kind, school.nation, desk.clock.today())
    taken = {flow.starter for flow in desk.book.flows()}
    words = Wording(desk.catalogues, desk.book.headings())
    found = [_starter(row, words, desk.catalogues) for row in here.values()]
    left = [each for each in found if each.row.code not in taken]
    return sorted(left, key=lambda each: (_ORDER.index(each.listed), _by_name(each)))


def _by_name(starter: Starter) -> str:
    """Keep both documents in their own order."""
    return starter.name.casefold() if starter.listed is StarterList.OTHER else ""


def _starter(row: StarterFlow, words: Wording, lists: Catalogues) -> Starter:
    name = f"{row.words}: {row.unit}" if row.unit else row.words
    basis, because = _basis(row, lists)
    what = words.items(row.items)
    searched = folded(" ".join((name, row.purpose, what, row.note, *row.recognise)))
    confirm = row.certainty is Certainty.KNOWLEDGE
    details = " ".join(_details(row, words, lists))
    return Starter(row, name, row.purpose, basis, because, details, confirm, searched)


def _basis(row: StarterFlow, lists: Catalogues) -> tuple[str, str]:
    if row.standing is Standing.RESERVED:
        return _TO_BE_AGREED, ""
    basis = lists.lawful_bases.get(row.lawful_basis)
    if basis is None:
        return "Not chosen yet", "the law of our nation is not in the lists"
    said, _, because = basis.words.partition(": ")
    return said, because


def _details(row: StarterFlow, words: Wording, lists: Catalogues) -> list[str]:
    """Return sentences about one row; nothing is said of what is still to be agreed."""
    said = [_stop(row.only_when)] if row.only_when else []
    if row.items:
        more = len(row.items) - _MOST_ITEMS
        shown = words.items(row.items[:_MOST_ITEMS])
        said.append(f"Given: {shown}, and {more} more." if more > 0 else f"Given: {shown}.")
    if row.subjects:
        said.append("Also about " + " and ".join(_OTHERS[each] for each in row.subjects) + ".")
    cycle, method = lists.cycles.get(row.cycle), lists.methods.get(row.method)
    ways = [each.words for each in (cycle, method) if each is not None]
    if ways and row.standing is not Standing.RESERVED:
        said.append(". ".join(ways) + ".")
    if row.note:
        said.append(_stop(row.note))
    return said


_OTHERS = {"parent": "parents", "sibling": "brothers and sisters", "staff": "staff"}


def _stop(words: str) -> str:
    return words if words.endswith(".") else f"{words}."
