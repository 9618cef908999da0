"""Every row of the policy for pupil files: held, taken with a word, or taken quietly."""

from datetime import date

import pytest

from sharebook.domain.errors import Refused
from sharebook.domain.preview import Outcome, PupilFile
from sharebook.intake.dates import DateOrder
from sharebook.intake.pupils import read_pupils
from sharebook.words.sentences import sentence

TODAY = date(2026, 9, 14)
HEADINGS = "UPN,Surname,Forename,Date of Birth,Year Group,Class\r\n"
JUNO = "B801200005001,Sampleton,Juno,14/03/2017,4,Swift\r\n"
GUS = "R674123101121,Pretendby,Gus,21/05/2018,3,Heron\r\n"


def read(rows: str, headings: str = HEADINGS, order: DateOrder | None = None) -> PupilFile:
    found = read_pupils("pupils.csv", (headings + rows).encode(), TODAY, order)
    for held in found.held:  # every reason has its sentence
        for code, facts in zip(held.codes, held.facts, strict=True):
            assert sentence(code, facts)
    for warning in found.warnings:
        assert sentence(warning.code, warning.facts)
    return found


def reasons(found: PupilFile) -> dict[int, tuple[str, ...]]:
    return {held.row: held.codes for held in found.held}


def warned(found: PupilFile) -> list[tuple[int, str]]:
    return [(warning.row, warning.code) for warning in found.warnings]


def test_a_good_row_is_taken_quietly():
    found = read(JUNO)
    assert (found.held, found.warnings, found.encoding) == ((), (), "UTF-8")
    (row,) = found.rows
    assert (row.pupil.full_name, row.pupil.born) == ("Juno Sampleton", date(2017, 3, 14))
    assert (row.pupil.upn, row.pupil.upn_state) == ("B801200005001", "permanent")
    assert row.spell is not None
    assert (row.spell.year, row.spell.class_name, row.row) == ("4", "Swift", 2)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("B801200005001,,Juno,14/03/2017,4,Swift", "pupil_no_surname"),
        ("B801200005001,Sampleton,Juno,,4,Swift", "pupil_no_birthday"),
        ("B801200005001,Sampleton,Juno,31/02/2017,4,Swift", "pupil_birthday_impossible"),
        ("B801200005001,Sampleton,Juno,soon,4,Swift", "pupil_birthday_impossible"),
        ("B801200005001,Sampleton,Juno,42000,4,Swift", "pupil_birthday_impossible"),
        ("B801200005001,Sampleton,Juno,14/03/2081,4,Swift", "pupil_birthday_future"),
        ("B801200005001,Sampleton,Juno,14/03/1981,4,Swift", "pupil_birthday_implausible"),
        ("B80120000500,Sampleton,Juno,14/03/2017,4,Swift", "pupil_upn_malformed"),
        ("BO01200005001,Sampleton,Juno,14/03/2017,4,Swift", "pupil_upn_malformed"),
        ("A795432100001,Sampleton,Juno,14/03/2017,4,Swift", "pupil_upn_letter"),
        ("B801200005001,Sampleton,Juno,14/03/2017,4", "pupil_cells_wrong"),
        ("B801200005001,Sampleton,Juno,1 Lane, 14/03/2017,4,Swift", "pupil_cells_wrong"),
        ("B801200005001,=HYPERLINK(1),Juno,14/03/2017,4,Swift", "pupil_name_formula"),
        ("B801200005001,Sampleton,+Juno,14/03/2017,4,Swift", "pupil_name_formula"),
        ("B801200005001,-surname,Juno,14/03/2017,4,Swift", "pupil_name_formula"),
        ("B801200005001,Sampleton, @Juno,14/03/2017,4,Swift", "pupil_name_formula"),
        ("B801200005001,\tSampleton,Juno,14/03/2017,4,Swift", "pupil_name_formula"),
        ("B801200005001,Sam\0pleton,Juno,14/03/2017,4,Swift", "pupil_nul"),
        (f"B801200005001,Sampleton,Juno,14/03/2017,4,{'x' * 1001}", "pupil_cell_too_long"),
        ('B801200005001,"Sampleton"x,Juno,14/03/2017,4,Swift', "pupil_quotes_broken"),
    ],
)
def test_a_row_is_held_with_its_reason_and_stops_no_other(row, code):
    found = read(f"{row}\r\n{GUS}{GUS.replace('Gus', 'Dot').replace('R674123101121', '')}")
    assert reasons(found) == {2: (code,)}
    assert [row.pupil.forename for row in found.rows] == ["Gus", "Dot"]


def test_an_opening_quote_that_never_closes_costs_its_own_row_only():
    found = read(f'B801200005001,"Sampleton,Juno,14/03/2017,4,Swift\r\n{GUS}')
    assert reasons(found) == {2: ("pupil_quotes_broken",)}
    assert [row.pupil.forename for row in found.rows] == ["Gus"]


