"""The further questions in their parts; each part shows itself only when it matters."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sharebook.bootstrap.desk import Desk
from sharebook.catalogues.choosing import for_school
from sharebook.domain.draft_paths import put_all, read_from
from sharebook.domain.drafts import Draft
from sharebook.ui.look import look
from sharebook.ui.screens.record.answer_fields import (
    is_answered,
    made_for,
    show_in,
    value_in,
)
from sharebook.ui.screens.record.asks import PARTS, Ask, Part
from sharebook.ui.screens.record.law_choices import rows_for
from sharebook.ui.screens.record.matters import Matters
from sharebook.ui.screens.record.rest_row import RestRow
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.labels import label


class RestParts(QWidget):
    """Reads and shows the parts.

    Signals:
        changed: something changed, by a person.

    Attributes:
        rows: every row, by the name of its question.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        school = desk.school()
        today = desk.clock.today()
        self._offered = for_school(desk.catalogues, school.kind, school.nation, today)
        self.rows: dict[str, RestRow] = {}
        self._opened: set[str] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(4))
        self._parts = [(part, self._part(part)) for part in PARTS]

    def _part(self, part: Part) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, look().px(8), 0, 0)
        column.setSpacing(look().px(4))
        column.addWidget(label(part.words, "h3"))
        for ask in part.asks:
            self.rows[ask.name] = row = self._row(ask)
            column.addWidget(row)
        self._column.addWidget(whole)
        return whole

    def _row(self, ask: Ask) -> RestRow:
        field = made_for(ask.kind, self._desk.clock, lambda kind: self._rows_of(ask, kind))
        if isinstance(field, QLineEdit) and ask.hint:
            field.setPlaceholderText(ask.hint)
        if isinstance(field, Combo):
            field.activated.connect(lambda _: self.changed.emit())
        elif isinstance(field, DateField):
            field.chosen.connect(lambda _: self.changed.emit())
        elif isinstance(field, QLineEdit):
            field.textEdited.connect(lambda _: self.changed.emit())
        return RestRow(ask.name, ask.words, field)

    def _rows_of(self, ask: Ask, catalogue: str) -> tuple[object, object]:
        every = getattr(self._desk.catalogues, catalogue)
        chain = rows_for(ask.name, self._offered, self._desk.clock.today())
        return chain or getattr(self._offered, catalogue), every

    @property
    def in_order(self) -> tuple[RestRow, ...]:
        """The rows as they stand under each other."""
        return tuple(self.rows.values())

    def read(self, draft: Draft) -> Draft:
        """Return `draft` with the answers as they stand."""
        said = {ask.path: value_in(self.rows[ask.name].inner) for ask in _asks()}
        return put_all(draft, said)

    def show_draft(self, draft: Draft) -> None:
        """Show a draft's answers, and only the parts that matter."""
        self._opened.clear()
        for ask in _asks():
            show_in(self.rows[ask.name].inner, read_from(draft, ask.path))
            self.rows[ask.name].complain("")

    def show_answer(self, name: str, draft: Draft) -> None:
        """Show one answer of a draft again."""
        ask = next(each for each in _asks() if each.name == name)
        show_in(self.rows[name].inner, read_from(draft, ask.path))

    def open_all(self) -> None:
        """Show every question."""
        self._opened = {ask.name for ask in _asks()}

    def open_one(self, name: str) -> None:
        """Show one question, whether or not it matters."""
        self._opened.add(name)

    def close_all(self) -> None:
        """Show what matters alone."""
        self._opened.clear()

    @property
    def all_open(self) -> bool:
        """Whether every question is shown."""
        return len(self._opened) == len(self.rows)

    def fit(self, matters: Matters, asked: Collection[str]) -> None:
        """Show the questions that matter now, or that a check asks, or that are answered."""
        for part, whole in self._parts:
            shown = [self._fit_row(ask, matters, asked) for ask in part.asks]
            whole.setVisible(any(shown))

    def _fit_row(self, ask: Ask, matters: Matters, asked: Collection[str]) -> bool:
        row = self.rows[ask.name]
        matter = ask.when(matters) or ask.name in asked
        answered = is_answered(row.inner) and not _carried(ask)
        shows = matter or answered or ask.name in self._opened or row.inner.hasFocus()
        row.setVisible(shows)
        empty = not is_answered(row.inner)
        waits = empty and ((ask.waits and ask.when(matters)) or ask.name in asked)
        if empty and not waits:
            row.mark_open()
        else:
            row.mark_gap(missing=waits)
        return shows


def _carried(ask: Ask) -> bool:
    """Say whether an answer comes with a flow or a trigger, and so opens nothing by itself."""
    comes = ask.path.startswith("basis.") or ask.name in {"trigger", "decided_post"}
    return comes and ask.name not in {"confidentiality", "no_consent_reason"}


def _asks() -> Iterable[Ask]:
    return (ask for part in PARTS for ask in part.asks)
