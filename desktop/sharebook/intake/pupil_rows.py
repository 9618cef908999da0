"""One row of a pupil file against our policy of what is held and accepted (intake.md 9)."""

import re
from dataclasses import dataclass, field
from datetime import date

from sharebook.domain import upn as upns
from sharebook.domain.names import PupilId, SpellId
from sharebook.domain.preview import PupilRow
from sharebook.domain.pupils import Pupil, Spell
from sharebook.intake.columns import Columns, Field
from sharebook.intake.dates import DateOrder, Said, read_day
from sharebook.intake.folding import hides_marks, tidy
from sharebook.intake.tables import Cells
from sharebook.intake.years import year_of
from sharebook.words.days import short_day

Note = tuple[str, dict[str, object]]  # a sentence code and the values it mentions

_LONGEST_CELL = 1_000
_FORMULA = ("=", "+", "-", "@", "\t")
_NAMES = (Field.LEGAL_SURNAME, Field.LEGAL_FORENAME, Field.KNOWN_AS)
_ROUNDED = re.compile(r"\d+(\.\d+)?E\+\d+", re.ASCII | re.IGNORECASE)
_YOUNGEST, _OLDEST = 1, 20  # years, on the day of leaving or today


@dataclass(slots=True)
class Checked:
    """One row with what was found; held if it has reasons.

    Attributes:
        upn: a sound number, even where the row is held for something else.
        cells: the whole row, to find exact repeats.
    """

    row: int
    who: str
    cells: tuple[str, ...] = ()
    upn: str = ""
    taken: PupilRow | None = None
    reasons: list[Note] = field(default_factory=list)
    warnings: list[Note] = field(default_factory=list)

    def hold(self, code: str, **facts: object) -> None:
        """Keep the row out for the reason `code`."""
        self.reasons.append((code, facts))

    def warn(self, code: str, **facts: object) -> None:
        """Take the row, saying `code` about it."""
        self.warnings.append((code, facts))


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the rows of one table.

    Attributes:
        width: how many cells a row must have.
        orders: order of day and month for each date column.
        widest_number: length of the admission numbers that kept their leading zeros, or 0.
    """

    columns: Columns
    width: int
    orders: dict[Field, DateOrder]
    today: date
    widest_number: int

    def check(self, row: Cells) -> Checked:
        """Return `row` checked on its own, before it is compared with its neighbours."""
        if row.broken:
            checked = Checked(row.row, row.start)
            checked.hold("pupil_quotes_broken")
        elif len(row.cells) != self.width:
            checked = Checked(row.row, self._who(row.cells), row.cells)
            checked.hold("pupil_cells_wrong", cells=len(row.cells), columns=self.width)
        else:
            checked = Checked(row.row, self._who(row.cells), row.cells)
            self._check_cells(checked)
        return checked

    def _check_cells(self, checked: Checked) -> None:
        self._check_text(checked)
        self._check_names(checked)
        entered = self._day(checked, Field.ENTRY)
        left = self._day(checked, Field.LEAVING)
        if entered and left and left < entered:
            checked.hold("pupil_left_before_start", entry=short_day(entered), left=short_day(left))
        born = self._birthday(checked, left)
        checked.upn = self._upn(checked)
        pupil = self._pupil(checked, born or self.today)
        spell, enrolment = self._spell(checked, entered, left), self._cell(checked, Field.ENROLMENT)
        checked.taken = PupilRow(checked.row, pupil, spell, entered, enrolment[:_SHOWN])

    def _cell(self, checked: Checked, name: Field) -> str:
        return tidy(self._raw(checked.cells, name))

    def _raw(self, cells: tuple[str, ...], name: Field) -> str:
        place = self.columns.places.get(name)
        return "" if place is None or place >= len(cells) else cells[place]

    def _who(self, cells: tuple[str, ...]) -> str:
        parts = (self._raw(cells, name) for name in (Field.LEGAL_FORENAME, Field.LEGAL_SURNAME))
        return tidy(" ".join(parts))[:_SHOWN]

    def _check_text(self, checked: Checked) -> None:
        if any("\0" in cell for cell in checked.cells):
            checked.hold("pupil_nul")
        longest = max(map(len, checked.cells), default=0)
        if longest > _LONGEST_CELL:
            checked.hold("pupil_cell_too_long", length=longest, most=_LONGEST_CELL)
        kept = [self._raw(checked.cells, name) for name in self.columns.places]
        if any(hides_marks(cell) for cell in kept):
            checked.warn("pupil_invisible_marks")

    def _check_names(self, checked: Checked) -> None:
        if not self._cell(checked, Field.LEGAL_SURNAME):
            checked.hold("pupil_no_surname")
        elif not self._cell(checked, Field.LEGAL_FORENAME):
            checked.warn("pupil_no_forename")
        raw = [self._raw(checked.cells, name) for name in _NAMES]
        if any(cell.startswith(_FORMULA) or tidy(cell).startswith(_FORMULA) for cell in raw):
            checked.hold("pupil_name_formula")
        for name in (Field.CLASS, Field.YEAR, Field.ADMISSION_NUMBER):
            if self._cell(checked, name).startswith(_FORMULA):
                checked.warn("pupil_text_formula", heading=name.value)

    def _birthday(self, checked: Checked, left: date | None) -> date | None:
        written = self._cell(checked, Field.BORN)
        if not written:
            checked.hold("pupil_no_birthday")
            return None
        said = read_day(written, self.orders[Field.BORN], self.today)
        if said is None:
            checked.hold("pupil_birthday_impossible", written=written[:_SHOWN])
            return None
        self._judge_birthday(checked, said, min(left or self.today, self.today))
        return said.day

    def _judge_birthday(self, checked: Checked, said: Said, last: date) -> None:
        age = last.year - said.day.year - ((last.month, last.day) < (said.day.month, said.day.day))
        if said.day > self.today:
            checked.hold("pupil_birthday_future", born=short_day(said.day))
        elif not _YOUNGEST <= age <= _OLDEST:
            checked.hold("pupil_birthday_implausible", born=short_day(said.day), age=age)
        elif said.short_year:
            checked.warn("pupil_year_short", written=short_day(said.day))

    def _day(self, checked: Checked, name: Field) -> date | None:
        written = self._cell(checked, name)
        if not written:
            return None
        said = read_day(written, self.orders[name], self.today)
        if said is None:
            checked.hold("pupil_date_impossible", heading=name.value, written=written[:_SHOWN])
            return None
        if said.short_year:
            checked.warn("pupil_year_short", written=short_day(said.day))
        return said.day

    def _upn(self, checked: Checked) -> str:
        """Return the tidied number if it is sound, else "" with the reason noted."""
        number = upns.tidy(self._cell(checked, Field.UPN))
        state = upns.state(number)
        if state == upns.NONE:
            checked.warn("pupil_no_upn")
        elif state == upns.TEMPORARY:
            checked.warn("pupil_upn_temporary", upn=number)
        elif not upns.is_well_formed(number):
            checked.hold("pupil_upn_malformed", upn=number[:_SHOWN])
        elif state == upns.UNVERIFIED:
            checked.hold("pupil_upn_letter", upn=number)
        return "" if state == upns.UNVERIFIED else number

    def _pupil(self, checked: Checked, born: date) -> Pupil:
        forename = self._cell(checked, Field.LEGAL_FORENAME)
        known_as = self._cell(checked, Field.KNOWN_AS)
        return Pupil(
            id=PupilId(0),
            surname=self._cell(checked, Field.LEGAL_SURNAME),
            forename=forename,
            born=born,
            upn=checked.upn,
            upn_state=upns.state(checked.upn),
            known_as="" if known_as == forename else known_as,
            former_upns=self._former(checked),
            admission_number=self._number(checked),
        )

    def _former(self, checked: Checked) -> tuple[str, ...]:
        former = upns.tidy(self._cell(checked, Field.FORMER_UPN))
        if not former or former == checked.upn:
            return ()
        checked.warn("pupil_upn_former", upn=former[:_SHOWN])
        return (former,)

    def _number(self, checked: Checked) -> str:
        number = self._cell(checked, Field.ADMISSION_NUMBER)
        short = number.isdigit() and len(number) < self.widest_number
        if _ROUNDED.fullmatch(number) or short:
            checked.warn("pupil_zeros_at_risk", number=number)
        return number

    def _spell(self, checked: Checked, entered: date | None, left: date | None) -> Spell | None:
        written = self._cell(checked, Field.YEAR)
        class_name = self._cell(checked, Field.CLASS)
        year = year_of(written)
        if year is None:
            checked.warn("pupil_year_unknown", written=written[:_SHOWN])
            year = written
        if not (year or class_name or entered):
            return None
        first_day = entered or min(self.today, left or self.today)
        other = self._cell(checked, Field.OTHER_SCHOOL)
        return Spell(
            *(SpellId(0), PupilId(0), year, class_name, first_day, left), other_school=other
        )


_SHOWN = 60  # characters of a strange cell that a sentence repeats
