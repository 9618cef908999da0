"""The history of a record in plain words: what changed, field by field."""

from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.cohorts import Cohort
from sharebook.domain.names import Code, PupilId
from sharebook.domain.versions import Change, Happened, Version
from sharebook.services.book import Book
from sharebook.services.choosing import Choosing
from sharebook.services.wording import Wording
from sharebook.words.days import count, long_day
from sharebook.words.fields import FieldWords, choices, fields_of

_NAMED = 10  # more pupils than this are counted
_FIRST = {
    Happened.WRITTEN: "Written",
    Happened.CHANGED: "Changed",
    Happened.DISPOSED: "Its words were disposed of",
}


@dataclass(frozen=True, slots=True)
class ToldChange:
    """One change in words; `before` or `after` is empty where nothing was said."""

    label: str
    before: str
    after: str

    @property
    def sentence(self) -> str:
        """The change on one line."""
        if not self.before:
            return f"{self.label}: {self.after}"
        return f"{self.label}: {self.after or 'nothing'} (before: {self.before})"


@dataclass(frozen=True, slots=True)
class ToldVersion:
    """One version in words.

    Attributes:
        title: "Entry 12, put right".
        reason: why, as it was typed.
    """

    title: str
    happened: Happened
    number: int
    at: datetime
    by: str
    reason: str
    changes: tuple[ToldChange, ...]


class Retelling:
    """Turns codes and numbers of a history into words and names."""

    def __init__(self, book: Book, choosing: Choosing, catalogues: Catalogues) -> None:
        self._book = book
        self._choosing = choosing
        self._catalogues = catalogues
        self._readers: dict[str, Callable[[Any, date], str]] = {
            "pupil": self._pupil,
            "recipient": self._recipient,
            "flow": self._flow,
            "agreement": self._agreement,
            "safeguard_set": self._safeguard_set,
            "headings": self._heading,
            "lawful_bases": self._basis,
        }

    def told(self, kind: str, versions: Iterable[Version]) -> tuple[ToldVersion, ...]:
        """Return the versions of a record of `kind` in words, in their order."""
        return tuple(self._version(kind, each) for each in versions)

    def _version(self, kind: str, version: Version) -> ToldVersion:
        words = fields_of(kind)
        by_name = {change.field: change for change in version.changes}
        on = version.at.astimezone().date()
        changes = [
            self._change(by_name[name], words[name], on) for name in words if name in by_name
        ]
        return ToldVersion(
            _title(kind, version),
            version.happened,
            version.number,
            version.at,
            version.by,
            version.reason,
            tuple(change for change in changes if change.before or change.after),
        )

    def _change(self, change: Change, words: FieldWords, on: date) -> ToldChange:
        if words.list == "pupils":
            return ToldChange(words.label, *self._pupils(change.before, change.after))
        both = (change.before, change.after)
        said = [self._said(change.field, value, words, on) for value in both]
        return ToldChange(words.label, *said)

    def _said(self, field: str, value: object, words: FieldWords, on: date) -> str:
        if value is None:
            return ""
        if isinstance(value, tuple):
            return ", ".join(self._said(field, each, words, on) for each in value)
        if words.list == "choices" and isinstance(value, Enum):
            return choices()[f"{field}.{value.value}"]
        if words.list in self._readers:
            return self._readers[words.list](value, on)
        if words.list:
            row = getattr(self._catalogues, words.list).get(Code(str(value)))
            return row.words if row is not None else str(value)
        return _plain(value)

    def _pupils(self, before: Any, after: Any) -> tuple[str, str]:
        old, new = set(before or ()), set(after or ())
        if max(len(old), len(new)) <= _NAMED:
            return self._names(old), self._names(new)
        said = [f"with {self._names(new - old)}"] if old and 0 < len(new - old) <= _NAMED else []
        said += [f"without {self._names(old - new)}"] if 0 < len(old - new) <= _NAMED else []
        return count(len(old), "pupil") if old else "", "; ".join([count(len(new), "pupil"), *said])

    def _names(self, pupils: Iterable[PupilId]) -> str:
        return ", ".join(self._choosing.names(tuple(sorted(pupils))))

    def _pupil(self, value: Any, _on: date) -> str:
        return self._names([value])

    def _recipient(self, value: Any, on: date) -> str:
        """Return the name the recipient had on the day of writing."""
        known = self._book.recipients().get(value)
        return known.name_on(on) if known else ""

    def _flow(self, value: Any, _on: date) -> str:
        return next((each.purpose for each in self._book.flows() if each.id == value), "")

    def _agreement(self, value: Any, _on: date) -> str:
        return next((each.title for each in self._book.agreements() if each.id == value), "")

    def _safeguard_set(self, value: Any, _on: date) -> str:
        known = self._book.safeguard_sets().get(value)
        return known.name if known else ""

    def _basis(self, value: Any, _on: date) -> str:
        return Wording(self._catalogues, ()).basis(value)

    def _heading(self, value: Any, _on: date) -> str:
        return Wording(self._catalogues, self._book.headings()).heading(value)


def _title(kind: str, version: Version) -> str:
    if kind != "disclosure":
        return _FIRST[version.happened]
    said = {
        Happened.WRITTEN: "written",
        Happened.CHANGED: "something came to it",
        Happened.PUT_RIGHT: "puts it right",
        Happened.MISTAKE: "recorded by mistake",
        Happened.PUT_BACK: "right after all",
        Happened.DISPOSED: "its words were disposed of",
    }[version.happened]
    return f"Entry {version.number}, {said}"


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return long_day(value)
    if is_dataclass(value) and not isinstance(value, Cohort | type):
        return ", ".join(_plain(part) for part in astuple(value) if part)
    return str(value)
