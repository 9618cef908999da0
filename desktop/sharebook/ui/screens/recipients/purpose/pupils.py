"""Which pupils: the rule with its live figure, and protected children let in by name."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.flows import CohortRule, Flow, Reach
from sharebook.domain.names import PupilId
from sharebook.domain.reach import Reached
from sharebook.ui.screens.recipients.laying import in_two, narrow
from sharebook.ui.screens.recipients.purpose.part import Part
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.picker import Picker, among
from sharebook.ui.widgets.popup import Choice
from sharebook.words.days import count

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

_WHO = (
    ("Everyone on roll", Reach.ALL.value),
    ("Year groups", Reach.YEARS.value),
    ("Classes", Reach.CLASSES.value),
    ("Those with a mark", Reach.FLAG.value),
    ("Picked pupils", Reach.PICKED.value),
)
_KINDS = {Reach.YEARS: "year", Reach.CLASSES: "class"}
_OFF = "&Leave out children whose whereabouts are protected"


class PupilsPart(Part):
    """The fourth page."""

    def __init__(self, desk: "Desk", offered: Catalogues) -> None:
        super().__init__(desk, offered)
        self.who = Combo(_WHO)
        self.groups = Picker(self._find_groups, "Type a year, a class or a mark", several=True)
        self.pupils = Picker(self._find_pupils, "Type a name or a class", several=True)
        self.figure = label("", "b", wrap=True)
        self.left_out = label("", "small", wrap=True)
        self.off = QCheckBox(_OFF)
        self.let_in = Picker(self._find_protected, "Nobody: type a name", several=True)
        narrow(self.who)
        self.fields = {
            "who": Field("who", "About who&m", self.who),
            "groups": Field("groups", "Which on&es", self.groups),
            "pupils": Field("pupils", "Which &pupils", self.pupils),
            "let_in": Field("let_in", "Let &in by name", self.let_in),
        }
        parts = [
            *(self.fields[name] for name in ("who", "groups", "pupils")),
            self.figure,
            self.left_out,
            self.off,
            self.fields["let_in"],
        ]
        in_two(self, parts, parts)
        self.who.activated.connect(self._on_who)
        self.off.clicked.connect(self.changed)
        self.listen()
        self.changed.connect(self._sift)

    def show_flow(self, flow: Flow) -> None:
        """Show what a flow says."""
        rule = flow.covers
        self.who.choose(rule.reach.value)
        self.groups.show_picked([Choice(value, value) for value in rule.values])
        self.pupils.show_picked(self._named(rule.pupils))
        self.off.setChecked(flow.protected_off)
        self.let_in.show_picked(self._named(flow.let_in))
        self._sift()

    @property
    def reach(self) -> Reach:
        """What kind of rule is chosen."""
        return Reach(self.who.currentData() or Reach.ALL)

    def told(self, flow: Flow) -> Flow:
        """Return `flow` with what this page says."""
        return replace(
            flow,
            covers=self._rule(),
            protected_off=self.off.isChecked(),
            let_in=_ids(self.let_in) if self.off.isChecked() else (),
        )

    def show_reached(self, reached: Reached) -> None:
        """Show whom the rule takes in today."""
        self.figure.setText(f"{len(reached.pupils):,} of {reached.on_roll:,} today")
        left = []
        if reached.protected:
            left.append(f"{count(len(reached.protected), 'protected child', 'protected children')}")
        if reached.shut_out:
            left.append(f"{len(reached.shut_out)} shut out by an objection or an order")
        self.left_out.setText(f"Left out: {' and '.join(left)}." if left else "")
        self.left_out.setVisible(bool(left))

    def _rule(self) -> CohortRule:
        reach = self.reach
        if reach is Reach.PICKED:
            return CohortRule(reach, pupils=_ids(self.pupils))
        values = tuple(str(value) for value in self.groups.values)
        return CohortRule(reach, values if reach is not Reach.ALL else ())

    def _on_who(self) -> None:
        self.groups.show_picked([])
        self.changed.emit()

    def _sift(self) -> None:
        reach = self.reach
        self.fields["groups"].setVisible(reach in {*_KINDS, Reach.FLAG})
        self.fields["pupils"].setVisible(reach is Reach.PICKED)
        self.fields["let_in"].setVisible(self.off.isChecked())

    def _find_groups(self, typed: str) -> list[Choice]:
        if self.reach is Reach.FLAG:
            found = self.desk.map.reaching.flags()
        else:
            groups = self.desk.choosing.groups(self.desk.clock.today())
            found = [each.name for each in groups if each.kind == _KINDS.get(self.reach)]
        return list(among([Choice(name, name) for name in found])(typed))

    def _find_pupils(self, typed: str) -> list[Choice]:
        today = self.desk.clock.today()
        there = [each for each in self.desk.choosing.everyone(today) if not each.left]
        return list(
            among(
                [
                    Choice(
                        each.pupil.full_name,
                        int(each.pupil.id),
                        each.spell.class_name if each.spell else "",
                    )
                    for each in there
                ]
            )(typed)
        )

    def _find_protected(self, typed: str) -> list[Choice]:
        known = self.desk.book.protected()
        return list(among([Choice(name, int(pupil)) for pupil, name in known.items()])(typed))

    def _named(self, pupils: tuple[PupilId, ...]) -> list[Choice]:
        names = self.desk.choosing.named()
        return [Choice(names.get(pupil, f"Pupil {pupil}"), int(pupil)) for pupil in pupils]


def _ids(picker: Picker) -> tuple[PupilId, ...]:
    return tuple(PupilId(int(str(value))) for value in picker.values)
