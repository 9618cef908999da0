"""The shape of a finding that something in the file does not hold."""

from sharebook.domain.findings import Finding, Severity


def stop(code: str, **facts: object) -> Finding:
    """Return the finding `code`: the register was changed or damaged outside Sharebook."""
    return Finding(code, Severity.STOP, facts=facts)


def warning(code: str, **facts: object) -> Finding:
    """Return the finding `code`: something can be rebuilt from records that still hold."""
    return Finding(code, Severity.WARNING, facts=facts)
