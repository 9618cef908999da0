"""By which right: the basis chain, and where it stands in the school's own notice."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.flows import Flow
from sharebook.domain.names import NO_CODE, Code
from sharebook.ui.screens.recipients.kept import choose_kept
from sharebook.ui.screens.recipients.laying import again, in_two, narrow
from sharebook.ui.screens.recipients.purpose.part import Part, rows_of
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.field import Field

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

_LISTS = {  # part of the chain: its list, and how it is asked for
    "lawful_basis": ("lawful_bases", "Lawful &basis"),
    "gateway": ("gateways", "The &law that says so"),
    "condition": ("conditions", "For sensitive data, a &second condition"),
    "schedule1": ("schedule1", "And from the Data Protection &Act"),
    "criminal": ("schedule1", "For alleged &offences"),
    "no_consent_reason": ("no_consent_reasons", "Why consent is not as&ked"),
    "confidentiality": ("confidentiality", "What is told in con&fidence may go because"),
}
_TEXTS = {
    "policy_document": "Policy docu&ment",
    "override_reason": "Your officer’s &reason for this basis",
}


class RightPart(Part):
    """The second page; what the choices do not ask for is left out of sight."""

    def __init__(self, desk: "Desk", offered: Catalogues) -> None:
        super().__init__(desk, offered)
        for name, (catalogue, words) in _LISTS.items():
            self.combos[name] = Combo(rows_of(getattr(offered, catalogue)))
            self.fields[name] = Field(name, words, self.combos[name])
        self.texts = {name: QLineEdit() for name in _TEXTS}
        for name, words in _TEXTS.items():
            self.fields[name] = Field(name, words, self.texts[name])
        headings = [(each.words, each.code) for each in desk.book.headings()]
        self.combos["heading"] = Combo([("Not in the notice", NO_CODE), *headings])
        self.notice_line = QLineEdit()
        heading = Field("heading", "In the &notice under", self.combos["heading"])
        self.fields["heading"] = heading
        self.fields["notice_line"] = Field("notice_line", "L&ine in the notice", self.notice_line)
        narrow(*self.combos.values())
        self._grid = in_two(self, self.fields.values())
        self._shown: list[str] = []
        self.changed.connect(self._sift)
        self.listen()
        self._criminal = False

    def show_flow(self, flow: Flow) -> None:
        """Show what a flow says."""
        for name in self.combos:
            self._choose(name, getattr(flow if name == "heading" else flow.basis, name))
        for name, line in self.texts.items():
            line.setText(getattr(flow.basis, name))
        self.notice_line.setText(flow.notice_line)
        self.notice_line.setCursorPosition(0)
        self.show_items(flow.items)

    def show_items(self, items: tuple[Code, ...]) -> None:
        """Ask for what these items ask for."""
        rows = self.desk.catalogues.items
        self._criminal = any(code in rows and rows[code].criminal for code in items)
        self._sift()

    def choose(self, name: str, code: Code) -> None:
        """Choose the usual right choice that a check offers."""
        if name in self.combos:
            self._choose(name, code)
            self.changed.emit()

    def told(self, flow: Flow) -> Flow:
        """Return `flow` with what this page says."""
        codes = {name: combo.currentData() or NO_CODE for name, combo in self.combos.items()}
        heading = codes.pop("heading")
        texts = {name: line.text().strip() for name, line in self.texts.items()}
        chain: dict[str, Any] = {**codes, **texts}
        return replace(
            flow,
            basis=replace(flow.basis, **chain),
            heading=heading,
            notice_line=self.notice_line.text().strip(),
        )

    def _choose(self, name: str, code: Code) -> None:
        catalogue = _LISTS[name][0] if name in _LISTS else "headings"
        choose_kept(self.combos[name], code, getattr(self.desk.catalogues, catalogue))

    def _sift(self) -> None:
        """Leave out of sight what nothing asks for and nothing is said in."""
        lists = self.desk.catalogues
        basis = lists.lawful_bases.get(self.combos["lawful_basis"].currentData())
        special = lists.schedule1.get(self.combos["schedule1"].currentData())
        wanted = {
            "criminal": self._criminal,
            "no_consent_reason": special is not None and special.needs_no_consent_reason,
            "policy_document": special is not None and special.needs_policy_document,
            "override_reason": basis is not None and not basis.public_authority_may,
        }
        for name, asked in wanted.items():
            line = self.texts.get(name)
            said = line.text() if line is not None else self.combos[name].currentData()
            self.fields[name].setVisible(asked or bool(said))
        shown = [name for name, field in self.fields.items() if not field.isHidden()]
        if shown != self._shown:
            self._shown = shown
            again(self._grid, [self.fields[name] for name in shown])
