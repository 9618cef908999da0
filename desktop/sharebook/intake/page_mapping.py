"""A line of a sharing page to recipients, flows and the law behind them."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from sharebook.domain.bases import BasisChain
from sharebook.domain.catalogue import Catalogues, HeadingRow, RecipientKind, StarterFlow
from sharebook.domain.flows import Flow
from sharebook.domain.names import NO_CODE, Code, FlowId, RecipientId
from sharebook.domain.recipients import Recipient
from sharebook.domain.starters import flow_from
from sharebook.intake.folding import fold

Note = tuple[str, dict[str, object]]

_SHORT = 6  # a phrase up to this long must be a whole word of the line
_CUT = re.compile(
    r"\s+[-–—]\s+|\s*\((?:e\.?g\.?|for|such|includ)|,?\s+including\b|,?\s+such as\b|,?\s+such\b"
    r"|,?\s+with reference to\b|,?\s+e\.g\.|:\s+|,\s+(?=(?:for|our|which|who)\b)|\s*\(",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|our|an?)\s+(?=\S)", re.IGNORECASE)
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Mapped:
    """Flow i goes to recipient i; `notes` say what was mapped and what needs a person."""

    recipients: tuple[Recipient, ...]
    flows: tuple[Flow, ...]
    notes: tuple[Note, ...]


class Mapping:
    """Maps lines with one school's catalogues."""

    def __init__(self, catalogues: Catalogues, today: date) -> None:
        self._catalogues = catalogues
        self._today = today

    def map(self, line: str, heading: HeadingRow) -> Mapped:
        """Return what `line` under `heading` stands for."""
        found = self._recognised(fold(line), heading)
        pairs = [self._known(line, heading, starter) for starter in found]
        pairs = pairs or [self._unknown(line, heading)]
        recipients = tuple(recipient for recipient, _ in pairs)
        flows = tuple(flow for _, flow in pairs)
        notes = [*self._law_notes(flows, heading), *_person_notes(recipients, found, heading)]
        return Mapped(recipients, flows, tuple(notes))

    def _recognised(self, plain: str, heading: HeadingRow) -> list[StarterFlow]:
        """Return the starters `plain` speaks of: of this heading, else of the best fitting."""
        phrases = {
            starter.code: [phrase for phrase in starter.recognise if says(plain, phrase)]
            for starter in self._catalogues.starter_flows.values()
        }
        found = [each for each in self._catalogues.starter_flows.values() if phrases[each.code]]
        here = [each for each in found if each.heading == heading.code]
        if not here and found:
            best = max(found, key=lambda each: max(map(len, phrases[each.code])))
            here = [each for each in found if each.heading == best.heading]
        return [each for each in here if _is_meant(each, here, plain, phrases)]

    def _known(
        self, line: str, heading: HeadingRow, starter: StarterFlow
    ) -> tuple[Recipient, Flow]:
        recipient = Recipient(
            id=RecipientId(0),
            name=starter.words,
            kind=starter.kind,
            role=starter.role,
            units=(starter.unit,) if starter.unit else (),
            placeholder=starter.generic,
        )
        flow = flow_from(starter, RecipientId(0), FlowId(0), self._today)
        flow = replace(flow, heading=heading.code, notice_line=line)
        return recipient, flow

    def _unknown(self, line: str, heading: HeadingRow) -> tuple[Recipient, Flow]:
        name, purpose = cut_name(line)
        kind = self._kind(fold(line))
        recipient = Recipient(
            id=RecipientId(0),
            name=name,
            kind=kind.code if kind else NO_CODE,
            role=kind.role if kind else NO_CODE,
        )
        flow = Flow(
            id=FlowId(0),
            version=1,
            recipient=RecipientId(0),
            purpose=purpose or heading.purpose or heading.words,
            valid_from=self._today,
            basis=BasisChain(
                lawful_basis=heading.lawful_basis,
                condition=heading.condition,
                schedule1=heading.schedule1,
            ),
            heading=heading.code,
            notice_line=line,
            role=recipient.role,
        )
        return recipient, flow

    def _kind(self, plain: str) -> RecipientKind | None:
        kinds = self._catalogues.recipient_kinds.values()
        found = [
            (len(phrase), kind)
            for kind in kinds
            for phrase in kind.recognise
            if says(plain, phrase)
        ]
        if found:
            return max(found, key=lambda each: each[0])[1]
        return next((kind for kind in kinds if not kind.recognise), None)

    def _law_notes(self, flows: tuple[Flow, ...], heading: HeadingRow) -> list[Note]:
        notes: list[Note] = []
        for chain in dict.fromkeys(
            (flow.basis.lawful_basis, flow.basis.condition) for flow in flows
        ):
            basis = self._catalogues.lawful_bases.get(chain[0])
            condition = self._catalogues.conditions.get(chain[1])
            if basis is None:
                notes.append(("page_basis_missing", {}))
            elif condition is None:
                notes.append(("page_mapped", {"basis": basis.words}))
            else:
                facts: dict[str, object] = {"basis": basis.words, "condition": condition.words}
                notes.append(("page_mapped_special", facts))
            if basis and basis.code != heading.lawful_basis:
                notes.append(
                    ("page_basis_differs", {"heading": heading.words, "basis": basis.words})
                )
        return notes


def _person_notes(
    recipients: tuple[Recipient, ...], found: list[StarterFlow], heading: HeadingRow
) -> list[Note]:
    notes: list[Note] = []
    if not found:
        notes.append(("page_recipient_unknown", {"recipient": recipients[0].name}))
    notes += [
        ("page_placeholder", {"recipient": recipient.name})
        for recipient in dict.fromkeys(recipients)
        if recipient.placeholder
    ]
    if not heading.is_basis:
        notes.append(("page_heading_no_basis", {"heading": heading.words}))
    return notes


def says(plain: str, phrase: str) -> bool:
    """Say whether the folded line `plain` holds `phrase` from the beginning of a word."""
    return _sought(phrase).search(plain) is not None


@cache
def _sought(phrase: str) -> re.Pattern[str]:
    wanted = fold(phrase)
    end = r"(?:'?s)?(?!\w)" if len(wanted) <= _SHORT else ""
    return re.compile(rf"(?<!\w){re.escape(wanted)}{end}")


def cut_name(line: str) -> tuple[str, str]:
    """Return the name in an unknown recipient's line, and what is said about it."""
    cut = _CUT.search(line)
    name = line[: cut.start()] if cut and cut.start() else line
    about = line[cut.end() :] if cut and cut.start() else ""
    name = _ARTICLE.sub("", name.strip(" .,;:"))
    return (name[:1].upper() + name[1:])[:_LONGEST_NAME], about.strip(" .,;:()")


def _is_meant(
    starter: StarterFlow, among: list[StarterFlow], plain: str, phrases: dict[Code, list[str]]
) -> bool:
    """Leave out the parts of a body that the line does not name, where it names any."""
    parts = [each for each in among if fold(each.words) == fold(starter.words)]

    def named(part: StarterFlow) -> bool:
        others = [each for each in parts if each.unit != part.unit]
        own = [
            phrase
            for phrase in phrases[part.code]
            if not any(phrase in phrases[other.code] for other in others)
        ]
        return bool(own) or bool(part.unit and fold(part.unit) in plain)

    return len(parts) == 1 or named(starter) or not any(named(part) for part in parts)
