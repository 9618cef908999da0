"""The services around one child: on roll, at home, named, flagged, protected."""

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from sharebook.services.changing_class import ChangingClass
from sharebook.services.contacting import Contacting
from sharebook.services.dual_registering import DualRegistering
from sharebook.services.flagging import Flagging
from sharebook.services.housing import Housing
from sharebook.services.leaving import Leaving
from sharebook.services.naming import Naming
from sharebook.services.protecting import Protecting
from sharebook.services.returning import Returning
from sharebook.services.twinning import Twinning

if TYPE_CHECKING:
    from sharebook.domain.catalogue import Catalogues
    from sharebook.domain.clock import Clock
    from sharebook.services.book import Book
    from sharebook.store.register import SqlRegister


class Around(Protocol):
    """What these services are made of."""

    register: "SqlRegister"
    clock: "Clock"
    book: "Book"

    @property
    def catalogues(self) -> "Catalogues":
        """The law and the lists as this school uses them."""
        ...


class PupilVerbs:
    """What else can be done about a child; made of an open register's other services."""

    def __init__(self, verbs: Around) -> None:
        self._verbs = verbs

    @cached_property
    def leaving(self) -> Leaving:
        """End a period on roll."""
        return Leaving(self._verbs.register, self._verbs.clock)

    @cached_property
    def returning(self) -> Returning:
        """Begin one after a gap."""
        return Returning(self._verbs.register)

    @cached_property
    def changing_class(self) -> ChangingClass:
        """Move from class to class."""
        return ChangingClass(self._verbs.register)

    @cached_property
    def dual_registering(self) -> DualRegistering:
        """Say how a child is registered who goes to two schools."""
        return DualRegistering(self._verbs.register, self._verbs.catalogues)

    @cached_property
    def naming(self) -> Naming:
        """Put names and numbers right."""
        return Naming(self._verbs.register, self._verbs.clock)

    @cached_property
    def flagging(self) -> Flagging:
        """Set and clear flags."""
        return Flagging(self._verbs.register, self._verbs.book, self._verbs.catalogues)

    @cached_property
    def protecting(self) -> Protecting:
        """Protect a child's whereabouts."""
        return Protecting(self._verbs.register, self._verbs.book, self._verbs.clock)

    @cached_property
    def housing(self) -> Housing:
        """Put children together who live together."""
        return Housing(self._verbs.register)

    @cached_property
    def contacting(self) -> Contacting:
        """Keep the adults of a child."""
        return Contacting(self._verbs.register)

    @cached_property
    def twinning(self) -> Twinning:
        """Find who is easily taken for a child."""
        return Twinning(self._verbs.register, self._verbs.clock)
