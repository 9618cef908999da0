"""The practice school's partners: recipients, headings, agreements, flows and exclusions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

import msgspec

from sharebook.domain.agreements import Agreement, Approval, DocumentVersion
from sharebook.domain.bases import BasisChain
from sharebook.domain.catalogue import Catalogues, StarterFlow
from sharebook.domain.flows import CohortRule, Exclusion, Flow, Reach, Standing
from sharebook.domain.headings import Heading
from sharebook.domain.names import (
    AgreementId,
    Code,
    ExclusionId,
    FlowId,
    HeadingId,
    RecipientId,
    SafeguardSetId,
)
from sharebook.domain.recipients import FormerName, Recipient
from sharebook.domain.safeguards import SafeguardSet
from sharebook.domain.starters import flow_from, sharing
from sharebook.services.practice.calendar import Calendar
from sharebook.services.practice.roll import Roll
from sharebook.services.practice.script import (
    AgreementScript,
    ExclusionScript,
    FlowScript,
    RecipientScript,
    SchoolScript,
    read,
)

_DAY = timedelta(days=1)
_SAME = ("purpose", "unit", "items", "optional_items", "method", "cycle", "safeguards", "heading")


@dataclass(frozen=True, slots=True)
class ExclusionsScript:
    """Who is shut out of what."""

    exclusions: tuple[ExclusionScript, ...]


@dataclass(frozen=True)
class Partners:
    """The school's map, each part by its key in the script; a flow's versions oldest first."""

    recipients: Mapping[str, Recipient]
    headings: tuple[Heading, ...]
    agreements: Mapping[str, Agreement]
    flows: Mapping[str, tuple[Flow, ...]]
    exclusions: tuple[Exclusion, ...]
    sets: Mapping[SafeguardSetId, SafeguardSet]

    def flow_on(self, key: str, day: date) -> Flow | None:
        """Return the version of a flow valid on `day`, or None before it began."""
        return next((flow for flow in self.flows[key] if flow.runs_on(day)), None)


def arrange(calendar: Calendar, catalogues: Catalogues, roll: Roll) -> Partners:
    """Return the whole map of the practice school."""
    recipients = _recipients(calendar, catalogues)
    agreements = _agreements(calendar, recipients)
    sets = _sets(catalogues)
    flows = _Flows(calendar, catalogues, recipients, agreements, sets).all()
    return Partners(
        recipients,
        _headings(catalogues),
        agreements,
        flows,
        _exclusions(calendar, roll, recipients, flows),
        {each.id: each for each in sets.values()},
    )


def _sets(catalogues: Catalogues) -> dict[Code, SafeguardSet]:
    return {
        code: SafeguardSet(SafeguardSetId(number), row.words, row.safeguards, code)
        for number, (code, row) in enumerate(catalogues.safeguard_sets.items(), start=1)
    }


def _recipients(calendar: Calendar, catalogues: Catalogues) -> dict[str, Recipient]:
    script = read("recipients", dict[str, RecipientScript])
    return {
        key: Recipient(
            id=RecipientId(number),
            name=each.name,
            kind=each.kind,
            role=each.role or catalogues.recipient_kinds[each.kind].role,
            units=each.units,
            former_names=tuple(
                FormerName(former.name, calendar.day(former.until)) for former in each.former
            ),
            person=each.person,
            secure_address=each.secure_address,
            phone=each.phone,
            dpo=each.dpo,
            keeps_for=each.keeps_for,
            contract=each.contract,
            placeholder=each.placeholder,
        )
        for number, (key, each) in enumerate(script.items(), start=1)
    }


def _headings(catalogues: Catalogues) -> tuple[Heading, ...]:
    return tuple(
        Heading(HeadingId(number), row.code, row.words, row.purpose, row.lead_in, row.place)
        for number, row in enumerate(catalogues.headings.values(), start=1)
    )


def _agreements(calendar: Calendar, recipients: Mapping[str, Recipient]) -> dict[str, Agreement]:
    script = read("agreements", dict[str, AgreementScript])
    return {
        key: Agreement(
            id=AgreementId(number),
            title=each.title,
            recipients=tuple(recipients[to].id for to in each.to),
            starts=calendar.day(each.starts),
            ends=calendar.day(each.ends) if each.ends else None,
            review_due=calendar.day(each.review) if each.review else None,
            owner=each.owner,
            directorate=each.directorate,
            covers=each.covers,
            version=each.version,
            partners=each.partners,
            purposes=each.purposes,
            statutes=each.statutes,
            history=tuple(
                DocumentVersion(
                    line.version,
                    calendar.day(line.day),
                    line.author,
                    line.released_to,
                    line.comment,
                )
                for line in each.history
            ),
            approvals=tuple(
                Approval(
                    line.organisation,
                    line.post,
                    line.name,
                    calendar.day(line.signed) if line.signed else None,
                )
                for line in each.approvals
            ),
        )
        for number, (key, each) in enumerate(script.items(), start=1)
    }


class _Flows:
    """Turns the script's flows into dated versions."""

    def __init__(
        self,
        calendar: Calendar,
        catalogues: Catalogues,
        recipients: Mapping[str, Recipient],
        agreements: Mapping[str, Agreement],
        sets: Mapping[Code, SafeguardSet],
    ) -> None:
        self._sets = sets
        self._policy_document = read("school", SchoolScript).policy_document
        self._calendar = calendar
        self._catalogues = catalogues
        self._recipients = recipients
        self._agreements = agreements

    def all(self) -> dict[str, tuple[Flow, ...]]:
        """Return the versions of each flow; the key of the newest version names it."""
        found: dict[str, tuple[Flow, ...]] = {}
        for key, script in read("flows", dict[str, FlowScript]).items():
            earlier = found.pop(script.follows, ())
            flow = self._flow(script, FlowId(len(found) + 1), len(earlier) + 1)
            if earlier:
                ended = replace(earlier[-1], valid_to=flow.valid_from - _DAY)
                earlier = (*earlier[:-1], ended)
                flow = replace(flow, id=ended.id)
            found[key] = (*earlier, flow)
        return found

    def _flow(self, script: FlowScript, identifier: FlowId, version: int) -> Flow:
        starter = self._catalogues.starter_flows[script.starter]
        recipient = self._recipients[script.to]
        flow = self._whole(starter, recipient.id, identifier, self._began(script))
        chosen = {name: value for name in _SAME if (value := getattr(script, name))}
        line = (script.notice_line or flow.notice_line) if script.in_notice else ""
        return replace(
            flow,
            version=version,
            notice_line=line,
            basis=self._documented(changed(flow.basis, script.basis)),
            covers=_covers(script) or flow.covers,
            standing=Standing(script.standing or flow.standing),
            condition=script.condition or flow.condition,
            agreement=self._agreements[script.agreement].id if script.agreement else None,
            **chosen,
        )

    def _whole(
        self, starter: StarterFlow, recipient: RecipientId, identifier: FlowId, began: date
    ) -> Flow:
        """Return the starter's flow; its safeguards are said by the set they come from."""
        flow = flow_from(starter, recipient, identifier, began)
        row = self._catalogues.safeguard_sets.get(starter.safeguard_set)
        return flow if row is None else sharing(flow, row, self._sets[row.code].id)

    def _documented(self, basis: BasisChain) -> BasisChain:
        """Name the school's policy document where a condition asks for one."""
        rows = self._catalogues.schedule1
        named = (rows.get(basis.schedule1), rows.get(basis.criminal))
        if any(row is not None and row.needs_policy_document for row in named):
            return replace(basis, policy_document=self._policy_document)
        return basis

    def _began(self, script: FlowScript) -> date:
        """Return the day the flow began: never before the law behind it."""
        if script.since:
            return self._calendar.day(script.since)
        starter = self._catalogues.starter_flows[script.starter]
        gateway = self._catalogues.gateways.get(Code(script.basis.get("gateway", starter.gateway)))
        law = gateway.valid_from if gateway else None
        return max(self._calendar.opens, law or self._calendar.opens)


def changed(basis: BasisChain, parts: Mapping[str, str]) -> BasisChain:
    """Return `basis` with the parts the script names."""
    return msgspec.convert({**msgspec.to_builtins(basis), **parts}, BasisChain)


def _covers(script: FlowScript) -> CohortRule | None:
    if script.years:
        return CohortRule(Reach.YEARS, script.years)
    if script.flag:
        return CohortRule(Reach.FLAG, (script.flag,))
    return None


def _exclusions(
    calendar: Calendar,
    roll: Roll,
    recipients: Mapping[str, Recipient],
    flows: Mapping[str, tuple[Flow, ...]],
) -> tuple[Exclusion, ...]:
    return tuple(
        Exclusion(
            id=ExclusionId(number),
            pupil=roll.by_name[each.pupil],
            recipient=recipients[each.to].id,
            reason=each.reason,
            first_day=max(calendar.day(each.since), calendar.opens),
            flow=flows[each.flow][0].id if each.flow else None,
        )
        for number, each in enumerate(read("exclusions", ExclusionsScript).exclusions, start=1)
    )
