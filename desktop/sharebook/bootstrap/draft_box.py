"""The boxes of drafts on this computer, joined to an open register."""

import contextlib
from collections.abc import Iterable
from pathlib import Path

from sharebook.bootstrap.access import Access
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Trouble
from sharebook.services.drafting import Drafting
from sharebook.vault.drafts import DraftBox
from sharebook.vault.places import default_place


def drafts_folder(register_id: str) -> Path:
    """Return where this computer keeps what is half-typed at one register."""
    return default_place() / "Drafts" / register_id


def drafting_of(access: Access, clock: Clock) -> Drafting:
    """Return the service that keeps what the person of `access` types."""
    box = _box(access, access.person)
    box.sweep(clock.now())
    sealed = _sealed_box(access, access.person) if access.sealed else None
    return Drafting(box, sealed, clock)


def carry_over(before: Access, after: Access, people: Iterable[str]) -> None:
    """Put the drafts of `people` under the renewed keys, as far as this computer has them.

    Drafts on other computers, and those of whoever is not among `people` any more, stay behind
    unreadable; nobody fails for want of a draft.
    """
    for person in people:
        with contextlib.suppress(Trouble):
            _box(before, person).carry_over(_box(after, person))
            if before.sealed and after.sealed:
                _sealed_box(before, person).carry_over(_sealed_box(after, person))


def _box(access: Access, person: str) -> DraftBox:
    folder = drafts_folder(access.register_id)
    return DraftBox(folder, access.register_id, person, access.data_key, access.data_key)


def _sealed_box(access: Access, person: str) -> DraftBox:
    folder = drafts_folder(access.register_id)
    key = access.sealed.data_key if access.sealed else access.data_key
    return DraftBox(folder, access.register_id, person, key, access.data_key)
