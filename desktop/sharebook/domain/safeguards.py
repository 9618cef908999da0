"""Reusable sets of safeguards: "as above, except ..."."""

from collections.abc import Mapping
from dataclasses import dataclass

from sharebook.domain.flows import Flow
from sharebook.domain.names import NO_CODE, Code, SafeguardSetId


@dataclass(frozen=True, slots=True)
class SafeguardSet:
    """Safeguards that several flows share.

    Attributes:
        starter: the row of the safeguard sets catalogue it came from.
        removed: offered no longer; flows that name it keep it.
    """

    id: SafeguardSetId
    name: str
    safeguards: tuple[Code, ...]
    starter: Code = NO_CODE
    removed: bool = False


def safeguards_of(flow: Flow, sets: Mapping[SafeguardSetId, SafeguardSet]) -> tuple[Code, ...]:
    """Return every safeguard that holds for `flow`: its set's, less the excepted, and its own."""
    shared = sets.get(flow.safeguard_set) if flow.safeguard_set is not None else None
    taken = shared.safeguards if shared else ()
    kept = [code for code in taken if code not in flow.safeguards_except]
    return tuple(dict.fromkeys((*kept, *flow.safeguards)))
