"""What a purpose said on any day: its dated versions in words, each with what it changed."""

from dataclasses import dataclass, replace
from datetime import date

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.errors import Refused
from sharebook.domain.flows import Flow
from sharebook.domain.names import FlowId
from sharebook.domain.recorded import Recorded
from sharebook.domain.safeguards import safeguards_of
from sharebook.domain.versions import versions_of
from sharebook.services.ports import Register
from sharebook.services.retelling import Retelling, ToldChange
from sharebook.services.safeguarding_sets import SafeguardingSets, worded
from sharebook.words.days import and_joined
from sharebook.words.fields import fields_of

_SAFE = "safeguards"
_NOT_SAID = {"version", "valid_from", "valid_to", "recipient", "safeguard_set", "safeguards_except"}


@dataclass(frozen=True, slots=True)
class DatedVersion:
    """One version of a purpose, in words.

    Attributes:
        said: what it says, as (label, words), in the order of the form.
        changes: what it says otherwise than the version before; of the first, nothing.
    """

    flow: Flow
    said: tuple[tuple[str, str], ...]
    changes: tuple[ToldChange, ...]

    def runs_on(self, day: date) -> bool:
        """Say whether it was valid on `day`."""
        return self.flow.runs_on(day)


class Dating:
    """Tells the versions of a purpose; writes nothing."""

    def __init__(
        self,
        register: Register,
        retelling: Retelling,
        safeguarding: SafeguardingSets,
        catalogues: Catalogues,
    ) -> None:
        self._register = register
        self._retelling = retelling
        self._safeguarding = safeguarding
        self._catalogues = catalogues

    def versions(self, flow: FlowId) -> tuple[DatedVersion, ...]:
        """Return every version of a purpose, the oldest first.

        Raises:
            Refused: there is no such purpose.
        """
        known = self._known(flow)
        earlier: list[Recorded[Flow] | None] = [None, *known[:-1]]
        return tuple(self._dated(*pair) for pair in zip(earlier, known, strict=True))

    def on(self, flow: FlowId, day: date) -> DatedVersion | None:
        """Return the version that was valid on `day`, its safeguards as they stood then.

        Raises:
            Refused: there is no such purpose.
        """
        found = next((each for each in self.versions(flow) if each.runs_on(day)), None)
        if found is None:
            return None
        (version,) = (
            each for each in self._known(flow) if each.record.version == found.flow.version
        )
        return replace(found, said=self._said(version, day))

    def _known(self, flow: FlowId) -> list[Recorded[Flow]]:
        known = self._register.versions(Flow, flow)
        standing = [each for each in known if each.superseded_by is None]
        if not standing:
            raise Refused("flow_unknown", "flow", number=flow)
        return sorted(standing, key=lambda each: (each.record.valid_from, each.record.version))

    def _dated(self, before: Recorded[Flow] | None, version: Recorded[Flow]) -> DatedVersion:
        changes = self._changes(before, version) if before is not None else ()
        flow = version.record
        return DatedVersion(flow, self._said(version, flow.valid_to), changes)

    def _changes(self, before: Recorded[Flow], after: Recorded[Flow]) -> tuple[ToldChange, ...]:
        old = replace(before, record=_only_what_it_says(before.record))
        new = replace(after, record=_only_what_it_says(after.record))
        told = self._retelling.told("flow", versions_of([old, new]))
        return told[-1].changes

    def _said(self, version: Recorded[Flow], day: date | None) -> tuple[tuple[str, str], ...]:
        flow = version.record
        bare = replace(
            _only_what_it_says(flow), safeguards=(), safeguards_except=(), safeguard_set=None
        )
        (told,) = self._retelling.told("flow", versions_of([replace(version, record=bare)]))
        hidden = {fields_of("flow")[name].label for name in _NOT_SAID}
        said = [(each.label, each.after) for each in told.changes if each.label not in hidden]
        safe = self._safe(flow, day)
        return (*said, (fields_of("flow")[_SAFE].label, safe)) if safe else tuple(said)

    def _safe(self, flow: Flow, day: date | None) -> str:
        sets = self._safeguarding.sets() if day is None else self._safeguarding.sets_on(day)
        said = worded(flow, sets, self._catalogues)
        if flow.safeguard_set not in sets:
            return said
        rows = self._catalogues.safeguards
        all_of_them = [rows[code].words for code in safeguards_of(flow, sets) if code in rows]
        return f"{said} (in full: {and_joined(all_of_them)})"


def _only_what_it_says(flow: Flow) -> Flow:
    """Let a version's number and days not count as a change of what it says."""
    return replace(flow, version=1, valid_from=date.min, valid_to=None)
