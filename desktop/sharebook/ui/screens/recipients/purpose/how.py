"""How it is sent, how often, and how it is kept safe: a set, what of it does not hold, and more."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.flows import Flow
from sharebook.domain.names import NO_CODE, SafeguardSetId
from sharebook.services.safeguarding_sets import worded
from sharebook.ui.screens.recipients.kept import choose_kept
from sharebook.ui.screens.recipients.laying import in_two, narrow
from sharebook.ui.screens.recipients.purpose.part import Part, choices_of, codes_of, rows_of
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.picker import Picker, among
from sharebook.ui.widgets.popup import Choice

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk


_BOTTOM = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft


class HowPart(Part):
    """The third page.

    Signals:
        sets: a person wants to make or change a set.
    """

    sets = Signal()

    def __init__(self, desk: "Desk", offered: Catalogues) -> None:
        super().__init__(desk, offered)
        self.combos["method"] = Combo(rows_of(offered.methods))
        self.combos["cycle"] = Combo(rows_of(offered.cycles))
        self.safe_set = Combo()
        self.own = Picker(among(self._all()), "Type a word: encrypted, receipt …", several=True)
        self.but = Picker(among(()), "Everything in the set holds", several=True)
        self.make = button("Sets of safe&guards …", "small", "shield")
        self.said = label("", "small", wrap=True)
        narrow(*self.combos.values(), self.safe_set)
        self.fields = {
            "method": Field("method", "&How it is sent", self.combos["method"]),
            "cycle": Field("cycle", "How &often", self.combos["cycle"]),
            "safeguard_set": Field("safeguard_set", "&Kept safe as", self.safe_set),
            "safeguards_except": Field("safeguards_except", "E&xcept", self.but),
            "safeguards": Field("safeguards", "&Also, or instead", self.own),
        }
        fields = self.fields
        wide = (fields["safeguards_except"], fields["safeguards"], self.said)
        parts = [fields["method"], fields["cycle"], fields["safeguard_set"], self.make, *wide]
        grid = in_two(self, parts, wide)
        grid.setAlignment(self.make, _BOTTOM)
        self.changed.connect(self._sift)
        self.make.clicked.connect(self.sets)
        self.listen()

    def _all(self) -> list[Choice]:
        return [Choice(row.words, code) for code, row in self.offered.safeguards.items()]

    def show_flow(self, flow: Flow) -> None:
        """Show what a flow says."""
        rows = self.desk.catalogues
        choose_kept(self.combos["method"], flow.method, rows.methods)
        choose_kept(self.combos["cycle"], flow.cycle, rows.cycles)
        self.show_sets(flow.safeguard_set)
        self.own.show_picked(choices_of(rows.safeguards, flow.safeguards))
        self.but.show_picked(choices_of(rows.safeguards, flow.safeguards_except))
        self._sift()

    def show_sets(self, chosen: SafeguardSetId | None) -> None:
        """Offer the sets there are, with `chosen` chosen even if it is offered no more."""
        sets = self.desk.book.safeguard_sets()
        offered = self.desk.map.safeguarding.offered()
        kept = sets.get(chosen) if chosen is not None else None
        if kept is not None and kept not in offered:
            offered.append(kept)
        self.safe_set.offer([("No set", 0), *((each.name, int(each.id)) for each in offered)])
        self.safe_set.choose(int(chosen or 0))
        self._sift()

    @property
    def chosen_set(self) -> SafeguardSetId | None:
        """The set chosen."""
        number = self.safe_set.currentData()
        return SafeguardSetId(number) if number else None

    def told(self, flow: Flow) -> Flow:
        """Return `flow` with what this page says."""
        return replace(
            flow,
            method=self.combos["method"].currentData() or NO_CODE,
            cycle=self.combos["cycle"].currentData() or NO_CODE,
            safeguard_set=self.chosen_set,
            safeguards_except=codes_of(self.but) if self.chosen_set else (),
            safeguards=codes_of(self.own),
        )

    def _sift(self) -> None:
        sets, rows = self.desk.book.safeguard_sets(), self.desk.catalogues
        shared = sets.get(self.chosen_set) if self.chosen_set else None
        self.fields["safeguards_except"].setVisible(shared is not None)
        codes = shared.safeguards if shared else ()
        self.but.draw_from(among(choices_of(rows.safeguards, codes)))
        held = [rows.safeguards[code].words for code in codes if code in rows.safeguards]
        self.said.setText(f"In the set: {', '.join(held)}." if held else "")
        self.said.setVisible(bool(held))

    def sentence(self, flow: Flow) -> str:
        """Return the safeguards as an agreement says them."""
        return worded(flow, self.desk.book.safeguard_sets(), self.desk.catalogues)
