"""What is shared, what for, with which part of the recipient, from which day."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.flows import Flow
from sharebook.domain.names import Code
from sharebook.ui.screens.recipients.kept import choose_kept
from sharebook.ui.screens.recipients.laying import in_two, narrow
from sharebook.ui.screens.recipients.purpose.part import Part, choices_of, codes_of
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.picker import Picker, among
from sharebook.ui.widgets.popup import Choice

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

_HINT = "Type a word: name, allergy …"


class WhatPart(Part):
    """The first page."""

    def __init__(self, desk: "Desk", offered: Catalogues, units: Iterable[str]) -> None:
        super().__init__(desk, offered)
        self.purpose = QLineEdit()
        items = [Choice(row.words, code, row.group) for code, row in offered.items.items()]
        self.items = Picker(among(items), _HINT, several=True)
        self.optional = Picker(among(items), _HINT, several=True)
        self.unit = Combo([("The whole of it", ""), *((unit, unit) for unit in units)])
        self.starts = DateField(desk.clock, ahead=True)
        narrow(self.unit)
        self.fields = {
            "purpose": Field("purpose", "&What for, as a family should hear it", self.purpose),
            "items": Field("items", "What is share&d", self.items),
            "optional_items": Field("optional_items", "&Only where needed", self.optional),
            "unit": Field("unit", "Which &part of it", self.unit),
            "starts": Field("starts", "&From which day", self.starts),
        }
        wide = [self.fields[name] for name in ("purpose", "items", "optional_items")]
        in_two(self, self.fields.values(), wide)
        self.starts.show_day(desk.clock.today())
        self.listen()

    def show_flow(self, flow: Flow) -> None:
        """Show what a flow says; its day is for the form to show."""
        rows = self.desk.catalogues.items
        self.purpose.setText(flow.purpose)
        self.purpose.setCursorPosition(0)
        self.items.show_picked(choices_of(rows, flow.items))
        self.optional.show_picked(choices_of(rows, flow.optional_items))
        choose_kept(self.unit, Code(flow.unit), {})

    def told(self, flow: Flow) -> Flow:
        """Return `flow` with what this page says."""
        items = codes_of(self.items)
        return replace(
            flow,
            purpose=self.purpose.text().strip(),
            items=items,
            optional_items=tuple(code for code in codes_of(self.optional) if code not in items),
            unit=self.unit.currentData() or "",
            valid_from=self.starts.day or self.desk.clock.today(),
        )
