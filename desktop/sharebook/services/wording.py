"""An answer in words: grouped as the school's own notice is, ready to read aloud."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sharebook.domain.answers import Answer, AnswerLine
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.headings import Heading
from sharebook.domain.names import NO_CODE, Code, RecipientId
from sharebook.domain.pupils import Pupil, Spell
from sharebook.services.line_words import (
    formerly,
    last_sent,
    only_at_times,
    since_when,
    with_before,
)
from sharebook.words.days import and_joined, long_day, spoken_count

_ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class WordedLine:
    """One line as it is read: with whom, what, why, how often, since when, last sent.

    Attributes:
        regular: it is regular sharing that runs.
        ended: it was regular sharing and is no longer.
        formerly: names the recipient had before, or "".
        basis: with what it was before, where that changed.
        rebased: the basis changed while it ran.
    """

    whom: str
    what: str
    why: str
    how_often: str
    since: str
    last_sent: str
    regular: bool
    basis: str
    ended: bool = False
    formerly: str = ""
    rebased: bool = False


@dataclass(frozen=True, slots=True)
class WordedGroup:
    """The lines under one heading; `colour` is a token of the look."""

    heading: str
    purpose: str
    colour: str
    organisations: int
    lines: tuple[WordedLine, ...]


@dataclass(frozen=True, slots=True)
class WordedAnswer:
    """The whole answer in words."""

    pupil: str
    about: str
    spoken: str
    as_at: date
    groups: tuple[WordedGroup, ...]
    organisations: int

    def as_json(self) -> dict[str, object]:
        """Return the printed lines and totals, and nothing else."""
        return {
            "pupil": self.pupil,
            "as_at": self.as_at.isoformat(),
            "spoken": self.spoken,
            "groups": [_group_json(group) for group in self.groups],
            "totals": {
                "organisations": self.organisations,
                "lines": sum(len(group.lines) for group in self.groups),
            },
        }

    def as_text(self) -> str:
        """Return the answer as lines of text."""
        lines = [f"{self.pupil}. {self.about}", f"As at {long_day(self.as_at)}:", self.spoken]
        for group in self.groups:
            lines += ["", f"{group.heading}: {group.purpose}".rstrip(": ")]
            lines += [_line_text(line) for line in group.lines]
        return "\n".join(lines)


class Wording:
    """Turns codes into the words of the catalogues and of the school's headings."""

    def __init__(self, catalogues: Catalogues, headings: Iterable[Heading]) -> None:
        self._lists = catalogues
        self._headings = {heading.code: heading for heading in headings}

    def answer(self, given: Answer) -> WordedAnswer:
        """Return the whole answer in words."""
        groups = tuple(self._group(code, given) for code in self._order(given))
        return WordedAnswer(
            given.pupil.full_name,
            about_pupil(given.pupil, given.spell),
            spoken(given),
            given.as_at,
            groups,
            len({line.recipient for line in given.lines}),
        )

    def items(self, codes: Iterable[Code], description: str = "") -> str:
        """Return "Name, class and allergies", or the description where there is one."""
        return description or self._capital(self._named(codes)) or "Not listed"

    def told(self, codes: Iterable[Code], description: str = "") -> str:
        """Return everything that was given: the description, and the items it does not name."""
        said = description.casefold()
        named = self._named(codes, but=said)
        if not description or not named:
            return self.items(codes, description)
        return f"{description.rstrip('.')} ({named})"

    def _named(self, codes: Iterable[Code], but: str = "") -> str:
        rows = self._lists.items
        words = [rows[code].words for code in codes if code in rows]
        return and_joined([each for each in words if each.casefold() not in but])

    @staticmethod
    def _capital(words: str) -> str:
        return words[:1].upper() + words[1:]

    def basis(self, code: Code) -> str:
        """Return the name of the lawful basis, without the explanation behind its colon."""
        row = self._lists.lawful_bases.get(code)
        return row.words.partition(":")[0] if row is not None else "Not chosen yet"

    def method(self, code: Code) -> str:
        """Return the way of sending in plain words, or ""."""
        row = self._lists.methods.get(code)
        return row.words if row is not None else ""

    def heading(self, code: Code) -> str:
        """Return the school's own wording of a heading."""
        if code in self._headings:
            return self._headings[code].words
        row = self._lists.headings.get(code)
        return row.words if row is not None else "Other reasons"

    def line(self, line: AnswerLine) -> WordedLine:
        """Return one line in words."""
        return WordedLine(
            whom=line.name,
            what=self._what(line),
            why=line.purpose,
            how_often=self._how_often(line),
            since=since_when(line),
            last_sent=last_sent(line),
            regular=line.regular and not line.ended,
            basis=with_before(self.basis(line.basis.lawful_basis), line.bases_before, self.basis),
            ended=line.ended,
            formerly=formerly(line),
            rebased=bool(line.bases_before),
        )

    def _what(self, line: AnswerLine) -> str:
        what = self.told(line.items, line.description)
        at_times = only_at_times(line, self._named)
        return f"{what} ({at_times})" if at_times else what

    def _order(self, given: Answer) -> list[Code]:
        """Return the headings that have lines, in the order of the notice, unknown ones last."""
        used = dict.fromkeys(line.heading for line in given.lines)
        known = sorted(self._headings.values(), key=lambda heading: heading.place)
        first = [heading.code for heading in known if heading.code in used]
        return first + [code for code in used if code not in first]

    def _group(self, code: Code, given: Answer) -> WordedGroup:
        lines = sorted(given.under(code), key=lambda line: not self.line(line).regular)
        heading = self._headings.get(code)
        row = self._lists.headings.get(code, None) if code != NO_CODE else None
        return WordedGroup(
            self.heading(code),
            heading.purpose if heading else "",
            row.colour if row else "line2",
            len({line.recipient for line in lines}),
            tuple(self.line(line) for line in lines),
        )

    def _how_often(self, line: AnswerLine) -> str:
        if line.regular:
            now = self._cycle(line.cycle)
            before = line.cycles_before
            return with_before(now, before, lambda code: self._cycle(code).lower())
        return "Once" if line.times == 1 else f"{line.times} times"

    def _cycle(self, code: Code) -> str:
        row = self._lists.cycles.get(code)
        return row.words if row is not None else "Regularly"


