"""A roll with everything that makes lists hard: accents, twins, namesakes, leavers, old names."""

from datetime import date

from sharebook.domain.flows import CohortRule, Reach
from sharebook.domain.names import Code, FlowId, PupilId, SpellId
from sharebook.domain.pupils import Pupil, Spell
from sharebook.store.register import SqlRegister
from tests.builders import a_flow, an_exclusion

TODAY = date(2026, 9, 14)
_BEGAN = date(2022, 9, 1)
_UPN = "R674123101121"
# forename, surname, known as, former, UPN, admission number, year, class, born, left on
_ROLL = (
    ("Junipera", "Sampleton", "Juno", "", _UPN, "001201", "4", "4K", (2018, 3, 14), None),
    ("Kit", "Sampleton", "", "", "", "1202", "2", "Wren", (2020, 5, 2), None),
    ("Otis", "Pretendy", "", "Imagini", "", "1203", "4", "4K", (2018, 1, 9), None),
    ("Bea", "O’Exampleby", "", "", "", "1204", "4", "4K", (2018, 6, 30), None),
    ("Ẹniọlá", "Przykładowska-Featherhaugh", "", "", "", "1205", "6", "Heron", (2016, 2, 1), None),
    ("Anne-Marie", "Van der Pretend", "", "", "", "1206", "4", "Red Kite", (2018, 2, 3), None),
    ("Ada", "Nobodata", "", "", "", "1207", "4", "4K", (2018, 8, 20), None),
    ("Ada", "Nobodata", "", "", "", "1208", "6", "Heron", (2016, 8, 20), None),
    ("Lou", "Goneby", "", "", "", "1209", "6", "Heron", (2015, 8, 20), (2026, 7, 20)),
    ("Wren", "Heron", "", "", "", "1210", "2", "Wren", (2020, 8, 20), None),
    ("Ama", "Twinsley", "", "", "", "1211", "2", "Wren", (2020, 4, 4), None),
    ("Amy", "Twinsley", "", "", "", "1212", "2", "Wren", (2020, 4, 4), None),
    ("Pip", "Hidden", "", "", "", "1213", "N2", "Nursery", (2022, 4, 4), None),
    ("Tom", "Nurserly", "", "", "", "1214", "N2", "Nursery", (2022, 3, 4), None),
)  # fmt: skip
JUNO, KIT, OTIS, BEA, ENIOLA, ANNE, ADA_4, ADA_6, LOU, WREN, AMA, AMY, PIP, TOM = map(
    PupilId, range(1, 15)
)
CATERER_FLOW, NURSERY_FLOW, CASE_FLOW = FlowId(11), FlowId(12), FlowId(13)


def fill(register: SqlRegister) -> None:
    """Write the roll, and three flows of the first recipient with Otis shut out of it."""
    with register.writing("Pat Inkwell") as writer:
        for place, row in enumerate(_ROLL, 1):
            first, last, known, former, upn, number, year, room, born, left = row
            writer.add(
                Pupil(
                    PupilId(place),
                    last,
                    first,
                    date(*born),
                    upn,
                    "permanent" if upn else "none",
                    known,
                    (former,) if former else (),
                    (),
                    number,
                    protected=first == "Pip",
                    flags=("free meals",) if place < 3 else (),
                )
            )
            ended = date(*left) if left else None
            writer.add(Spell(SpellId(place), PupilId(place), year, room, _BEGAN, ended))
        nursery = CohortRule(Reach.YEARS, ("N2",))
        writer.add(a_flow(id=CATERER_FLOW, items=(Code("name"), Code("class"))))
        writer.add(a_flow(id=NURSERY_FLOW, covers=nursery, protected_off=True))
        writer.add(a_flow(id=CASE_FLOW, cycle=Code("case_by_case")))
        writer.add(an_exclusion(pupil=OTIS))
