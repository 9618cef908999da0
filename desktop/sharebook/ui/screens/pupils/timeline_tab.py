"""The timeline tab: the child's story of the last twelve months, or all of it."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from sharebook.ui.screens.pupils.story import Story
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.nothing import Nothing
from sharebook.ui.widgets.timeline import Timeline
from sharebook.words.days import count

Period = Callable[[], date]  # the first day of the last twelve months


class TimelineTab(QStackedWidget):
    """Shows the story.

    Signals:
        opened: the number of an entry a person opened.

    Attributes:
        period: which part of the story; the page puts it beside the tabs.
    """

    opened = Signal(object)

    def __init__(self, since: Period) -> None:
        super().__init__()
        self._since = since
        self._story: tuple[Story, ...] = ()
        self.period = Combo([("Last 12 months", True), ("From the beginning", False)], "Period")
        self.period.setSizeAdjustPolicy(
            Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.period.setMinimumContentsLength(11)
        self.moments = Timeline("Timeline")
        self.nothing = Nothing("clock", "Nothing in the last 12 months")
        self.all = button("Show from the beginning", "go")
        self.nothing.offer(self.all)
        self.addWidget(self.moments)
        self.addWidget(self.nothing)
        self.period.activated.connect(self._sift)
        self.moments.opened.connect(self._on_opened)
        self.all.clicked.connect(self._on_all)

    def show_story(self, story: Sequence[Story]) -> None:
        """Show this story, newest first."""
        self._story = tuple(story)
        self._sift()

    def _sift(self) -> None:
        first = self._since() if self.period.currentData() else date.min
        shown = [each.moment for each in self._story if each.day >= first]
        self.moments.show_moments(shown)
        if not shown:
            earlier = f"{count(len(self._story), 'thing')} before that" if self._story else ""
            self.nothing.say("Nothing in the last 12 months", earlier)
            self.all.setVisible(bool(self._story))
        self.setCurrentWidget(self.moments if shown else self.nothing)

    def _on_all(self) -> None:
        self.period.choose(False)
        self._sift()

    def _on_opened(self, about: object) -> None:
        if about is not None:
            self.opened.emit(about)
