"""Whether it may be used, under which agreement, and where it goes from there."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.flows import Flow, Standing
from sharebook.domain.names import NO_CODE, AgreementId
from sharebook.domain.recipients import Recipient
from sharebook.ui.screens.recipients.abroad import Abroad
from sharebook.ui.screens.recipients.laying import in_two, narrow
from sharebook.ui.screens.recipients.purpose.part import Part
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.field import Field

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

_STANDING = (
    ("In use", Standing.ACTIVE.value),
    ("Only in the case described", Standing.CONDITIONAL.value),
    ("Still to be agreed: nothing may be sent", Standing.RESERVED.value),
)


class StandingPart(Part):
    """The last page."""

    def __init__(self, desk: "Desk", offered: Catalogues, to: Recipient) -> None:
        super().__init__(desk, offered)
        self.standing = Combo(_STANDING)
        self.condition = QLineEdit()
        self.agreement = Combo()
        self.onward = QLineEdit()
        country = (
            "Goes to another countr&y",
            f"Empty if it stays where they are ({to.country}). Else two letters: IE, US.",
        )
        self.abroad = Abroad(offered.transfers, desk.catalogues.transfers, *country)
        narrow(self.standing, self.agreement)
        self._to = to
        self.fields = {
            "standing": Field("standing", "&May it be used?", self.standing),
            "condition": Field("condition", "&In which case", self.condition),
            "agreement": Field("agreement", "A&greement", self.agreement),
            "onward": Field("onward", "They may pass it &on to", self.onward),
        }
        parts = [*self.fields.values(), self.abroad]
        in_two(self, parts, (self.fields["condition"], self.abroad))
        self.fields |= self.abroad.fields
        self.abroad.changed.connect(self.changed)
        self.changed.connect(self._sift)
        for name in ("standing", "condition", "agreement", "onward"):
            inner = self.fields[name].inner
            signal = inner.activated if isinstance(inner, Combo) else inner.textEdited  # type: ignore[attr-defined]  # one or the other
            signal.connect(self.changed)

    def show_flow(self, flow: Flow) -> None:
        """Show what a flow says."""
        self.standing.choose(flow.standing.value)
        self.condition.setText(flow.condition)
        mine = [
            each
            for each in self.desk.book.agreements()
            if self._to.id in each.recipients or each.id == flow.agreement
        ]
        self.agreement.offer([("None", 0), *((each.title, int(each.id)) for each in mine)])
        self.agreement.choose(int(flow.agreement or 0))
        self.onward.setText(flow.onward)
        self.abroad.show_words(flow.country, flow.transfer, flow.transfer_assessment)
        self._sift()

    def told(self, flow: Flow) -> Flow:
        """Return `flow` with what this page says."""
        standing = Standing(self.standing.currentData() or Standing.ACTIVE)
        number = self.agreement.currentData()
        country, transfer, assessment = self.abroad.told
        gone = self.abroad.is_abroad
        conditional = standing is Standing.CONDITIONAL
        return replace(
            flow,
            standing=standing,
            condition=self.condition.text().strip() if conditional else "",
            agreement=AgreementId(number) if number else None,
            onward=self.onward.text().strip(),
            country=country,
            transfer=transfer if gone else NO_CODE,
            transfer_assessment=assessment if gone else "",
        )

    def _sift(self) -> None:
        conditional = self.standing.currentData() == Standing.CONDITIONAL.value
        self.fields["condition"].setVisible(conditional)
