"""The services of an open register around how something was decided, and what went wrong."""

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from sharebook.services.incidents import Incidents
from sharebook.services.striking import Striking

if TYPE_CHECKING:
    from sharebook.domain.catalogue import Catalogues
    from sharebook.domain.clock import Clock
    from sharebook.services.attaching import Attaching
    from sharebook.services.choosing import Choosing
    from sharebook.services.recording import Recording
    from sharebook.services.templating import Templating
    from sharebook.store.register import SqlRegister


class _Around(Protocol):
    """What these services are made of."""

    register: "SqlRegister"
    clock: "Clock"

    @property
    def catalogues(self) -> "Catalogues": ...

    @property
    def choosing(self) -> "Choosing": ...

    @property
    def recording(self) -> "Recording": ...


class DecidingVerbs:
    """A part of `Verbs`."""

    @cached_property
    def striking(self: _Around) -> Striking:
        """Strike out what was recorded by mistake."""
        return Striking(self.register)

    @cached_property
    def incidents(self: _Around) -> Incidents:
        """Follow what went wrong."""
        return Incidents(self.register, self.catalogues, self.clock)

    @cached_property
    def attaching(self: _Around) -> "Attaching":
        """Keep copies of what was sent."""
        from sharebook.bootstrap.attached_copies import limits
        from sharebook.services.attaching import Attaching

        return Attaching(self.register, limits())

    @cached_property
    def templating(self: _Around) -> "Templating":
        """Forms filled in beforehand."""
        from sharebook.services.templating import Templating

        return Templating(self.register, self.choosing, self.recording, self.clock)
