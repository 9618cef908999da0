"""The form of one purpose, on five pages: what for, by which right, how, about whom, in use."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.catalogues.choosing import for_school
from sharebook.domain.flows import Flow
from sharebook.domain.names import Code
from sharebook.domain.recipients import Recipient
from sharebook.ui.screens.recipients.purpose.how import HowPart
from sharebook.ui.screens.recipients.purpose.part import Part
from sharebook.ui.screens.recipients.purpose.pupils import PupilsPart
from sharebook.ui.screens.recipients.purpose.right import RightPart
from sharebook.ui.screens.recipients.purpose.standing import StandingPart
from sharebook.ui.screens.recipients.purpose.what import WhatPart
from sharebook.ui.screens.recipients.tabs import Tabs
from sharebook.ui.widgets.field import Field

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

_ITEMS = "items"  # what a step of a check may take something out of


class PurposeForm(QWidget):
    """Edits a Flow.

    Signals:
        changed: something was chosen or typed.
    """

    changed = Signal()

    def __init__(self, desk: "Desk", flow: Flow, to: Recipient) -> None:
        super().__init__()
        self._desk = desk
        self._flow = flow
        school, today = desk.school(), desk.clock.today()
        offered = for_school(desk.catalogues, school.kind, school.nation, today)
        self.what = WhatPart(desk, offered, to.units)
        self.right = RightPart(desk, offered)
        self.how = HowPart(desk, offered)
        self.whom = PupilsPart(desk, offered)
        self.standing = StandingPart(desk, offered, to)
        self.pages: tuple[Part, ...] = (
            *(self.what, self.right, self.how, self.whom, self.standing),
        )
        titles = ("What for", "By which right", "How", "About whom", "In use")
        self.tabs = Tabs(list(zip(titles, self.pages, strict=True)), "Pages of this form")
        self.fields: dict[str, Field] = {}
        for page in self.pages:
            self.fields |= page.fields
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.show_flow(flow)
        for page in self.pages:
            page.changed.connect(self._on_changed)

    @property
    def purpose(self) -> QWidget:
        """The first line."""
        return self.what.purpose

    def show_flow(self, flow: Flow) -> None:
        """Show what a flow says; the day it begins is today's unless it is new or half-typed."""
        for page in self.pages:
            page.show_flow(flow)
        self._count()

    def show_again(self, flow: Flow) -> None:
        """Show what was half-typed, with its day."""
        self.what.starts.show_day(flow.valid_from)
        self.show_flow(flow)
        self.changed.emit()

    @property
    def first_day(self) -> date:
        """The day the purpose, or its new version, begins."""
        return self.what.starts.day or self._desk.clock.today()

    @property
    def flow(self) -> Flow:
        """What the form says."""
        told = self._flow
        for page in self.pages:
            told = page.told(told)
        return told

    def take(self, name: str, code: Code) -> None:
        """Choose the usual right choice that a check offers."""
        if not code:
            return
        if name == _ITEMS:
            gone = set(code.split(","))
            kept = [it for it in self.what.items.choices if str(it.value) not in gone]
            self.what.items.show_picked(kept)
            self.what.items.changed.emit(self.what.items.values)
        elif name in self.right.combos:
            self.right.choose(name, code)
        elif name in self.how.combos:
            self.how.combos[name].choose(code)
            self.how.changed.emit()

    def _on_changed(self) -> None:
        self.right.show_items(self.what.told(self._flow).items)
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        today = self._desk.clock.today()
        flow = replace(self.whom.told(self._flow), id=self._flow.id)
        self.whom.show_reached(self._desk.map.reaching.on(flow, today))
