"""What is safe, what to do, and which page does it, for each finding about a register."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sharebook.domain.findings import Finding, Severity
from sharebook.words.sentences import all_sentences, sentence

_DAMAGED = "check_any"  # what the check of every entry finds has one cure
_SAFE, _DO = "_safe", "_do"
_PAGES = {  # how a code begins -> page, words of the button
    "check_search": ("", ""),
    "check_disposal_unswept": ("", ""),
    "check_": ("backups", "Look at the backups"),
    "head_": ("backups", "Look at the backups"),
    "keys_older": ("backups", "Look at the backups"),
    "sealed_log": ("backups", "Look at the backups"),
    "backup": ("backups", "Look at the backups"),
    "compartment_": ("backups", "Look at the backups"),
    "second_place": ("backups", "Look at the backups"),
    "disk_": ("backups", "Look at the backups"),
    "sheet_": ("people", "People and keys"),
    "only_one": ("people", "People and keys"),
    "nobody_is": ("people", "People and keys"),
}
_RECORDS = {"pupil": "pupils", "recipient": "recipients", "entry": "log"}


@dataclass(frozen=True, slots=True)
class Advice:
    """What a person should know of a finding beside its sentence.

    Attributes:
        safe: what is safe meanwhile; "" where nothing was in doubt.
        do: what to do; "" where there is nothing to do.
        page: the name of the page that does it, or "".
        wanted: what that page is handed.
        words: of the button that leads there.
    """

    safe: str = ""
    do: str = ""
    page: str = ""
    words: str = ""
    wanted: Mapping[str, object] = field(default_factory=dict)


def advice(finding: Finding) -> Advice:
    """Return what to tell beside the finding's own sentence."""
    if finding.severity is Severity.FINE:
        return Advice(safe=_said(finding, _SAFE))
    about, number = str(finding.facts.get("about", "")), finding.facts.get("number", 0)
    page, words = next(
        (found for start, found in _PAGES.items() if finding.code.startswith(start)), ("", "")
    )
    wanted: dict[str, object] = {}
    if about in _RECORDS:
        page, words = _RECORDS[about], "Show it"
        wanted = {about: number} if number else {}
    return Advice(_said(finding, _SAFE), _said(finding, _DO), page, words, wanted)


def _said(finding: Finding, ending: str) -> str:
    code = finding.code + ending
    if code not in all_sentences() and finding.code.startswith("check_"):
        code = _DAMAGED + ending
    return sentence(code, finding.facts) if code in all_sentences() else ""
