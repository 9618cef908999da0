"""A finding is given its source, and keeps all else."""

from dataclasses import fields, replace

from sharebook.domain.checks.every import sourced
from sharebook.domain.findings import Finding, Severity, Step
from sharebook.domain.names import Code
from tests.builders import catalogues

WHOLE = Finding(
    code="no_lawful_basis",
    severity=Severity.GAP,
    rule="V0",
    facts={"day": "Monday"},
    field="lawful_basis",
    suggestion=Code("A6_E"),
    suggestion2=Code("SCH1_6"),
    choice=(Step("consent", ""),),
    source="somebody said so",
)


def test_a_finding_keeps_all_but_its_source():
    bare = Finding("", Severity.STOP)
    tried = [part.name for part in fields(Finding) if part.name != "severity"]

    found = sourced(WHOLE, catalogues())

    assert [name for name in tried if getattr(WHOLE, name) == getattr(bare, name)] == []
    assert found.source not in {"", WHOLE.source}
    assert replace(found, source=WHOLE.source) == WHOLE


def test_what_no_list_of_questions_has_keeps_its_own_source():
    own = replace(WHOLE, code="never_asked")

    assert sourced(own, catalogues()) is own
