"""A list in any shape finds exactly the child that is meant, or asks; nobody is guessed."""

import zipfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharebook.domain.errors import Refused
from sharebook.domain.names import Code, RecipientId
from sharebook.services.book import Book
from sharebook.services.choosing import Choosing
from sharebook.services.gathering import About, Found, Gathering
from sharebook.store.creating import create_database
from sharebook.store.register import SqlRegister
from tests.builders import a_recipient, a_school, catalogues
from tests.conftest import StillClock
from tests.services import gathered_school as at
from tests.services.gathered_school import TODAY

KEY = bytes(range(32))


@dataclass(frozen=True)
class Hall:
    register: SqlRegister
    choosing: Choosing
    gathering: Gathering


@pytest.fixture(scope="module")
def hall(tmp_path_factory):
    clock = StillClock(datetime(2026, 9, 14, 10, 40, tzinfo=UTC))
    place = tmp_path_factory.mktemp("lists") / "register-1.db"
    register = SqlRegister(create_database(place, KEY, "a" * 32), clock)
    with register.writing("Pat Inkwell") as writer:
        writer.add(a_school())
        writer.add(a_recipient())
    at.fill(register)
    choosing = Choosing(register)
    yield Hall(register, choosing, Gathering(choosing, Book(register), catalogues(), clock))
    register.close()


def read(hall, text, **about):
    return hall.gathering.read(text, About(TODAY, **about))


def one(hall, text, **about):
    (line,) = read(hall, text, **about).lines
    return line


@pytest.mark.parametrize(
    ("text", "pupil"),
    [
        ("Sampleton, Juno", at.JUNO),
        ("Juno Sampleton 4K", at.JUNO),
        ("Junipera Sampleton (4K)", at.JUNO),
        ("Junipera (Juno) Sampleton", at.JUNO),
        ("SAMPLETON Juno", at.JUNO),
        ("1. Juno Sampleton - Year 4", at.JUNO),
        ("• Juno Sampleton, 14/03/2018", at.JUNO),
        ("R 6741 2310 1121", at.JUNO),
        ("r674123101121", at.JUNO),
        ("UPN: R674123101121 Juno Sampleton", at.JUNO),
        ("Juno Sampleton\t4K\tPupil premium", at.JUNO),
        ('"Sampleton, Juno",4K', at.JUNO),
        ("001201", at.JUNO),
        ("1201", at.JUNO),
        ("Otis Imagini", at.OTIS),
        ("bea oexampleby", at.BEA),
        ("Bea O'Exampleby", at.BEA),
        ("Bea O Exampleby", at.BEA),
        ("Eniola Przykladowska Featherhaugh", at.ENIOLA),
        ("przykładowska-featherhaugh, ẹniọlá", at.ENIOLA),
        ("Anne Marie van der Pretend Red Kite", at.ANNE),
        ("Ada Nobodata 4K", at.ADA_4),
        ("Ada Nobodata 20.08.2016", at.ADA_6),
        ("Ada Nobodata, Heron", at.ADA_6),
        ("Wren Heron Wren", at.WREN),
        ("Amy Twinsley 04/04/2020", at.AMY),
    ],
)
def test_a_line_finds_its_child(hall, text, pupil):
    line = one(hall, text)

    assert (line.found, line.pupils) == (Found.SURE, (pupil,))


@pytest.mark.parametrize(
    ("text", "pupils"),
    [
        ("Ada Nobodata", {at.ADA_4, at.ADA_6}),
        ("Twinsley", {at.AMA, at.AMY}),
        ("A Twinsley", {at.AMA, at.AMY}),
        ("Juno", {at.JUNO}),
        ("Juno Alice Sampleton", {at.JUNO}),
        ("Juno Sampleton 1/1/2019", {at.JUNO}),
        ("Kit Sampleton R674123101121", {at.JUNO, at.KIT}),
        ("Juno Sampleton H801200001001", {at.JUNO}),
        ("Kit Samplton", {at.KIT}),
    ],
)
def test_what_leaves_a_doubt_is_asked(hall, text, pupils):
    line = one(hall, text)

    assert (line.found, set(line.pupils)) == (Found.SEVERAL, pupils)


def test_a_stranger_is_not_found(hall):
    assert one(hall, "Zed Unlikely 4K").found is Found.NOBODY


def test_several_children_may_stand_on_one_line(hall):
    found = read(hall, "Juno Sampleton; Kit Sampleton, Bea O'Exampleby and Amy Twinsley")

    assert found.sure == (at.JUNO, at.KIT, at.BEA, at.AMY)


def test_nobody_on_a_line_is_lost_in_silence(hall):
    found = read(hall, "Juno Sampleton, Kit Samplton, Zed Unlikely, 4K")

    assert [line.found for line in found.lines] == [Found.SURE, Found.SEVERAL, Found.NOBODY]


def test_columns_with_headings_are_read_as_they_say(hall):
    text = "Surname\tForename\tDOB\tReg\nNobodata\tAda\t20/08/2018\t4K\nSampleton\tJuno\t\t\n"

    found = read(hall, text)

    assert found.sure == (at.ADA_4, at.JUNO)
    assert [line.row for line in found.lines] == [2, 3]


