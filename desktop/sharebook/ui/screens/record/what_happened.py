"""What happened: shared, in part, refused, put off, taken back, an emergency, sent in error."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from sharebook.domain.catalogue_deciding import Trigger
from sharebook.domain.disclosures import Decision
from sharebook.domain.drafts import Draft
from sharebook.domain.names import NO_CODE, Code
from sharebook.ui.look import SEMIBOLD, look
from sharebook.ui.widgets.flow import FlowLayout
from sharebook.ui.widgets.popup import Choice

Fits = Callable[[Trigger], bool]


@dataclass(frozen=True, slots=True)
class Kind:
    """One way of what happened.

    Attributes:
        search: further words that find it in the first field.
        fits: which trigger goes with it; None where any may.
        keeps_items: what was sent is a part of what was asked for, which is written down too.
    """

    words: str
    decision: Decision
    search: str = ""
    fits: Fits | None = None
    keeps_items: bool = False


SHARED = Kind("Shared", Decision.SHARED)
EMERGENCY = Kind("Emergency", Decision.SHARED, "urgent life danger", lambda row: row.threat)
ERROR = Kind("Sent in error", Decision.SHARED, "mistake wrong", lambda row: row.opens_incident)
KINDS = (
    SHARED,
    Kind("Part", Decision.PART, "partly", lambda row: row.asked, keeps_items=True),
    Kind("Refused", Decision.REFUSED, "refuse no", lambda row: row.asked),
    Kind("Put off", Decision.DEFERRED, "defer later wait", lambda row: row.asked),
    Kind("Taken back", Decision.WITHDRAWN, "withdrawn", lambda row: row.asked),
    EMERGENCY,
    ERROR,
)


def kind_of(draft: Draft, triggers: Mapping[Code, Trigger]) -> Kind:
    """Return which of them a draft is."""
    row = triggers.get(draft.trigger)
    for kind in (EMERGENCY, ERROR):
        if draft.decision is kind.decision and row and kind.fits and kind.fits(row):
            return kind
    same = (each for each in KINDS if each.decision is draft.decision)
    return next(same, SHARED)


def turned(draft: Draft, kind: Kind, triggers: Mapping[Code, Trigger]) -> Draft:
    """Return `draft` as one of `kind`; a trigger that fits it stays."""
    row = triggers.get(draft.trigger)
    special = [each.fits for each in (EMERGENCY, ERROR) if each.fits]
    if kind.fits is None:
        stays = row is not None and not any(fits(row) for fits in special)
        usual = NO_CODE
    else:
        stays = row is not None and kind.fits(row)
        usual = next((code for code, each in triggers.items() if kind.fits(each)), NO_CODE)
    return replace(draft, decision=kind.decision, trigger=draft.trigger if stays else usual)


class WhatHappened(QWidget):
    """A row of buttons of which one is chosen; Alt 1 to 7 and the arrow keys choose too.

    Signals:
        chosen: the Kind now chosen, by a person.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("What happened?")
        self._group = QButtonGroup(self)
        line = FlowLayout(gap=look().px(4))
        for place, kind in enumerate(KINDS):
            line.addWidget(self._button(place, kind))
        line.addWidget(QWidget())  # takes what is left of the last line
        self.setLayout(line)
        self._group.idClicked.connect(self._on_clicked)
        self.show_kind(SHARED)

    def _button(self, place: int, kind: Kind) -> QPushButton:
        made = QPushButton(kind.words)
        made.setCheckable(True)
        made.setAutoDefault(True)
        made.setProperty("k", "seg")
        made.setToolTip(f"Alt {place + 1}")
        made.setAccessibleDescription(f"Alt {place + 1}")
        bold = QFontMetrics(look().font(13, SEMIBOLD)).horizontalAdvance(kind.words)
        made.setMinimumWidth(bold + look().px(26))
        key = QShortcut(QKeySequence(f"Alt+{place + 1}"), self)
        key.setContext(Qt.ShortcutContext.WindowShortcut)
        key.activated.connect(lambda: self._on_clicked(place))
        self._group.addButton(made, place)
        return made

    @property
    def kind(self) -> Kind:
        """What is chosen."""
        return KINDS[self._group.checkedId()]

    def show_kind(self, kind: Kind) -> None:
        """Choose `kind` without telling anyone."""
        now = self._group.button(KINDS.index(kind))
        now.setChecked(True)
        if any(each.hasFocus() for each in self._group.buttons()):
            now.setFocus(Qt.FocusReason.OtherFocusReason)
        for each in self._group.buttons():
            policy = Qt.FocusPolicy.StrongFocus if each.isChecked() else Qt.FocusPolicy.ClickFocus
            each.setFocusPolicy(policy)
        self.setFocusProxy(now)

    def _on_clicked(self, place: int) -> None:
        self.show_kind(KINDS[place])
        self.chosen.emit(KINDS[place])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Left and Right choose the neighbour."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        place = self._group.checkedId() + step
        if step and 0 <= place < len(KINDS):
            self._on_clicked(place)
            self._group.button(place).setFocus(Qt.FocusReason.TabFocusReason)
        elif not step:
            super().keyPressEvent(event)


def offered(typed: str) -> list[Choice]:
    """Return the kinds that letters typed into the first field may mean."""
    wanted = typed.casefold().split()
    if not wanted:
        return []
    return [
        Choice(f"{kind.words}…", kind, "What happened")
        for kind in KINDS
        if all(
            any(part.startswith(word) for part in f"{kind.words} {kind.search}".casefold().split())
            for word in wanted
        )
    ]
