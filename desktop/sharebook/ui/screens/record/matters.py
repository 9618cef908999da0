"""What an act is about, as far as it decides which further questions are asked."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.catalogue_deciding import Trigger
from sharebook.domain.disclosures import GAVE_DATA, Decision
from sharebook.domain.drafts import Draft


@dataclass(frozen=True, slots=True)
class Matters:
    """Facts about a draft.

    Attributes:
        gives: the recipient got something.
        decided: it was a decision that must be accounted for: part, refused, put off, taken back.
        part: a part was given.
        requested: somebody asked.
        threat: it was an emergency.
        written_up: it is told of afterwards; spoken words are too.
        went_wrong: it was sent by mistake.
        safeguarding: one of the items usually belongs into the compartment.
        withheld: the family is not told, on purpose.
        addressed: it went to a named person.
        decider_unknown: somebody decided whose post the register does not know.
    """

    gives: bool = True
    decided: bool = False
    part: bool = False
    requested: bool = False
    threat: bool = False
    written_up: bool = False
    went_wrong: bool = False
    safeguarding: bool = False
    withheld: bool = False
    addressed: bool = False
    decider_unknown: bool = False


When = Callable[[Matters], bool]


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads what matters from drafts, by the lists of this school."""

    lists: Catalogues
    known: Collection[str] = field(default=())

    def matters(self, draft: Draft) -> Matters:
        """Return what `draft` is about."""
        trigger = self.trigger(draft)
        method = self.lists.methods.get(draft.method)
        told = self.lists.family_told.get(draft.family_told)
        items = [self.lists.items[code] for code in draft.items if code in self.lists.items]
        gives = draft.decision in GAVE_DATA
        decided = draft.decision is not Decision.SHARED
        return Matters(
            gives=gives,
            decided=decided,
            part=draft.decision is Decision.PART,
            requested=decided or bool(trigger and trigger.asked),
            threat=bool(trigger and trigger.threat),
            written_up=bool(trigger and trigger.written_up) or bool(method and method.spoken),
            went_wrong=gives and bool(trigger and trigger.opens_incident),
            safeguarding=any(item.safeguarding for item in items),
            withheld=bool(told and told.withheld),
            addressed=gives and bool(method and (method.addressed or method.needs_receipt)),
            decider_unknown=bool(draft.decided_by) and draft.decided_by not in self.known,
        )

    def trigger(self, draft: Draft) -> Trigger | None:
        """Return the row of what set it off."""
        return self.lists.triggers.get(draft.trigger)
