"""Hand the register out: tables for a spreadsheet, or everything as one JSON document."""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from sharebook.documents.sheets import Sheet, written
from sharebook.domain.acknowledgements import Acknowledgement
from sharebook.domain.agreements import Agreement
from sharebook.domain.amendments import Amendment
from sharebook.domain.attachments import Attachment
from sharebook.domain.calls import Call
from sharebook.domain.catalogue import Catalogues, Row
from sharebook.domain.cohorts import Cohort
from sharebook.domain.contacts import Contact
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.disposal import Disposal
from sharebook.domain.entries import Entry, entries_of
from sharebook.domain.errors import Refused
from sharebook.domain.flows import Exclusion, Flow
from sharebook.domain.headings import Heading
from sharebook.domain.holds import Hold
from sharebook.domain.households import Household
from sharebook.domain.incidents import Incident
from sharebook.domain.names import Code, Seq
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.recipients import Recipient
from sharebook.domain.recorded import Recorded
from sharebook.domain.requests import Request
from sharebook.domain.retention import Keeping
from sharebook.domain.safeguards import SafeguardSet
from sharebook.domain.school import School
from sharebook.domain.school_dates import Chase, SchoolDate
from sharebook.domain.seal import seal_of
from sharebook.domain.templates import Template
from sharebook.services.book import Book
from sharebook.services.choosing import Choosing
from sharebook.services.ports import FilingRegister
from sharebook.words.days import short_day

FORMAT = 1
KINDS: dict[str, type[object]] = {
    "school": School,
    "headings": Heading,
    "pupils": Pupil,
    "spells": Spell,
    "contacts": Contact,
    "recipients": Recipient,
    "agreements": Agreement,
    "flows": Flow,
    "exclusions": Exclusion,
    "disclosures": Disclosure,
    "calls": Call,
    "holds": Hold,
    "keepings": Keeping,
    "amendments": Amendment,
    "disposals": Disposal,
    "school_dates": SchoolDate,
    "chases": Chase,
    "requests": Request,
    "incidents": Incident,
    "attachments": Attachment,
    "safeguard_sets": SafeguardSet,
    "templates": Template,
    "households": Household,
    "acknowledgements": Acknowledgement,
}


