"""Three years of sharing: each rule of the script played through every school year."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from sharebook.domain.bases import BasisChain
from sharebook.domain.cohorts import Cohort
from sharebook.domain.disclosures import Asker, Decision, Disclosure, Receipt
from sharebook.domain.flows import Flow
from sharebook.domain.names import DisclosureId, PupilId
from sharebook.domain.pupils import Spell
from sharebook.domain.safeguards import safeguards_of
from sharebook.domain.school_year import school_year
from sharebook.services.practice.calendar import Calendar, school_day
from sharebook.services.practice.partners import Partners, changed
from sharebook.services.practice.roll import Roll
from sharebook.services.practice.script import EventScript, Staff, read

_SEED = 42
_OFFICE_OPENS, _OFFICE_CLOSES = 8 * 60 + 20, 16 * 60 + 30  # minutes of the day
_SOON = (0, 4)  # days from a move to its paperwork
_HOUR = 60


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day, who is in it, and what may be put into its description."""

    day: date
    pupils: tuple[PupilId, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """A disclosure with its place in the story; ids are given when all are known.

    Attributes:
        corrects: key of the disclosure it puts right, for the reason `why`.
    """

    entry: Disclosure
    key: str
    written: date
    corrects: str = ""
    why: str = ""


@dataclass(frozen=True)
class Stage:
    """Everything an event needs to know."""

    calendar: Calendar
    roll: Roll
    partners: Partners
    staff: dict[str, Staff]


def play(stage: Stage) -> list[Planned]:
    """Return every disclosure of the book in the order of its writing, numbered from 1."""
    random = Random(_SEED)  # noqa: S311 - a play, not a secret
    planned: list[Planned] = []
    for name in ("events", "stories"):
        for key, script in read(name, dict[str, EventScript]).items():
            planned += _Rule(stage, key, script, random).planned()
    planned.sort(key=lambda each: (each.written, bool(each.corrects), each.entry.time, each.key))
    return [
        replace(each, entry=replace(each.entry, id=DisclosureId(number)))
        for number, each in enumerate(planned, start=1)
    ]


class _Rule:
    """One rule of the script."""

    def __init__(self, stage: Stage, key: str, script: EventScript, random: Random) -> None:
        self._stage = stage
        self._key = key
        self._script = script
        self._random = random

    def planned(self) -> list[Planned]:
        """Return what the rule brings about, in any order."""
        entries = (self._entry(occasion) for occasion in self._occasions())
        return [
            Planned(
                entry,
                self._key,
                entry.day + timedelta(days=3) if self._script.corrects else entry.day,
                self._script.corrects,
                self._script.why,
            )
            for entry in entries
            if entry is not None
        ]

    def _occasions(self) -> Iterator[Occasion]:
        if self._script.pupils:
            day = school_day(self._stage.calendar.day(self._script.days[0]))
            names = self._stage.roll.by_name
            yield Occasion(day, tuple(names[name] for name in self._script.pupils))
            return
        if self._script.each in {"joiner", "mover", "leaver"}:
            yield from self._comings_and_goings()
            return
        for year in self._stage.calendar.years:
            days = [self._stage.calendar.in_year(year, day) for day in self._script.days]
            days += self._stage.calendar.any_days(self._random, year, self._script.times)
            for day in days:
                if self._stage.calendar.past(day):
                    yield from self._on(day)

    def _comings_and_goings(self) -> Iterator[Occasion]:
        roll, script = self._stage.roll, self._script
        if script.each == "leaver":
            for day in sorted({day for _, day in roll.leavers}):
                gone = tuple(pupil for pupil, left in roll.leavers if left == day)
                yield Occasion(school_day(day - timedelta(days=45)), gone, str(day.year))
            return
        for pupil, day in roll.joiners if script.each == "joiner" else roll.movers:
            soon = day + timedelta(days=self._random.randint(*_SOON))
            yield Occasion(school_day(soon) if school_day(soon) >= day else day, (pupil,))

    def _on(self, day: date) -> Iterator[Occasion]:
        spells = [spell for spell in self._stage.roll.on(day) if self._takes(spell)]
        match self._script.each:
            case "all":
                yield Occasion(day, _pupils(spells))
            case "year":
                for year in dict.fromkeys(spell.year for spell in spells):
                    label = "Reception" if year == "R" else f"Year {year}"
                    yield Occasion(day, _pupils(s for s in spells if s.year == year), label)
            case "class":
                for name in dict.fromkeys(spell.class_name for spell in spells):
                    members = _pupils(s for s in spells if s.class_name == name)
                    yield Occasion(day, members, f"{name} class")
            case "some":
                size = min(len(spells), self._random.randint(*self._script.size))
                yield Occasion(day, _pupils(self._random.sample(spells, size)))
            case _:
                yield Occasion(day, _pupils([self._random.choice(spells)]))

    def _takes(self, spell: Spell) -> bool:
        script = self._script
        flagged = not script.flag or script.flag in self._stage.roll.flags[spell.pupil]
        return flagged and (not script.years or spell.year in script.years)

    def _entry(self, occasion: Occasion) -> Disclosure | None:
        if not self._stage.calendar.past(occasion.day):
            return None
        flow = self._flow(occasion.day)
        if self._script.flow and flow is None:
            return None  # the law behind it had not begun
        cohort = Cohort.of(self._allowed(occasion, flow))
        return self._written(occasion, flow, cohort) if cohort else None

    def _flow(self, day: date) -> Flow | None:
        key = self._script.flow
        return self._stage.partners.flow_on(key, day) if key else None

    def _allowed(self, occasion: Occasion, flow: Flow | None) -> list[PupilId]:
        if flow is None:
            return list(occasion.pupils)
        barred = {
            each.pupil
            for each in self._stage.partners.exclusions
            if each.recipient == flow.recipient
            and each.flow in (None, flow.id)
            and each.holds_on(occasion.day)
        }
        return [pupil for pupil in occasion.pupils if pupil not in barred]

    def _written(self, occasion: Occasion, flow: Flow | None, cohort: Cohort) -> Disclosure:
        script = self._script
        blank = Disclosure(
            id=DisclosureId(0),
            day=occasion.day,
            recipient=flow.recipient if flow else self._stage.partners.recipients[script.to].id,
            cohort=cohort,
            purpose=script.purpose or (flow.purpose if flow else ""),
        )
        decider = self._stage.staff.get(script.decided)
        return replace(
            blank,
            decision=Decision(script.decision),
            time=self._time(),
            unit=script.unit or (flow.unit if flow else ""),
            flow=flow.id if flow else None,
            flow_version=flow.version if flow else None,
            items=script.items or (flow.items if flow else ()),
            description=self._description(occasion.label, len(cohort)),
            basis=changed(flow.basis if flow else BasisChain(), script.basis),
            heading=script.heading or (flow.heading if flow else script.heading),
            method=script.method or (flow.method if flow else script.method),
            safeguards=safeguards_of(flow, self._stage.partners.sets) if flow else (),
            trigger=script.trigger,
            asker=Asker(*script.asker),
            decided_by=decider.name if decider else "",
            decided_post=decider.post if decider else "",
            reason=script.reason,
            emergency=script.emergency,
            consent=self._consent(occasion.day),
            receipt=Receipt(script.receipt),
            tracking=self._tracking(),
            family_told=script.told,
            note=script.note,
        )

    def _time(self) -> str:
        minute = self._random.randint(_OFFICE_OPENS, _OFFICE_CLOSES)
        return f"{minute // _HOUR:02}:{minute % _HOUR:02}"

    def _description(self, group: str, count: int) -> str:
        if not self._script.descriptions:
            return ""
        words = self._random.choice(self._script.descriptions)
        return words.format(group=group, count=count)

    def _consent(self, day: date) -> str:
        return self._script.consent.format(year=school_year(day).first.year)

    def _tracking(self) -> str:
        marks = self._script.tracking
        return f"{marks}{self._random.randint(1000, 9999)}" if marks else ""


def _pupils(spells: Iterable[Spell]) -> tuple[PupilId, ...]:
    return tuple(spell.pupil for spell in spells)
