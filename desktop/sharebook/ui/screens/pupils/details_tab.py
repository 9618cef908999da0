"""The details tab: on roll, at home, flags, whereabouts, names; each with what can change it."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.screens.pupils.details import Details, Sibling
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.flow import FlowLayout
from sharebook.ui.widgets.following import Following
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import panel

_DEEDS = {
    "leave": "Left…",
    "return": "Came back…",
    "move": "Changed class…",
    "dual": "Registered at two schools…",
    "together": "Lives with…",
    "apart": "Lives there no longer…",
    "flags": "Change flags…",
    "protect": "Protect…",
    "names": "Change names or numbers…",
}


class DetailsTab(Following):
    """Shows Details.

    Signals:
        wanted: a deed of the page and what it is about (a pupil's id, or None).
        visited: the id of a child of the same household.

    Attributes:
        buttons: by deed; who only reads sees none of them.
    """

    wanted = Signal(str, object)
    visited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        for deed, words in _DEEDS.items():
            made = button(words, "small")
            made.clicked.connect(lambda _on=False, deed=deed: self.wanted.emit(deed, None))
            self.buttons[deed] = made
        self.roll, self.home, self.flags, self.place, self.names = (
            label("", wrap=True) for _each in range(5)
        )
        self._may_change = True
        self._rows: list[tuple[FlowLayout, tuple[str, ...]]] = []
        self._siblings, self._links = _flowing()
        self._maybe, self._suggestions = _flowing()
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, look().px(4), look().px(8), 0)
        self._column.setSpacing(look().px(10))
        self._card("On roll", [self.roll], "leave", "move", "dual", "return")
        home: list[QWidget] = [self.home, self._siblings, self._maybe]
        self._card("Household", home, "together", "apart")
        self._card("Flags", [self.flags], "flags")
        self._card("Whereabouts", [self.place], "protect")
        self._card("Names and numbers", [self.names], "names")
        self._column.addStretch(1)
        self.setWidget(page)

    def only_read(self) -> None:
        """Offer nothing that changes anything."""
        self._may_change = False

    def _card(self, title: str, parts: Sequence[QWidget], *deeds: str) -> None:
        frame: QFrame
        frame, column = panel("card", 12, 6)
        column.addWidget(label(title, "b"))
        for part in parts:
            column.addWidget(part)
        row, flow = _flowing()
        self._rows.append((flow, deeds))
        column.addWidget(row)
        self._column.addWidget(frame)

    def show_details(self, now: Details) -> None:
        """Show one child."""
        pupil = now.pupil
        _say(self.roll, "\n".join(now.roll) or "Not on roll yet.")
        _say(self.home, _home(now))
        _say(self.flags, ", ".join(pupil.flags) or "None.")
        protected = "Protected: what could give the place away is never shared or printed."
        _say(self.place, protected if pupil.protected else "Not protected.")
        _say(self.names, "\n".join(now.names))
        self.buttons["protect"].setText("Protect no longer…" if pupil.protected else "Protect…")
        self.buttons["protect"].setAccessibleName(self.buttons["protect"].text())
        here = now.here is not None
        offered = {
            "leave": here,
            "return": not here,
            "move": here,
            "dual": here,
            "apart": bool(now.siblings),
        }
        self._offer({it for it in _DEEDS if self._may_change and offered.get(it, True)})
        self._show_links(now.siblings)
        self._show_suggestions(now.suggested if self._may_change else ())

    def _offer(self, wanted: Collection[str]) -> None:
        """Show the buttons of these deeds side by side, without holes for the others."""
        for flow, deeds in self._rows:
            while flow.takeAt(0) is not None:
                pass  # the buttons themselves stay on their page
            for deed in deeds:
                made = self.buttons[deed]
                if deed in wanted:
                    _put(flow, made)
                made.setVisible(deed in wanted)
            flow.invalidate()

    def _show_links(self, siblings: Sequence[Sibling]) -> None:
        _empty(self._links)
        for each in siblings:
            link = button(each.name.replace("&", "&&"), "quiet", "user")
            link.clicked.connect(lambda _on=False, who=each.pupil: self.visited.emit(who))
            _put(self._links, link)
        self._siblings.setVisible(bool(siblings))

    def _show_suggestions(self, suggested: Sequence[Sibling]) -> None:
        _empty(self._suggestions)
        for each in suggested:
            words = f"{each.name} {each.why}: together?".replace("&", "&&")
            made = button(words, "small", "plus")
            made.clicked.connect(
                lambda _on=False, who=each.pupil: self.wanted.emit("together", who)
            )
            _put(self._suggestions, made)
        self._maybe.setVisible(bool(suggested))


def _home(now: Details) -> str:
    if now.siblings:
        return "Lives with:"
    if now.suggested:
        return "No other child is known to live here. Perhaps:"
    return "No other child is known to live here."


def _say(where: QLabel, words: str) -> None:
    where.setText(words)


def _put(flow: FlowLayout, made: QPushButton) -> None:
    """Add a button that is no wider than its words."""
    flow.addWidget(made)
    flow.setAlignment(made, Qt.AlignmentFlag.AlignLeft)


def _flowing() -> tuple[QWidget, FlowLayout]:
    frame = QWidget()
    flow = FlowLayout(look().px(8))
    flow.setContentsMargins(0, 0, 0, 0)
    frame.setLayout(flow)
    return frame, flow


def _empty(flow: FlowLayout) -> None:
    while (item := flow.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
