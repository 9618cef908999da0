"""Forms filled in beforehand: kept by name, chosen again, renamed, taken out."""

from collections.abc import Iterable
from dataclasses import replace

from sharebook.domain.clock import Clock
from sharebook.domain.considered import NotTold
from sharebook.domain.disclosures import Asker
from sharebook.domain.drafts import Draft
from sharebook.domain.errors import Refused
from sharebook.domain.flows import CohortRule, Reach
from sharebook.domain.kept_drafts import Chip
from sharebook.domain.names import RecipientId, TemplateId
from sharebook.domain.of_nobody import of_nobody
from sharebook.domain.recorded import Recorded
from sharebook.domain.templates import Template
from sharebook.services.choosing import Choosing
from sharebook.services.ports import Register
from sharebook.services.recording import Recording

_REACHES = {  # kind of a group: the rule that finds it anew
    "all": Reach.ALL,
    "year": Reach.YEARS,
    "class": Reach.CLASSES,
    "flag": Reach.FLAG,
}


class Templating:
    """Keeps templates; none of them names a pupil, so that a disposal need not look here.

    Args:
        register: everybody's.
        choosing: finds the pupils anew.
        recording: knows the flows as they are now.
        clock: says which day it is.
    """

    def __init__(
        self, register: Register, choosing: Choosing, recording: Recording, clock: Clock
    ) -> None:
        self._register = register
        self._choosing = choosing
        self._recording = recording
        self._clock = clock

    def every(self) -> list[Template]:
        """Return what is offered, by name."""
        found = [each.record for each in self._register.current(Template)]
        kept = [each for each in found if not each.removed]
        return sorted(kept, key=lambda each: each.name.casefold())

    def named(self, name: str) -> Template:
        """Return the template of a name, however it is written.

        Raises:
            Refused: there is none.
        """
        for each in self.every():
            if each.name.casefold() == name.strip().casefold():
                return each
        known = ", ".join(each.name for each in self.every()) or "none yet"
        raise Refused("template_unknown", "template", name=name, known=known)

    def keep(self, name: str, draft: Draft, chips: Iterable[Chip], person: str) -> Template:
        """Keep a form under a name; the same name again takes the place of what it held.

        Raises:
            Refused: it has no name, or says neither to whom nor what for.
        """
        if not name.strip():
            raise Refused("template_needs_name", "name")
        if draft.recipient is None:
            raise Refused("template_needs_recipient", "recipient")
        same = [each for each in self._standing() if _same(each.record.name, name)]
        about = rule_of(chips)
        with self._register.writing(person) as writer:
            number = same[0].record.id if same else TemplateId(writer.next_id(Template))
            made = Template(number, " ".join(name.split()), without_children(draft), about)
            writer.add(made, *((same[0].seq, "kept anew") if same else ()))
        return made

    def rename(self, template: Template, name: str, person: str) -> Template:
        """Give a template another name.

        Raises:
            Refused: no name, or another one bears it.
        """
        if not name.strip():
            raise Refused("template_needs_name", "name")
        bears = [each for each in self.every() if _same(each.name, name) and each.id != template.id]
        if bears:
            raise Refused("template_name_taken", "name", name=bears[0].name)
        return self._change(replace(template, name=" ".join(name.split())), "renamed", person)

    def take_out(self, template: Template, person: str) -> Template:
        """Offer a template no longer; `put_back` undoes it."""
        return self._change(replace(template, removed=True), "taken out", person)

    def put_back(self, template: Template, person: str) -> Template:
        """Offer it again."""
        return self._change(replace(template, removed=False), "put back", person)

    def use(self, template: Template) -> tuple[Draft, tuple[Chip, ...]]:
        """Return what the form is to hold today, and its pupils found anew as chips."""
        today = self._recording.start()
        draft = replace(template.draft, day=today.day, time=today.time)
        if self._recording.written_up(draft):
            draft = replace(draft, time="")
        until = self._recording.not_told_until(draft)
        chips = self._chips(template.about)
        pupils = tuple(dict.fromkeys(pupil for chip in chips for pupil in chip.pupils))
        return replace(draft, pupils=pupils, not_told=NotTold(until=until)), chips

    def to(self, recipient: RecipientId) -> list[Template]:
        """Return the templates for one recipient."""
        return [each for each in self.every() if each.draft.recipient == recipient]

    def _chips(self, rule: CohortRule) -> tuple[Chip, ...]:
        kinds = [kind for kind, reach in _REACHES.items() if reach is rule.reach]
        return tuple(
            Chip(group.kind, group.name, group.pupils)
            for group in self._choosing.groups(self._clock.today())
            if group.kind in kinds
            and group.pupils
            and (rule.reach is Reach.ALL or group.name in rule.values)
        )

    def _standing(self) -> list[Recorded[Template]]:
        return [each for each in self._register.current(Template) if not each.record.removed]

    def _change(self, made: Template, because: str, person: str) -> Template:
        newest = self._register.versions(Template, made.id)[-1]
        with self._register.writing(person) as writer:
            writer.add(made, newest.seq, because)
        return made


def rule_of(chips: Iterable[Chip]) -> CohortRule:
    """Return the rule that finds the same groups anew; children by name are asked each time."""
    groups = [each for each in chips if each.kind != "except"]
    kinds = {each.kind for each in groups}
    reach = _REACHES.get(kinds.pop()) if len(kinds) == 1 else None
    if reach is None:
        return CohortRule(Reach.PICKED)
    return CohortRule(reach, tuple(each.name for each in groups if each.name))


def without_children(draft: Draft) -> Draft:
    """Return `draft` without what belongs to one occasion, or may name a child."""
    asker = Asker(post=draft.asker.post, organisation=draft.asker.organisation)
    return replace(of_nobody(draft), day=None, time="", asker=asker)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