def test_one_upn_on_two_children_holds_both():
    found = read(JUNO + "B801200005001,Pretendby,Gus,01/05/2018,3,Heron\r\n")
    assert reasons(found) == {2: ("pupil_upn_shared",), 3: ("pupil_upn_shared",)}
    assert found.held[0].facts[0]["other"] == 3
    assert found.held[1].who == "Gus Pretendby"


def test_an_exact_repeat_holds_the_second():
    found = read(JUNO + JUNO)
    assert reasons(found) == {3: ("pupil_repeat",)}
    assert len(found.rows) == 1


def test_one_child_twice_with_other_details_holds_the_second():
    found = read(JUNO + JUNO.replace("Swift", "Heron"))
    assert reasons(found) == {3: ("pupil_twice",)}


def test_one_row_may_have_several_reasons():
    found = read("A795432100001,,Juno,14/03/2081,4,Swift\r\n")
    assert set(reasons(found)[2]) == {
        "pupil_no_surname",
        "pupil_birthday_future",
        "pupil_upn_letter",
    }


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (",Sampleton,Juno,14/03/2017,4,Swift", "pupil_no_upn"),
        ("B80120000500D,Sampleton,Juno,14/03/2017,4,Swift", "pupil_upn_temporary"),
        ("B801200005001,Samp\u200bleton,Juno,14/03/2017,4,Swift", "pupil_invisible_marks"),
        ("B801200005001,Sampleton,Juno,14/03/2017,4,=Swift", "pupil_text_formula"),
        ("B801200005001,Sampleton,Juno,14/03/17,4,Swift", "pupil_year_short"),
        ("B801200005001,Sampleton,Juno,14/03/2017,Owls,Swift", "pupil_year_unknown"),
        ("B801200005001,Sampleton,,14/03/2017,4,Swift", "pupil_no_forename"),
    ],
)
def test_a_row_is_taken_with_a_warning(row, code):
    if "D,Samp" in row:
        from sharebook.domain.upn import check_letter

        row = check_letter(row[1:13]) + row[1:]
    found = read(row + "\r\n")
    assert warned(found) == [(2, code)]
    assert len(found.rows) == 1


def test_namesakes_with_other_numbers_are_two_pupils_with_a_warning():
    found = read(JUNO + JUNO.replace("B801200005001", "R674123101121"))
    assert len(found.rows) == 2
    assert warned(found) == [(2, "pupil_namesake"), (3, "pupil_namesake")]


def test_twins_are_two_pupils_quietly():
    found = read(JUNO + JUNO.replace("B801200005001", "R674123101121").replace("Juno", "June"))
    assert (len(found.rows), found.warnings) == (2, ())


def test_a_former_number_is_kept_and_said():
    found = read(
        "B801200005001,R674123101121,Sampleton,Juno,14/03/2017\n",
        "UPN,Former UPN,Surname,Forename,DOB\n",
    )
    assert found.rows[0].pupil.former_upns == ("R674123101121",)
    assert warned(found) == [(2, "pupil_upn_former")]


def test_lost_leading_zeros_are_said():
    found = read(
        "00123,Sampleton,Juno,14/03/2017,\n124,Pretendby,Gus,01/05/2018,\n",
        "Admission No,Surname,Forename,DOB,UPN\n",
    )
    assert (3, "pupil_zeros_at_risk") in warned(found)
    assert [row.pupil.admission_number for row in found.rows] == ["00123", "124"]


def test_a_lower_case_spaced_upn_is_tidied_quietly():
    found = read(JUNO.replace("B801200005001", "b801 2000 05001"))
    assert (found.rows[0].pupil.upn, found.warnings) == ("B801200005001", ())


def test_a_quoted_line_end_is_taken_quietly():
    found = read(JUNO.replace("Swift", '"Swift\nclass"') + GUS)
    assert [row.spell.class_name for row in found.rows if row.spell] == ["Swift class", "Heron"]
    assert ([row.row for row in found.rows], found.warnings) == ([2, 4], ())


@pytest.mark.parametrize("name", ["O'Neil-Example", "O’Neil", "Świątek", "Ŵyn", "MCDONALD", "李"])
def test_names_stay_as_the_file_has_them(name):
    assert read(JUNO.replace("Sampleton", name)).rows[0].pupil.surname == name


def test_legal_names_win_over_plain_ones():
    found = read(
        "Example,Sampleton,Juniper,Juno,14/03/2017\n",
        "Legal Surname,Surname,Legal Forename,Preferred Forename,DOB\n",
    )
    pupil = found.rows[0].pupil
    assert (pupil.surname, pupil.forename, pupil.known_as) == ("Example", "Juniper", "Juno")
    assert found.skipped_columns == ("Surname",)


