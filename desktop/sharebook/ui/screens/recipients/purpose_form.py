"""The fields of one purpose: what is shared, why, on which basis, how, how often, about whom."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from sharebook.catalogues.choosing import for_school
from sharebook.domain.catalogue import Row
from sharebook.domain.flows import CohortRule, Flow, Reach
from sharebook.domain.names import NO_CODE, Code
from sharebook.ui.look import look
from sharebook.ui.screens.recipients.kept import choose_kept
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.picker import Picker, among
from sharebook.ui.widgets.popup import Choice

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

_BASIS = ("lawful_basis", "condition", "schedule1", "gateway")
_WHO = (("Everyone on roll", Reach.ALL), ("Year groups", Reach.YEARS), ("Classes", Reach.CLASSES))
_LISTS = {
    "lawful_basis": ("lawful_bases", "Lawful &basis"),
    "condition": ("conditions", "For sensitive data, a &second condition"),
    "schedule1": ("schedule1", "And from the Data Protection &Act"),
    "gateway": ("gateways", "The &law that says so"),
    "method": ("methods", "&How it is sent"),
    "cycle": ("cycles", "How &often"),
}


class PurposeForm(QWidget):
    """Edits a Flow.

    Signals:
        changed: something was chosen or typed.
    """

    changed = Signal()

    def __init__(self, desk: "Desk", flow: Flow, units: Iterable[str]) -> None:
        super().__init__()
        self._desk = desk
        self._flow = flow
        school, today = desk.school(), desk.clock.today()
        self._offered = for_school(desk.catalogues, school.kind, school.nation, today)
        self.purpose = QLineEdit(flow.purpose)
        self.unit = Combo([("The whole of it", ""), *((unit, unit) for unit in units)])
        items = [Choice(row.words, code, row.group) for code, row in self._offered.items.items()]
        self.items = Picker(among(items), "Type a word: name, allergy …", several=True)
        self.notice_line = QLineEdit(flow.notice_line)
        self.starts = DateField(desk.clock, ahead=True)
        self.who = Combo(_WHO)
        self.groups = Picker(among(()), "Type a year or a class", several=True)
        headings = [(each.words, each.code) for each in desk.book.headings()]
        self.combos = {
            name: Combo(self._rows(catalogue)) for name, (catalogue, _) in _LISTS.items()
        }
        self.combos["heading"] = Combo([("Not in the notice", NO_CODE), *headings])
        self.fields = self._fields()
        self._lay_out()
        self._show()
        self._connect()

    def _rows(self, catalogue: str) -> list[tuple[str, object]]:
        offered: Mapping[Code, Row] = getattr(self._offered, catalogue)
        return [("Not said", NO_CODE), *((row.words, code) for code, row in offered.items())]

    def _fields(self) -> dict[str, Field]:
        fields = {
            "purpose": Field("purpose", "&What for, as a family should hear it", self.purpose),
            "items": Field("items", "What is share&d", self.items),
            **{name: Field(name, _LISTS[name][1], self.combos[name]) for name in _BASIS},
            "heading": Field("heading", "In the &notice under", self.combos["heading"]),
            "notice_line": Field("notice_line", "L&ine in the notice", self.notice_line),
            "method": Field("method", _LISTS["method"][1], self.combos["method"]),
            "cycle": Field("cycle", _LISTS["cycle"][1], self.combos["cycle"]),
            "unit": Field("unit", "Which &part of it", self.unit),
            "starts": Field("starts", "&From", self.starts),
            "who": Field("who", "About who&m", self.who),
            "groups": Field("groups", "Which on&es", self.groups),
        }
        for combo in (*self.combos.values(), self.unit, self.who):
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
        return fields

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, look().px(8), 0)
        grid.setHorizontalSpacing(look().px(14))
        grid.setVerticalSpacing(look().px(10))
        place = 0
        for name, field in self.fields.items():
            wide = name in {"purpose", "items"}
            across = 2 if wide else 1
            grid.addWidget(field, place // 2, place % 2, 1, across, Qt.AlignmentFlag.AlignTop)
            place += across
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(place // 2 + 1, 1)

    def _show(self) -> None:
        flow, rows = self._flow, self._desk.catalogues.items
        picked = [Choice(rows[code].words, code) for code in flow.items if code in rows]
        self.items.show_picked(picked)
        for name, combo in self.combos.items():
            self._choose(name, combo, getattr(flow.basis if name in _BASIS else flow, name))
        choose_kept(self.unit, Code(flow.unit), {})
        self.who.choose(flow.covers.reach)
        self.groups.show_picked([Choice(value, value) for value in flow.covers.values])
        self.starts.show_day(self._desk.clock.today())
        self._on_who()

    def _choose(self, name: str, combo: Combo, code: Code) -> None:
        catalogue = _LISTS[name][0] if name in _LISTS else "headings"
        choose_kept(combo, code, getattr(self._desk.catalogues, catalogue))

    def _connect(self) -> None:
        for edit in (self.purpose, self.notice_line):
            edit.textEdited.connect(self.changed)
        for combo in (*self.combos.values(), self.unit):
            combo.activated.connect(self.changed)
        for picker in (self.items, self.groups):
            picker.changed.connect(self.changed)
        self.starts.chosen.connect(self.changed)
        self.who.activated.connect(self._on_who)

    def _on_who(self) -> None:
        reach = self.who.currentData()
        kind = {Reach.YEARS: "year", Reach.CLASSES: "class"}.get(reach, "")
        groups = self._desk.choosing.groups(self._desk.clock.today())
        names = [Choice(each.name, each.name) for each in groups if each.kind == kind]
        self.groups.draw_from(among(names))
        self.groups.setEnabled(bool(kind))
        if reach is not self._flow.covers.reach:
            self.groups.show_picked([])
        self.changed.emit()

    @property
    def first_day(self) -> date:
        """The day the purpose, or its new version, begins."""
        return self.starts.day or self._desk.clock.today()

    @property
    def flow(self) -> Flow:
        """What the form says."""
        codes: dict[str, Any] = {name: box.currentData() for name, box in self.combos.items()}
        basis = replace(self._flow.basis, **{name: codes.pop(name) for name in _BASIS})
        return replace(
            self._flow,
            **codes,
            purpose=self.purpose.text().strip(),
            unit=self.unit.currentData() or "",
            items=tuple(Code(str(value)) for value in self.items.values),
            basis=basis,
            notice_line=self.notice_line.text().strip(),
            covers=self._covers(),
            valid_from=self.first_day,
        )

    def _covers(self) -> CohortRule:
        reach = self.who.currentData()
        if reach is None:  # picked pupils or a flag, which this form leaves as they are
            return self._flow.covers
        values = tuple(str(value) for value in self.groups.values)
        return CohortRule(reach, values if reach is not Reach.ALL else ())

    def take(self, name: str, code: Code) -> None:
        """Choose the usual right choice that a check offers."""
        if name in self.combos and code:
            self._choose(name, self.combos[name], code)
            self.changed.emit()
