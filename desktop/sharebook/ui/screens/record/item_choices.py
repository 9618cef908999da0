"""What "What was sent?" offers: the data items, and anything else in the person's own words."""

from collections.abc import Iterable, Mapping

from sharebook.domain.catalogue import DataItem
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.names import Code
from sharebook.ui.folding import folded
from sharebook.ui.widgets.popup import Choice

OWN = "own:"
_ASKING = {"condition", "schedule1"}
_LOUD = {Severity.STOP, Severity.WARNING}


class ItemChoices:
    """Finds data items; what matches none may be written as it is."""

    def __init__(self, items: Mapping[Code, DataItem]) -> None:
        self._items = items
        self._rows = [(folded(f"{row.words} {row.group}"), row) for row in items.values() if row.on]

    def find(self, typed: str) -> list[Choice]:
        """Return items that match every typed word, then the words themselves."""
        wanted = folded(typed).split()
        found = [row for key, row in self._rows if all(word in key for word in wanted)]
        choices = [Choice(_capital(row.words), row.code, row.group) for row in found]
        if typed.strip():
            choices.append(own(typed.strip(), "Write it as typed"))
        return choices

    def chips(
        self, codes: Iterable[Code], description: str, findings: Iterable[Finding]
    ) -> list[Choice]:
        """Return chips for these items, marked where a warning is about them."""
        asked = {each.field for each in findings if each.severity in _LOUD}
        chips = [
            Choice(_capital(row.words), code, warning=_warns(row, asked))
            for code in codes
            if (row := self._items.get(code)) is not None
        ]
        return [*chips, own(description)] if description else chips

    def as_picked(self, values: Iterable[str]) -> list[Choice]:
        """Return the chips for what was picked once; items no longer listed are left out."""
        return [
            own(value.removeprefix(OWN))
            if value.startswith(OWN)
            else Choice(_capital(self._items[Code(value)].words), Code(value))
            for value in values
            if value.startswith(OWN) or Code(value) in self._items
        ]

    def said(self, values: Iterable[object]) -> tuple[tuple[Code, ...], str]:
        """Return the items picked, and the description: own words with the items' names."""
        texts = [str(value) for value in values]
        codes = tuple(Code(text) for text in texts if not text.startswith(OWN))
        written = [text.removeprefix(OWN) for text in texts if text.startswith(OWN)]
        if not written:
            return codes, ""
        whole = " ".join(written).casefold()
        named = [self._items[code].words for code in codes if code in self._items]
        parts = [name for name in named if name.casefold() not in whole] + written
        return codes, _capital(", ".join(parts))


def own(words: str, second: str = "") -> Choice:
    """Return a choice for something that is in no list."""
    return Choice(words, OWN + words, second)


def _warns(row: DataItem, asked: set[str]) -> bool:
    return (
        (row.special and bool(asked & _ASKING))
        or (row.criminal and "criminal" in asked)
        or (row.locked and "items" in asked)
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