def test_leavers_twice_and_shut_out_are_told_and_not_taken(hall):
    text = "Lou Goneby\nJuno Sampleton\nSampleton, Juno\nOtis Pretendy\nKit Sampleton"

    found = read(hall, text, recipient=RecipientId(1), chosen=frozenset({at.KIT}))

    assert [line.found for line in found.lines] == [
        Found.LEFT,
        Found.SURE,
        Found.TWICE,
        Found.SHUT_OUT,
        Found.TWICE,
    ]
    assert [line.first for line in found.of(Found.TWICE)] == [2, 0]
    assert found.sure == (at.JUNO,)


def test_a_leaver_was_on_roll_then(hall):
    day = TODAY.replace(month=5)

    assert hall.gathering.read("Lou Goneby", About(day)).sure == (at.LOU,)


def test_a_protected_child_is_left_out_where_an_address_goes(hall):
    assert one(hall, "Pip Hidden").found is Found.SURE
    assert one(hall, "Pip Hidden", items=(Code("protected_address"),)).found is Found.PROTECTED


def test_a_workbook_is_read_with_its_dates(hall):
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        page = book.add_worksheet()
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        page.write_row(0, 0, ["List for the trip"])
        page.write_row(1, 0, ["Pupil name", "Date of birth"])
        page.write_row(2, 0, ["Nobodata, Ada"])
        page.write_datetime(2, 1, TODAY.replace(2016, 8, 20), day)

    found = hall.gathering.read_file("trip.xlsx", made.getvalue(), About(TODAY))

    assert found.sure == (at.ADA_6,)


@pytest.mark.parametrize("data", [b"PK\x03\x04 but no more", b"PK\x03\x04" + bytes(5_000)])
def test_a_broken_workbook_is_refused(hall, data):
    with pytest.raises(Refused, match="list_workbook_broken"):
        hall.gathering.read_file("trip.xlsx", data, About(TODAY))


def workbook(*rows):
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        page = book.add_worksheet()
        for number, cells in rows:
            page.write_row(number, 0, cells)
    return made.getvalue()


def test_a_workbook_longer_or_wider_than_any_list_is_refused(hall):
    for rows in ([(1_000_000, ["Juno Sampleton"])], [(0, ["x"] * 300)]):
        with pytest.raises(Refused, match="list_workbook_broken"):
            hall.gathering.read_file("trip.xlsx", workbook(*rows), About(TODAY))


def test_a_workbook_with_a_document_type_is_refused(hall):
    bomb = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(workbook((0, ["Juno Sampleton"])))) as good,
        zipfile.ZipFile(bomb, "w") as made,
    ):
        for part in good.infolist():
            text = good.read(part)
            if part.filename == "xl/sharedStrings.xml":
                doctype = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
                text = text.replace(b"<sst ", doctype + b"<sst ", 1)
            made.writestr(part.filename, text)

    with pytest.raises(Refused, match="list_workbook_broken"):
        hall.gathering.read_file("trip.xlsx", bomb.getvalue(), About(TODAY))


def test_an_empty_list_and_an_endless_one_are_refused(hall):
    with pytest.raises(Refused, match="list_empty"):
        read(hall, " \n\t\n")
    with pytest.raises(Refused, match="list_too_long"):
        read(hall, "Juno Sampleton\n" * 5_001)


def test_a_flow_takes_in_whom_its_rule_says_with_the_left_out_named(hall):
    everyone = hall.gathering.taken(at.CATERER_FLOW, TODAY)
    nursery = hall.gathering.taken(at.NURSERY_FLOW, TODAY)

    assert len(everyone.pupils) == 13
    assert everyone.out == {at.OTIS: Found.SHUT_OUT}
    assert set(nursery.pupils) == {at.PIP, at.TOM}
    assert nursery.out == {at.PIP: Found.PROTECTED}


def test_a_flow_decided_case_by_case_takes_nobody_in(hall):
    assert hall.gathering.taken(at.CASE_FLOW, TODAY).pupils == ()


SHAPES = (
    "{first} {last}",
    "{last}, {first}",
    "{last} {first}",
    "{first} {last} {room}",
    "{first} {last} ({room})",
    "{last}, {first}, {room}",
    "{last}\t{first}\t{born}",
    "{first} {last} {born}",
    "{number}",
    "3) {first} {last} - year {year}",
    "{known} {last}, {room}",
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_every_child_of_the_roll_is_found_or_asked_about_in_every_shape(hall, data):
    each = data.draw(st.sampled_from(hall.choosing.everyone(TODAY)), "child")
    shape = data.draw(st.sampled_from(SHAPES), "shape")
    change = data.draw(st.sampled_from((str, str.upper, str.lower)), "case")
    heard = data.draw(st.sampled_from(("", "’", "'")), "apostrophe")
    pupil = each.pupil
    text = shape.format(
        first=pupil.forename,
        last=pupil.surname,
        known=pupil.called,
        room=each.spell.class_name,
        year=each.spell.year,
        born=pupil.born.strftime("%d/%m/%Y"),
        number=pupil.upn or pupil.admission_number,
    )

    found = read(hall, change(text.replace("’", heard)))

    assert found.lines
    assert all(line.found is not Found.NOBODY for line in found.lines)
    assert any(pupil.id in line.pupils for line in found.lines)
    assert set(found.sure) <= {pupil.id}


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=80))
def test_no_text_makes_it_stumble(hall, text):
    with suppress(Refused):  # nothing in it
        found = read(hall, text)
        assert all(line.pupils or line.found is Found.NOBODY for line in found.lines)