def test_sensitive_columns_are_said_and_never_kept():
    found = read(
        "Sampleton,Juno,14/03/2017,Pastafarian,K - SEN Support,blue\n",
        "Surname,Forename,DOB,Religion,SEN Status,Favourite colour\n",
    )
    assert found.skipped_columns == ("Religion", "SEN Status", "Favourite colour")
    assert [row for row, code in warned(found) if code == "pupils_column_sensitive"] == [1, 1]
    assert "Pastafarian" not in repr(found)


def test_entry_and_leaving_dates_make_the_spell():
    found = read(
        "Sampleton,Juno,14/03/2017,Y3,01/09/2024,18/07/2025\n",
        "Surname,Forename,DOB,Year,Entry date,Leaving date\n",
    )
    spell = found.rows[0].spell
    assert spell is not None
    assert (spell.year, spell.first_day, spell.last_day) == (
        "3",
        date(2024, 9, 1),
        date(2025, 7, 18),
    )
    assert found.rows[0].entered == date(2024, 9, 1)


def test_a_leaver_who_grew_up_is_plausible():
    found = read("Sampleton,Juno,14/03/1999,18/07/2010\n", "Surname,Forename,DOB,Leaving date\n")
    assert found.held == ()


def test_an_order_nobody_can_prove_is_asked():
    found = read(JUNO.replace("14/03/2017", "04/03/2017"))
    assert (found.outcome, found.rows) == (Outcome.NEEDS_CONFIRMATION, ())
    assert sentence(found.reason, found.facts)
    for order, born in (
        (DateOrder.DAY_FIRST, date(2017, 3, 4)),
        (DateOrder.MONTH_FIRST, date(2017, 4, 3)),
    ):
        answered = read(JUNO.replace("14/03/2017", "04/03/2017"), order=order)
        assert answered.rows[0].pupil.born == born


def test_a_mixed_order_is_asked():
    found = read(JUNO + GUS.replace("21/05/2018", "05/21/2018"))
    assert (found.outcome, found.reason) == (Outcome.NEEDS_CONFIRMATION, "pupils_dates_mixed")
    answered = read(JUNO + GUS.replace("21/05/2018", "05/21/2018"), order=DateOrder.DAY_FIRST)
    assert reasons(answered) == {3: ("pupil_birthday_impossible",)}


def test_month_first_is_believed_where_it_is_proved():
    assert read(JUNO.replace("14/03/2017", "03/14/2017")).rows[0].pupil.born == date(2017, 3, 14)


@pytest.mark.parametrize(
    "written",
    [
        "2017-03-14",
        "14/03/2017",
        "14.3.2017",
        "14-Mar-2017",
        "14 March 2017",
        "2017-03-14 00:00:00",
        "14/03/2017 00:00",
        "14th Mar 2017",
    ],
)
def test_dates_are_read_however_they_are_written(written):
    assert read(JUNO.replace("14/03/2017", written)).rows[0].pupil.born == date(2017, 3, 14)


@pytest.mark.parametrize(
    ("written", "year"),
    [
        *[("Year 4", "4"), ("Y4", "4"), ("04", "4"), ("4", "4"), ("Yr 4", "4"), ("Year  7", "7")],
        *[("Reception", "R"), ("R", "R"), ("YR", "R"), ("Year R", "R"), ("Nursery", "N")],
        *[("N1", "N1"), ("Year N2", "N2"), ("13", "13"), ("", ""), ("Owls", "Owls"), ("15", "15")],
    ],
)
def test_year_groups_come_to_one_spelling(written, year):
    found = read(JUNO.replace(",4,", f",{written},"))
    assert [row.spell.year for row in found.rows if row.spell] == [year]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_empty"),
        (b" \r\n ", "file_empty"),
        (b"PK\x03\x04rest", "file_is_workbook"),
        (b"\xd0\xcf\x11\xe0rest", "file_is_old_workbook"),
        (b"%PDF-1.7", "file_is_pdf"),
        (b"\0\0\0\0 and so on", "file_not_text"),
        (b"Surname,DOB\r\nS\x81mpleton,2017-03-14", "file_encoding_unknown"),
        (b"\xef\xbb\xbfSurname,DOB\r\nS\xe9mpleton,2017-03-14", "file_encoding_broken"),
        (b"no,headings\r\nat,all", "table_no_headings"),
        (b"Surname,Forename\r\nSampleton,Juno", "pupils_heading_missing"),
        (b"DOB,Forename\r\n2017-03-14,Juno", "pupils_heading_missing"),
        (b"Surname,Last name,DOB\r\nSampleton,Example,2017-03-14", "pupils_heading_twice"),
        (b"Surname,DOB" + b",x" * 300 + b"\r\n", "table_too_wide"),
        (b"Surname,DOB\r\n" + b"\n" * 200_000, "table_too_long"),
        (b"Surname,DOB\r\n" * 2_000_000, "file_too_long"),
    ],
)
def test_a_file_as_a_whole_is_refused_with_its_reason(data, code):
    with pytest.raises(Refused) as refused:
        read_pupils("pupils.csv", data, TODAY)
    assert refused.value.code == code
    assert sentence(code, refused.value.facts)
