"""The rows of Today: one thing due, one kind of gap."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sharebook.services.reviewing import Due, Gap
from sharebook.ui.look import look
from sharebook.ui.screens.today.receipts import ASK_AGAIN, RECEIVED
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, label
from sharebook.ui.widgets.sheet import line, row
from sharebook.words.days import count, short_day
from sharebook.words.sentences import sentence, told

Open = Callable[[str, int], None]
RETURN = "return"  # a return to be recorded, where a flow alone would be opened
_RECEIPTS = frozenset({"receipt_missing", "receipt_asked"})
_RECEIPT_DEEDS = (("Received", RECEIVED), ("Ask again", ASK_AGAIN))
_LOOKS = {
    "agreement": ("doc", "Review"),
    "entry": ("log", "Open"),
    "incident": ("warn", "Follow it up"),
    "flow": ("loop", "Record it"),
    "request": ("inbox", "Open"),
}
_YEAR, _MONTH = 365, 30
_FEW, _LARGE_TEXT = 2, 150  # a day and one button stand beside the words even then


@dataclass(frozen=True, slots=True)
class GapGroup:
    """Gaps of one kind: what is missing, how often, and where the first one is."""

    words: str
    number: int
    about: str
    first: int
    gaps: tuple[Gap, ...] = ()

    @property
    def may_stay(self) -> bool:
        """Whether it may be left as it is; what the law stops may not."""
        return bool(self.gaps) and self.gaps[0].finding.may_stay


def gather(gaps: Sequence[Gap]) -> list[GapGroup]:
    """Put gaps of one kind together, in the order they came."""
    kinds: dict[str, list[Gap]] = {}
    for gap in gaps:
        kinds.setdefault(gap.finding.code, []).append(gap)
    return [
        GapGroup(_words(some), len(some), some[0].about, some[0].number, tuple(some))
        for some in kinds.values()
    ]


def _words(some: Sequence[Gap]) -> str:
    """Return what is missing: of several the kind alone, for their items differ."""
    first = some[0].finding
    if len({told(each.finding) for each in some}) == 1:
        return told(first)
    short = sentence(f"{first.code}_short")
    return f"{short[:1].upper()}{short[1:]}."


def late(days: int) -> str:
    """Return "Overdue 4 years", "Overdue 3 days"."""
    if days >= _YEAR:
        return f"Overdue {count(days // _YEAR, 'year')}"
    if days >= 2 * _MONTH:
        return f"Overdue {count(days // _MONTH, 'month')}"
    return f"Overdue {count(days, 'day')}"


def due_row(due: Due, today: date, *, first: bool, do: Open) -> QFrame:
    """Return one thing due: what, why, when, and the button that begins it."""
    icon, verb = _LOOKS.get(due.about, ("clock", "Open"))
    title = sentence(due.code, due.facts)
    mark = IconLabel("clock" if due.overdue else icon, 18, "bad" if due.overdue else "muted")
    when = label(late((today - due.day).days), "bad") if due.overdue else None
    when = when or label(short_day(due.day), "smallb")
    does = _RECEIPT_DEEDS if due.code in _RECEIPTS else ((verb, _deed(due)),)
    buttons = []
    for place, (words, what) in enumerate(does):
        made = button(words, "smallgo" if first and not place else "small")
        made.setAccessibleName(f"{words}: {title}")
        made.clicked.connect(lambda _=False, it=what: do(it, due.number))
        buttons.append(made)
    more = label(sentence(f"{due.code}_more", due.facts), "small", wrap=True)
    return _row(mark, (label(title, "b", wrap=True), more), (when, *buttons))


def _deed(due: Due) -> str:
    return RETURN if due.about == "flow" else due.about


def gap_row(
    group: GapGroup, *, do: Open, leave: Callable[[GapGroup], None] | None = None
) -> QFrame:
    """Return one kind of gap: the dot, how often, what, why, the way there, and leaving it so."""
    go = button("Show", "small")
    go.setAccessibleName(f"Show: {group.words}")
    go.clicked.connect(lambda: do(group.about, group.first))
    figure = label(f"{group.number:,}", "b")
    says = [label(group.words, wrap=True)]
    source = group.gaps[0].finding.source if group.gaps else ""
    if source:
        says.append(label(source, "small", wrap=True))
    under: list[QWidget | int] = [go, 1]
    if leave is not None and group.may_stay:
        stay = button("Leave it so …", "quiet")
        stay.setAccessibleName(f"Leave it so: {group.words}")
        stay.clicked.connect(lambda: leave(group))
        under.insert(1, stay)
    return _row(IconLabel("gap", 16, "gap_dot"), says, (), figure, row(*under))


def _row(
    mark: QWidget,
    words: Sequence[QWidget],
    right: Sequence[QWidget],
    figure: QWidget | None = None,
    under: QHBoxLayout | None = None,
) -> QFrame:
    frame = QFrame()
    frame.setProperty("f", "plain")
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    across = QHBoxLayout()
    across.setContentsMargins(look().px(16), look().px(6), look().px(12), look().px(6))
    across.setSpacing(look().px(12))
    across.addWidget(mark)
    if figure:
        across.addWidget(figure)
    middle = QVBoxLayout()
    middle.setSpacing(1)
    for each in words:
        middle.addWidget(each)
    if under is not None:
        middle.addSpacing(look().px(4))
        middle.addLayout(under)
    across.addLayout(middle, 1)
    if len(right) > _FEW and look().size >= _LARGE_TEXT:
        middle.addWidget(right[0])
        middle.addLayout(row(*right[1:], 1))
    else:
        for each in right:
            across.addWidget(each)
    column.addLayout(across)
    column.addWidget(line())
    return frame
