"""What is found in the compartment, told apart from the open register; for its holders alone."""

from collections.abc import Iterable, Iterator

from sharebook.domain.findings import Finding
from sharebook.services.health.advice import advice
from sharebook.services.health.ground import Ground
from sharebook.services.health.memory import against_memory
from sharebook.words.sentences import told


def apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the same findings, each said to be of the sealed log."""
    for each in findings:
        more = advice(each)
        facts = {"what": told(each), "safe": more.safe, "do": more.do}
        yield Finding("sealed_log_finding", each.severity, facts=facts)


def against_sealed_memory(ground: Ground) -> Iterator[Finding]:
    """Yield what does not fit this computer's memory of the compartment."""
    found = ground.sealed_seen()
    if found is not None:
        yield from apart(against_memory(*found))
