"""The boxes of drafts on this computer, joined to an open register."""

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from sharebook.bootstrap.access import Access
from sharebook.bootstrap.people import people
from sharebook.domain.clock import Clock
from sharebook.domain.disposal import Disposal
from sharebook.domain.errors import Refused, Trouble
from sharebook.services.drafting import Drafting
from sharebook.vault.drafts import DraftBox
from sharebook.vault.places import default_place


def drafts_folder(register_id: str) -> Path:
    """Return where this computer keeps what is half-typed at one register."""
    return default_place() / "Drafts" / register_id


def drafting_of(access: Access, clock: Clock, disposals: Sequence[Disposal] = ()) -> Drafting:
    """Return the service that keeps what the person of `access` types.

    Drafts about what was disposed of (`disposals`) are thrown away first.
    """
    _box(access, access.person).sweep(clock.now())
    drafting = _drafting(access, clock)
    drafting.forget(disposals)
    return drafting


def _drafting(access: Access, clock: Clock) -> Drafting:
    sealed = _sealed_box(access, access.person) if access.sealed else None
    return Drafting(_box(access, access.person), sealed, clock)


def forget_disposed(access: Access, clock: Clock, disposals: Sequence[Disposal]) -> None:
    """Remove drafts on this computer about what was disposed of, of everybody who opens it.

    What a holder of the compartment has half-typed lies under its key; without that it goes when
    they come next (`drafting_of`), as do drafts on other computers.
    """
    with contextlib.suppress(Refused, Trouble):
        for each in people(access.folder):
            if each.name != access.person:
                _drafting(replace(access, person=each.name), clock).forget(disposals)
    drafting_of(access, clock, disposals)


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
