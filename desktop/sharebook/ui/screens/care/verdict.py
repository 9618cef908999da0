"""The calm sentence on top: all is well, or what needs a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtWidgets import QFrame, QVBoxLayout

from sharebook.domain.findings import Finding, Severity
from sharebook.ui.look import look
from sharebook.ui.widgets.labels import IconLabel, label, restyle
from sharebook.ui.widgets.sheet import row
from sharebook.words.days import long_day, spoken_count

LastCheck = tuple[datetime, bool] | None


@dataclass(frozen=True, slots=True)
class Said:
    """What the verdict says.

    Attributes:
        frame: kind of panel: ok, gap or bad.
    """

    words: str
    more: str
    icon: str
    ink: str
    frame: str


def verdict_on(findings: Sequence[Finding], last: LastCheck, today: date) -> Said:
    """Return what to say on top of these findings."""
    weights = [each.severity for each in findings]
    stops, wrongs = weights.count(Severity.STOP), weights.count(Severity.WARNING)
    gaps = weights.count(Severity.GAP)
    checked = _checked(last, today)
    if stops:
        words = f"{_things(stops, 'needs a person', 'need a person')} before anything is written"
        return Said(words, checked, "stop", "bad", "bad")
    if wrongs:
        words = _things(wrongs, "should be looked at", "should be looked at")
        return Said(words, checked, "warn", "gap", "gap")
    if last is None:
        words = "Nothing is wrong at first sight"
        return Said(words, checked, "check", "ok", "ok")
    if not last[1]:
        more = f"{checked} Check again to see it, and what to do."
        return Said("The last whole check found something", more, "warn", "gap", "gap")
    could = f" {_things(gaps, 'could be better', 'could be better')}, see below." if gaps else ""
    return Said("Everything is in order", checked + could, "check", "ok", "ok")


class Verdict(QFrame):
    """Shape, words, and when everything was last checked."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("shield", 28, "muted")
        self._words = label("Looking at the register…", "h2", wrap=True)
        self._more = label("", "muted", wrap=True)
        self._more.hide()
        words = QVBoxLayout()
        words.setSpacing(look().px(2))
        words.addWidget(self._words)
        words.addWidget(self._more)
        line = row(self._icon, gap=14)
        line.addLayout(words, 1)
        column = QVBoxLayout(self)
        pad = look().px(16)
        column.setContentsMargins(pad, look().px(12), pad, look().px(12))
        column.addLayout(line)
        self.setProperty("f", "sheet")

    def show_said(self, said: Said) -> None:
        """Say it."""
        self._icon.show_icon(said.icon, said.ink)
        self._words.setText(said.words)
        self._more.setText(said.more)
        self._more.setVisible(bool(said.more))
        restyle(self, "f", said.frame)
        self.setAccessibleName(f"{said.words}. {said.more}".strip())

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()


def _things(number: int, one: str, many: str) -> str:
    return f"{spoken_count(number, 'thing')} {one if number == 1 else many}"


def _checked(last: LastCheck, today: date) -> str:
    if last is None:
        return "The whole of it was never checked on this computer."
    there = last[0].astimezone()
    day = "today" if there.date() == today else f"on {long_day(there.date())}"
    return f"Everything was checked {day} at {there:%H:%M}."
