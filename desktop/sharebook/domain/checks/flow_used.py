"""What the regular sharing allows, and no more (law.md 3.7, rule 6; feature S9)."""

from collections.abc import Sequence

from sharebook.domain.catalogue import DataItem
from sharebook.domain.checks.case import Case
from sharebook.domain.findings import Finding, Severity, Step


def only_when(case: Case) -> list[Finding]:
    """Find conditional sharing that was used without saying that its case has come."""
    arranged, written = case.arranged, case.written
    if arranged is None or written is None or not arranged.only_when or not case.gives_data:
        return []
    if written.said_why:
        return []
    when = arranged.only_when.rstrip(".")
    choice = (Step("reason", when),)
    facts = {"when": when}
    return [Finding("only_when_unsaid", Severity.GAP, "S9", facts, "reason", choice=choice)]


def beyond(case: Case) -> list[Finding]:
    """Find items the regular sharing does not need: optional ones, or ones it never names."""
    arranged, written = case.arranged, case.written
    if arranged is None or written is None or not case.gives_data or written.said_why:
        return []
    needed = set(arranged.items) - set(arranged.optional)
    more = [item for item in case.items if item.code not in needed]
    extra = [item for item in more if item.code not in arranged.optional]
    if not more or not arranged.items:
        return []
    some = extra or more
    facts = {"items": ", ".join(item.words for item in some)}
    choice = (_without(some),) if len(some) < len(case.items) else ()
    if extra:
        return [
            Finding("items_beyond_flow", Severity.GAP, facts=facts, field="items", choice=choice)
        ]
    return [Finding("optional_items_sent", Severity.GAP, facts=facts, field="items", choice=choice)]


def asked_why(case: Case) -> list[Finding]:
    """Find items of which it is always asked why, where the purpose came ready-made.

    Photographs, bank details, accusations: outside regular sharing the reason is asked anyway.
    """
    written, arranged = case.written, case.arranged
    if written is None or arranged is None or not case.gives_data or written.said_why:
        return []
    usual = arranged.items
    asked = [item.words for item in case.items if item.asks_why and item.code not in usual]
    if not asked:
        return []
    facts = {"items": ", ".join(asked)}
    return [Finding("items_ask_why", Severity.GAP, "S14", facts, "reason")]


def _without(items: Sequence[DataItem]) -> Step:
    return Step("without", ",".join(item.code for item in items))
