"""Whether the place, the disk, the clock and the copy of the keys are as they should be."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sharebook.domain.findings import Finding, Severity
from sharebook.domain.places import PlaceKind
from sharebook.services.health.ground import Ground, KeyCopy
from sharebook.words.days import long_day

_CLOCKS_DIFFER = timedelta(hours=1)  # between two computers of one school


def of_place(ground: Ground) -> Iterator[Finding]:
    """Yield what the place brings with it."""
    place = ground.place()
    kind = place.kind
    facts = {"folder": place.folder}
    if kind is PlaceKind.SYNCED:
        who: dict[str, object] = {**facts, "who": place.synced_by}
        yield Finding("place_is_synced", Severity.STOP, facts=who)
    elif kind is PlaceKind.ROAMING:
        yield Finding("place_is_roaming", Severity.WARNING, facts=facts)
    elif kind is PlaceKind.REMOVABLE:
        yield Finding("place_is_removable", Severity.GAP, facts=facts)
    elif kind is PlaceKind.NETWORK:
        yield Finding("place_is_network", Severity.FINE)
    elif kind is PlaceKind.TEMPORARY and not ground.practice():
        yield Finding("place_is_temporary", Severity.GAP, facts=facts)
    if place.open_to_others and not ground.practice():
        yield Finding("place_is_open", Severity.GAP, facts=facts)


def of_compartment(ground: Ground) -> Iterator[Finding]:
    """Yield that a file of the register is gone; every register has it, whatever it holds."""
    if not ground.has_compartment():
        yield Finding("compartment_missing", Severity.STOP)


def of_disk(ground: Ground) -> Iterator[Finding]:
    """Yield that the disk is nearly full."""
    room = ground.room()
    if room is not None and room.free < room.needed:
        megabytes = f"{room.free / 1_000_000:,.0f} MB"
        yield Finding("disk_nearly_full", Severity.GAP, facts={"free": megabytes})


def of_clock(ground: Ground, now: datetime) -> Iterator[Finding]:
    """Yield that the computer's clock stands before the newest entry."""
    written = ground.chain([]).written
    if written is not None and now < written - _CLOCKS_DIFFER and not ground.practice():
        facts = {"today": long_day(now.date()), "newest": long_day(written.date())}
        yield Finding("clock_behind", Severity.WARNING, facts=facts)


def of_key_copy(ground: Ground) -> Iterator[Finding]:
    """Yield that the copy of the key file would not help."""
    copy = ground.key_copy()
    if copy is KeyCopy.MISSING:
        yield Finding("keys_copy_missing", Severity.GAP)
    elif copy is KeyCopy.STALE:
        yield Finding("keys_copy_stale", Severity.GAP)