def spoken(given: Answer) -> str:
    """Return the sentence to say first, made from the same lines that are shown."""
    regular = {line.recipient for line in given.regular}
    ended = {line.recipient for line in given.ended} - regular
    once = {line.recipient for line in given.once} - regular - ended
    whose = f"{_possessive(given.pupil.called)} information"
    if not regular and not ended and not once:
        return f"No organisation has {whose} from us."
    said = []
    if regular:
        get = "gets" if len(regular) == 1 else "get"
        said.append(f"{spoken_count(len(regular), _ORGANISATION)} {get} {whose} regularly.")
    elif ended:
        said.append(f"No organisation gets {whose} regularly any more.")
    if ended:
        said.append(f"{_counted(ended, more=bool(regular))} got it regularly before.")
    if once:
        what = "it" if said else whose
        counted = _counted(once, more=bool(said))
        said.append(f"{counted} had some of {what} on particular occasions.")
    return " ".join(said)


def _counted(recipients: Collection[RecipientId], *, more: bool) -> str:
    words = ("more", "more") if more else (_ORGANISATION,)
    return spoken_count(len(recipients), *words)


def about_pupil(pupil: Pupil, spell: Spell | None) -> str:
    """Return "Year 4, Kingfisher. Born 14 March 2018."."""
    where = "Not on roll on that day" if spell is None else year_and_class(spell)
    return f"{where}. Born {long_day(pupil.born)}."


def year_and_class(spell: Spell) -> str:
    """Return "Year 4, Kingfisher"."""
    year = {"R": "Reception"}.get(spell.year, f"Year {spell.year}")
    year = f"Nursery {spell.year[1:]}".strip() if spell.year.startswith("N") else year
    return ", ".join(part for part in (year, spell.class_name) if part)


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _group_json(group: WordedGroup) -> dict[str, object]:
    return {
        "heading": group.heading,
        "organisations": group.organisations,
        "lines": [
            {
                "recipient": line.whom,
                "what": line.what,
                "why": line.why,
                "how_often": line.how_often,
                "since": line.since,
                "last_sent": line.last_sent,
                "regular": line.regular,
                "ended": line.ended,
                "basis": line.basis,
                "formerly": line.formerly,
            }
            for line in group.lines
        ],
    }


def _line_text(line: WordedLine) -> str:
    formerly = f" ({line.formerly})" if line.formerly else ""
    return (
        f"  {line.whom}{formerly}\n"
        f"      {line.what}, {line.why}\n"
        f"      {line.how_often}, {line.since}. Last sent: {line.last_sent}. {line.basis}."
    )
