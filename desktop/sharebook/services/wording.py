"""An answer in words: grouped as the school's own notice is, ready to read aloud."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sharebook.domain.answers import Answer, AnswerLine
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.headings import Heading
from sharebook.domain.names import NO_CODE, Code
from sharebook.domain.pupils import Pupil, Spell
from sharebook.words.days import long_day, month_year, short_day, spoken_count

_ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class WordedLine:
    """One line as it is read: with whom, what, why, how often, since when, last sent."""

    whom: str
    what: str
    why: str
    how_often: str
    since: str
    last_sent: str
    regular: bool
    basis: str


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
        lines = [f"{self.pupil}. {self.about}", self.spoken]
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
        if description:
            return description
        words = [self._lists.items[code].words for code in codes if code in self._lists.items]
        if not words:
            return "Not listed"
        said = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
        return said[0].upper() + said[1:]

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
            what=self.items(line.items, line.description),
            why=line.purpose,
            how_often=self._how_often(line),
            since=_since(line),
            last_sent=_last_sent(line),
            regular=line.regular and line.until is None,
            basis=self.basis(line.basis.lawful_basis),
        )

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
            row = self._lists.cycles.get(line.cycle)
            return row.words if row is not None else "Regularly"
        return "Once" if line.times == 1 else f"{line.times} times"


def spoken(given: Answer) -> str:
    """Return the sentence to say first, made from the same lines that are shown."""
    regular = {line.recipient for line in given.regular}
    once = {line.recipient for line in given.once} - regular
    name = given.pupil.called
    if not regular and not once:
        return f"No organisation has {_possessive(name)} information from us."
    said = []
    if regular:
        get = "gets" if len(regular) == 1 else "get"
        counted = spoken_count(len(regular), _ORGANISATION)
        said.append(f"{counted} {get} {_possessive(name)} information regularly.")
    if once:
        also = spoken_count(len(once), "more", "more") if regular else None
        counted = also or spoken_count(len(once), _ORGANISATION)
        said.append(f"{counted} had some of it on particular occasions.")
    return " ".join(said)


def about_pupil(pupil: Pupil, spell: Spell | None) -> str:
    """Return "Year 4, Kingfisher. Born 14 March 2018."."""
    where = "Not on roll on that day" if spell is None else year_and_class(spell)
    return f"{where}. Born {long_day(pupil.born)}."


def year_and_class(spell: Spell) -> str:
    """Return "Year 4, Kingfisher"."""
    year = {"R": "Reception"}.get(spell.year, f"Year {spell.year}")
    year = f"Nursery {spell.year[1:]}".strip() if spell.year.startswith("N") else year
    return ", ".join(part for part in (year, spell.class_name) if part)


def _since(line: AnswerLine) -> str:
    if line.until is not None:
        return f"{month_year(line.since)} to {month_year(line.until)}"
    if line.regular:
        return f"since {month_year(line.since)}"
    return "one disclosure" if line.times == 1 else f"since {month_year(line.since)}"


def _last_sent(line: AnswerLine) -> str:
    if line.last_sent is not None:
        return short_day(line.last_sent)
    return short_day(line.until) if line.until is not None else "Ongoing"


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
                "basis": line.basis,
            }
            for line in group.lines
        ],
    }


def _line_text(line: WordedLine) -> str:
    return (
        f"  {line.whom}\n"
        f"      {line.what}, {line.why}\n"
        f"      {line.how_often} {line.since}. Last sent: {line.last_sent}. {line.basis}."
    )
