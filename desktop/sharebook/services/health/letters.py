"""Which names and free texts hold a letter that no document can print."""

import dataclasses
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from sharebook.domain.acknowledgements import Acknowledgement
from sharebook.domain.agreements import Agreement
from sharebook.domain.amendments import Amendment
from sharebook.domain.attachments import Attachment
from sharebook.domain.calls import Call
from sharebook.domain.contacts import Contact
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.flows import Exclusion, Flow
from sharebook.domain.headings import Heading
from sharebook.domain.holds import Hold
from sharebook.domain.incidents import Incident
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.recipients import Recipient
from sharebook.domain.recorded import Recorded
from sharebook.domain.requests import Request
from sharebook.domain.safeguards import SafeguardSet
from sharebook.domain.school import School
from sharebook.domain.school_dates import SchoolDate
from sharebook.domain.templates import Template
from sharebook.services.ports import Progress, Register

_MOST = 20  # records told one by one
_BETWEEN = 500  # records between two chances to stop
_PLAIN = (int, date, type(None))  # and bool, datetime
_ABOUT: dict[type[Any], Callable[[Any], tuple[str, str, int]]] = {  # words, what it is, its number
    School: lambda it: (f"the school’s own details ({it.name})", "school", 0),
    Pupil: lambda it: (f"what is kept of the pupil {it.full_name}", "pupil", it.id),
    Spell: lambda it: (f"the class {it.class_name}", "pupil", it.pupil),
    Contact: lambda it: (f"the contact {it.name}", "pupil", it.pupil),
    Recipient: lambda it: (f"the recipient {it.name}", "recipient", it.id),
    Flow: lambda it: (f"the purpose “{it.purpose}”", "recipient", it.recipient),
    Heading: lambda it: (f"the heading “{it.words}”", "heading", it.id),
    Agreement: lambda it: (f"the agreement “{it.title}”", "agreement", it.id),
    Exclusion: lambda it: ("the reason of an objection", "pupil", it.pupil),
    Disclosure: lambda it: (f"an entry of the log ({it.day})", "entry", 0),
    Amendment: lambda it: (f"the school’s word on {it.row} in the law’s lists", "amendment", 0),
    Hold: lambda it: ("the note of a hold", "hold", it.id),
    SchoolDate: lambda it: (f"the school calendar ({it.name})", "calendar", 0),
    Request: lambda it: ("a request for data", "request", it.id),
    Incident: lambda it: (f"what went wrong with entry {it.entry}", "entry", it.entry),
    Attachment: lambda it: (f"a file of entry {it.entry} ({it.name})", "entry", it.entry),
    SafeguardSet: lambda it: (f"the set of safeguards “{it.name}”", "safeguard_set", it.id),
    Template: lambda it: (f"the template “{it.name}”", "template", it.id),
    Acknowledgement: lambda it: ("why a finding is left as it is", it.about.value, it.number),
    Call: lambda it: (f"the note of a call by {it.caller_name}", "pupil", it.pupil),
}


def unprintable(register: Register, progress: Progress) -> Iterator[Finding]:
    """Yield records in force with letters that documents would show as a stand-in.

    Raises:
        Cancelled: the person pressed Stop.
    """
    found = 0
    for done, kind in enumerate(_ABOUT):
        for place, recorded in enumerate(register.current(kind)):
            if place % _BETWEEN == 0:
                progress.report(done, len(_ABOUT), "letters")
            missing = _missing(recorded.record)
            if not missing:
                continue
            found += 1
            if found <= _MOST:
                yield _finding(recorded, kind, missing)
    if found > _MOST:
        more = {"count": f"{found - _MOST:,}"}
        yield Finding("letters_missing_more", Severity.GAP, facts=more)


def texts(value: object) -> Iterator[str]:
    """Yield every text in a record, those of its parts too."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, _PLAIN):
            continue
        elif isinstance(each, tuple | frozenset):
            waiting.extend(each)
        elif dataclasses.is_dataclass(each):
            waiting.extend([getattr(each, name) for name in each.__dataclass_fields__])


def _missing(record: object) -> str:
    odd = "".join(text for text in texts(record) if not text.isascii())
    if not odd:
        return ""
    from sharebook.documents.pdf.fonts import missing_glyphs

    return " ".join(sorted(missing_glyphs(odd)))


def _finding(recorded: Recorded[Any], kind: type[Any], missing: str) -> Finding:
    what, entity, number = _ABOUT[kind](recorded.record)
    if kind is Disclosure:
        what, number = f"entry {int(recorded.seq):,} of the log", int(recorded.seq)
    facts = {"letters": missing, "what": what, "about": entity, "number": int(number)}
    return Finding("letters_missing", Severity.GAP, facts=facts)
