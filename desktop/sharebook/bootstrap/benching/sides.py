"""The invented register, and its plain copy, each with every service a person uses."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sharebook.bootstrap.access import Access
from sharebook.bootstrap.benching.making import PassingClock
from sharebook.bootstrap.verbs import Verbs
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.names import PupilId, RecipientId
from sharebook.services.publishing.sources import Sources
from sharebook.store.measuring import open_plain
from sharebook.store.opening import open_database
from sharebook.store.register import SqlRegister
from sharebook.store.sqlite import Connection


@dataclass(frozen=True, slots=True)
class Place:
    """Where both files are, and how to open them.

    Attributes:
        access: the way into the encrypted one.
        plain: the same without a key.
        scratch: a folder for files of a moment.
    """

    access: Access
    plain: Path
    scratch: Path
    catalogues: Catalogues
    clock: PassingClock


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, open.

    Attributes:
        pupil: the pupil with most entries of those on roll.
        recipient: the one who got most.
    """

    connection: Connection
    verbs: Verbs
    pupil: PupilId
    recipient: RecipientId

    @property
    def register(self) -> SqlRegister:
        """The register."""
        return self.verbs.register

    def sources(self) -> Sources:
        """Return what documents are made from."""
        verbs = self.verbs
        return Sources(
            verbs.register,
            verbs.book,
            verbs.answering,
            verbs.reviewing,
            verbs.catalogues,
            verbs.clock,
        )


Opener = Callable[[], Connection]


def encrypted(place: Place) -> Connection:
    """Open the encrypted file as the program does."""
    return open_database(place.access.database, place.access.data_key)


def plain(place: Place) -> Connection:
    """Open the plain copy."""
    return open_plain(place.plain)


@contextmanager
def side(place: Place, connection: Connection, pupil: int, recipient: int) -> Iterator[Side]:
    """Hold one file open with its services."""
    register = SqlRegister(connection, place.clock)
    verbs = Verbs(place.access, register, place.clock, place.catalogues)
    try:
        yield Side(connection, verbs, PupilId(pupil), RecipientId(recipient))
    finally:
        register.close()
