"""Whether the backups are there, young enough, whole, and of this very register."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sharebook.domain.backups import Proof
from sharebook.domain.errors import Trouble
from sharebook.domain.findings import Finding, Severity
from sharebook.services.backing_up import STOPPED
from sharebook.services.backup_ports import Backup
from sharebook.services.health.ground import BackupsKnown, Ground
from sharebook.words.days import count
from sharebook.words.moments import day_and_time

_LONG = timedelta(days=14)  # without a backup while people write, or without the second place


def of_backups(ground: Ground, now: datetime) -> Iterator[Finding]:
    """Yield what the backups' own words say; none of them is read to its end, but in doubt."""
    known = ground.backups()
    yield from _against_register(ground, known)
    if ground.practice():
        return
    if known.failed_code not in ("", STOPPED):
        yield Finding("backup_failed_last", Severity.WARNING)
    if not known.own:
        yield Finding("backups_none", Severity.GAP)
    else:
        yield from _age(ground, known.own[0], now)


def second_place(ground: Ground, now: datetime) -> Iterator[Finding]:
    """Yield what is wrong with the second place; a network drive may be slow to answer."""
    if ground.practice():
        return
    known = ground.backups()
    if known.second_place is None:
        yield Finding("second_place_none", Severity.GAP)
        return
    newest = max((each.moment for each in known.own), default=None)
    last = ground.newest_copy(known.second_place)
    if newest is None or (last is not None and last >= newest - _LONG):
        return
    facts: dict[str, object] = {"folder": known.second_place}
    if last is None:
        yield Finding("second_place_empty", Severity.GAP, facts=facts)
        return
    facts["days"] = count((now - last).days, "day")
    yield Finding("second_place_old", Severity.WARNING, facts=facts)


def newest_proved(ground: Ground) -> Iterator[Finding]:
    """Read the newest backup from end to end, and yield what is wrong with it."""
    newest = next(iter(ground.backups().own), None)
    if newest is not None and _proof(ground, newest) is Proof.DAMAGED:
        facts = {"made": day_and_time(newest.moment)}
        yield Finding("backup_newest_damaged", Severity.WARNING, facts=facts)


def _against_register(ground: Ground, known: BackupsKnown) -> Iterator[Finding]:
    """Compare the register's chain with where the newest backup says it went.

    A backup that somebody put back on purpose may be older than others; those count no more.
    """
    own = [each for each in known.own if not _left_behind(each, known)]
    if not own:
        return
    newest = max(own, key=lambda each: each.moment)
    seq, told = newest.manifest.seq, bytes.fromhex(newest.manifest.head)
    chain = ground.chain([seq])
    if seq == 0 or chain.hashes.get(seq) == told:
        return
    if _proof(ground, newest) is Proof.DAMAGED:  # then its words prove nothing
        return
    facts = {"made": day_and_time(newest.moment), "entries": f"{seq:,}"}
    if chain.head.seq < seq:
        here = facts | {"here": f"{chain.head.seq:,}"}
        yield Finding("backup_holds_more", Severity.STOP, facts=here)
    else:
        yield Finding("backup_holds_other", Severity.STOP, facts=facts)


def _left_behind(backup: Backup, known: BackupsKnown) -> bool:
    return known.restored_at is not None and backup.moment <= known.restored_at


def _age(ground: Ground, newest: Backup, now: datetime) -> Iterator[Finding]:
    chain = ground.chain([])
    waiting = chain.head.seq - newest.manifest.seq
    age = now - newest.moment
    if waiting > 0 and age >= _LONG:
        facts = {"days": count(age.days, "day"), "entries": count(waiting, "entry", "entries")}
        yield Finding("backups_old", Severity.WARNING, facts=facts)


def _proof(ground: Ground, backup: Backup) -> Proof:
    try:
        return ground.proof(backup)
    except Trouble:
        return Proof.DAMAGED