class Exporting:
    """Reads everything; writes nothing to the register."""

    def __init__(
        self, register: FilingRegister, book: Book, choosing: Choosing, catalogues: Catalogues
    ) -> None:
        self._register = register
        self._book = book
        self._choosing = choosing
        self._catalogues = catalogues

    def book(self) -> bytes:
        """Return the whole register, superseded records too, as UTF-8 JSON (docs/exchange.md)."""
        head = self._register.head()
        document: dict[str, object] = {
            "sharebook": FORMAT,
            "seal": str(seal_of(head)),
            "entries": int(head.seq),
        }
        for name, kind in KINDS.items():
            entries: list[Recorded[object]] = self._register.history(kind)
            document[name] = [_entry(each) for each in entries]
        document["files"] = self._files()
        return json.dumps(document, ensure_ascii=False, indent=1).encode()

    def _files(self) -> dict[str, str]:
        """Return the bytes of attached files in base64, by their digest."""
        every = self._register.history(Attachment)
        digests = dict.fromkeys(each.record.digest for each in every if not each.disposed)
        found = ((digest, self._register.attached(digest)) for digest in digests)
        return {digest: b64encode(each).decode() for digest, each in found if each is not None}

    def table(self, what: str, form: str, today: date) -> bytes:
        """Return one table as a file of `form` ("xlsx" or "csv").

        Raises:
            Refused: there is no such table or form.
        """
        makers = {
            "pupils": self._pupils,
            "log": self._log,
            "recipients": self._recipients,
            "flows": self._flows,
        }
        if what not in makers:
            raise Refused("table_unknown", "what", what=what, tables=", ".join(makers))
        return written(makers[what](today), form)

    def _pupils(self, today: date) -> Sheet:
        rows = []
        for each in self._choosing.everyone(today):
            spell = each.spell
            rows.append(
                (
                    each.pupil.upn,
                    each.pupil.surname,
                    each.pupil.forename,
                    each.pupil.known_as,
                    each.pupil.born.isoformat(),
                    spell.year if spell else "",
                    spell.class_name if spell else "",
                    "left" if each.left else "on roll",
                )
            )
        headings = (
            "UPN",
            "Legal surname",
            "Legal forename",
            "Known as",
            "Date of birth",
            "Year",
            "Class",
            "State",
        )
        return Sheet("Pupils", headings, tuple(rows))

    def _log(self, _today: date) -> Sheet:
        versions = self._register.history(Disclosure)
        numbers = {each.seq: each.record.number for each in versions}
        rows = tuple(self._log_row(entry, numbers) for entry in entries_of(versions))
        headings = (
            "Entry",
            "Day",
            "Time",
            "Recipient",
            "Pupils",
            "What",
            "Why",
            "Lawful basis",
            "How",
            "Decision",
            "Decided by",
            "Put right by",
        )
        return Sheet("Log", headings, rows)

    def _log_row(self, entry: Entry, numbers: Mapping[Seq, int]) -> tuple[str, ...]:
        record, heir = entry.newest.record, entry.newest.superseded_by
        recipient = self._book.recipients()[record.recipient]
        corrected = numbers.get(heir, "") if heir else ""
        return (
            str(record.number),
            record.day.isoformat(),
            record.time,
            recipient.labelled(record.unit, record.day),
            self._about(record),
            record.description or self._words(self._catalogues.items, record.items),
            record.purpose,
            self._words(self._catalogues.lawful_bases, [record.basis.lawful_basis]),
            self._words(self._catalogues.methods, [record.method]),
            "recorded by mistake" if record.is_mistake else record.decision.value,
            record.decided_by,
            str(corrected),
        )

    def _recipients(self, _today: date) -> Sheet:
        rows = tuple(
            (
                each.name,
                "; ".join(each.units),
                self._words(self._catalogues.recipient_kinds, [each.kind]),
                self._words(self._catalogues.roles, [each.role]),
                each.person,
                each.secure_address,
                each.country,
                "; ".join(f"{old.name} until {short_day(old.until)}" for old in each.former_names),
            )
            for each in self._book.recipients().values()
        )
        headings = (
            "Recipient",
            "Units",
            "Kind",
            "Role",
            "Person",
            "Secure address",
            "Country",
            "Former names",
        )
        return Sheet("Recipients", headings, rows)

    def _flows(self, _today: date) -> Sheet:
        recipients = self._book.recipients()
        lists = self._catalogues
        rows = tuple(
            (
                recipients[flow.recipient].labelled(flow.unit),
                flow.purpose,
                self._words(lists.items, flow.items),
                self._words(lists.lawful_bases, [flow.basis.lawful_basis]),
                self._words(lists.conditions, [flow.basis.condition]),
                self._words(lists.gateways, [flow.basis.gateway]),
                self._words(lists.headings, [flow.heading]),
                self._words(lists.methods, [flow.method]),
                self._words(lists.cycles, [flow.cycle]),
                flow.valid_from.isoformat(),
                flow.valid_to.isoformat() if flow.valid_to else "",
            )
            for flow in self._book.flows()
        )
        headings = (
            "Recipient",
            "Why",
            "What",
            "Lawful basis",
            "Second condition",
            "Law",
            "Notice heading",
            "How",
            "How often",
            "From",
            "To",
        )
        return Sheet("Flows", headings, rows)

    def _about(self, record: Disclosure) -> str:
        if len(record.cohort) == 1:
            return "".join(self._choosing.names(tuple(record.cohort)))
        return f"{len(record.cohort)} pupils"

    @staticmethod
    def _words(rows: Mapping[Code, Row], codes: Iterable[Code]) -> str:
        return ", ".join(rows[code].words if code in rows else str(code) for code in codes if code)


def _entry(recorded: Recorded[object]) -> dict[str, object]:
    told: dict[str, object] = {
        "seq": int(recorded.seq),
        "at": recorded.at.isoformat(),
        "by": recorded.by,
    }
    if recorded.supersedes is not None:
        told |= {"supersedes": int(recorded.supersedes), "reason": recorded.reason}
    if recorded.disposed:
        told["disposed"] = True
    return told | {"record": _plain(recorded.record)}


def _plain(value: object) -> object:
    plain: object = value
    match value:
        case Enum():
            plain = value.value
        case Cohort():
            plain = [int(pupil) for pupil in value]
        case date():
            plain = value.isoformat()
        case tuple():
            plain = [_plain(part) for part in value]
        case _ if is_dataclass(value):
            plain = {part.name: _plain(getattr(value, part.name)) for part in fields(value)}
    return plain
