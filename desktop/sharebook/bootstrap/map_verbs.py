"""The services that keep the map beyond its plain recipients and purposes."""

from functools import cached_property
from typing import Protocol

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.clock import Clock
from sharebook.services.agreeing import Agreeing
from sharebook.services.arranging import Arranging
from sharebook.services.book import Book
from sharebook.services.dating import Dating
from sharebook.services.ports import Register
from sharebook.services.reaching import Reaching
from sharebook.services.replacing import Replacing
from sharebook.services.retelling import Retelling
from sharebook.services.safeguarding_sets import SafeguardingSets
from sharebook.services.shutting_out import ShuttingOut


class Verbs(Protocol):
    """As much of an open register's services as the map is made of."""

    clock: Clock
    book: Book

    @property
    def register(self) -> Register:
        """The school's whole book."""
        ...

    @property
    def catalogues(self) -> Catalogues:
        """The law and the lists."""
        ...

    @property
    def arranging(self) -> Arranging:
        """Keep recipients, flows and headings."""
        ...

    @property
    def retelling(self) -> Retelling:
        """A history in words."""
        ...


class MapVerbs:
    """What else can be done about who gets what; made of an open register's other services."""

    def __init__(self, verbs: Verbs) -> None:
        self._verbs = verbs

    @cached_property
    def agreeing(self) -> Agreeing:
        """Keep agreements."""
        desk = self._verbs
        return Agreeing(desk.register, desk.book, desk.catalogues, desk.clock)

    @cached_property
    def dating(self) -> Dating:
        """What a purpose said on a past day."""
        desk = self._verbs
        return Dating(desk.register, desk.retelling, self.safeguarding, desk.catalogues)

    @cached_property
    def reaching(self) -> Reaching:
        """Count whom a rule takes in."""
        return Reaching(self._verbs.register, self._verbs.book)

    @cached_property
    def replacing(self) -> Replacing:
        """A new name, or another firm in a recipient's place."""
        return Replacing(self._verbs.register, self._verbs.book, self._verbs.arranging)

    @cached_property
    def safeguarding(self) -> SafeguardingSets:
        """Reusable sets of safeguards."""
        return SafeguardingSets(self._verbs.register, self._verbs.book)

    @cached_property
    def shutting_out(self) -> ShuttingOut:
        """Shut a child out, and let it in again."""
        desk = self._verbs
        return ShuttingOut(desk.register, desk.book, desk.arranging, desk.catalogues, desk.clock)
