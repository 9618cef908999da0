"""Whether the register is the one this computer saw last time."""

from collections.abc import Iterator

from sharebook.domain.findings import Finding, Severity
from sharebook.domain.remembered import Fit, Seen
from sharebook.words.moments import day_and_time


def against_memory(seen: Seen, entries: int) -> Iterator[Finding]:
    """Yield what does not fit; nothing where it fits, or nothing is remembered.

    Args:
        seen: the register, or its compartment, beside what is remembered of it.
        entries: how far its chain goes now.
    """
    memory = seen.memory
    if seen.fit is Fit.UNREADABLE:
        yield Finding("memory_unreadable", Severity.WARNING)
        return
    if seen.may_follow:
        return
    if seen.fit is Fit.OLD_KEYS or memory is None:
        yield Finding("keys_older_than_seen", Severity.STOP)
        return
    if seen.elsewhere:
        facts: dict[str, object] = {"seen": day_and_time(memory.at), "folder": memory.folder}
        yield Finding("head_of_a_copy", Severity.GAP, facts=facts)
        return
    when, by = day_and_time(memory.at), memory.by
    if seen.fit is Fit.OLDER:
        last, here = f"{memory.newest.seq:,}", f"{entries:,}"
        facts = {"seen": when, "by": by, "last": last, "here": here}
        yield Finding("head_older", Severity.STOP, facts=facts)
        return
    facts = {"seen": when, "by": by, "since": f"{seen.last_same + 1:,}"}
    yield Finding("head_rewritten", Severity.STOP, facts=facts)
