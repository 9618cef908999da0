"""Pupil files as they come: encodings, separators, titles, hostile bytes, size."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain.errors import Refused
from sharebook.domain.preview import PupilFile
from sharebook.intake.pupils import read_pupils

TODAY = date(2026, 9, 14)
LINES = ["Surname,Forename,DOB", "Zoë-Exámple,Zoë,14/03/2017", "Sampleton,Juno,01/05/2018"]
HOSTILE_SECONDS = 1.0


def read(data: bytes) -> PupilFile:
    return read_pupils("pupils.csv", data, TODAY)


@pytest.mark.parametrize(
    ("codec", "said"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("cp1252", "Windows-1252"),
        ("utf-16", "UTF-16"),
    ],
)
def test_every_encoding_brings_the_same_names(codec, said):
    found = read("\r\n".join(LINES).encode(codec))
    assert found.encoding == said
    assert [row.pupil.full_name for row in found.rows] == ["Zoë Zoë-Exámple", "Juno Sampleton"]


def test_windows_curly_quotes_are_quotes():
    assert read(b"Surname,DOB\r\nO\x92Neil,14/03/2017").rows[0].pupil.surname == "O’Neil"


@pytest.mark.parametrize("separator", [",", "\t", ";"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_separators_and_line_ends_are_found(separator, end):
    found = read(end.join(LINES).replace(",", separator).encode())
    assert len(found.rows) == 2
    assert found.held == ()


def test_titles_blank_lines_and_repeated_headings_are_stepped_over():
    lines = ["Pupil list, autumn", "Made for Example Lane Primary School", "", *LINES[:2]]
    found = read("\n".join([*lines, "", ",,", LINES[0], LINES[2]]).encode())
    assert [row.row for row in found.rows] == [5, 9]
    assert found.held == ()


def test_a_total_under_the_list_is_held_not_lost():
    found = read("\n".join([*LINES, "Total: 2"]).encode())
    assert (found.held[0].row, found.held[0].codes) == (4, ("pupil_cells_wrong",))


def test_our_own_sample_list_is_read(samples):
    found = read((samples / "pupils-autumn.csv").read_bytes())
    assert len(found.rows) == 6
    assert [held.codes for held in found.held] == [
        ("pupil_upn_letter",),
        ("pupil_birthday_future",),
        ("pupil_name_formula",),
        ("pupil_upn_shared",),
        ("pupil_upn_shared",),
        ("pupil_no_surname",),
    ]


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    read_or_refuse(data)


@given(
    st.text(max_size=200),
    st.sampled_from(["utf-8", "utf-16", "cp1252"]),
    st.sampled_from([",", ";", "\t", "\r\n", '"']),
)
def test_any_text_under_good_headings_is_read_or_refused(text, codec, glue):
    body = glue.join(["Surname,DOB,UPN,Year,Class,Entry date", text, text[::-1]])
    read_or_refuse(body.encode(codec, "replace"))


CELL = st.sampled_from(["Sampleton", "14/03/2017", "B801200005001", "", "=1", '"', "Year 4", "\0"])


@given(st.lists(st.lists(CELL, min_size=3, max_size=5), max_size=6))
def test_no_row_is_ever_lost(rows):
    lines = ["Surname,Forename,DOB,UPN", *(",".join(["x", *row[1:]]) for row in rows)]
    found = read_or_refuse("\n".join(lines).encode())
    if found and not found.reason and '"' not in "".join(lines):
        assert len(found.rows) + len(found.held) == len(rows)


def read_or_refuse(data: bytes) -> PupilFile | None:
    try:
        return read(data)
    except Refused:
        return None


@pytest.mark.parametrize(
    "data",
    [
        b"Surname,DOB\n" + b'"' * 9_000_000,
        b"Surname,DOB\n" + b'"a\n' * 90_000,
        b"Surname,DOB\n" + b"," * 9_000_000,
        (b"Surname,DOB\n" + (b'"' + b"a" * 19_000 + b"\n") * 480),
        b"\x00" * 9_000_000,
        b"\n" * 9_000_000,
        b"Surname,DOB\n" + b"a,b\n" * 2_000_000,
        b"Surname" * 1_400_000,
    ],
    ids=["quotes", "open quotes", "commas", "long open quotes", "nul", "blank", "rows", "one line"],
)
def test_hostile_files_are_refused_or_held_within_a_second(data):
    begun = time.process_time()
    read_or_refuse(data)
    assert time.process_time() - begun <= HOSTILE_SECONDS


@pytest.mark.slow
def test_five_thousand_pupils_are_checked_within_three_seconds():
    rows = [
        f",Sampleton{number},Juno,{number % 28 + 1:02}/03/2017,{number % 7},Swift"
        for number in range(5_000)
    ]
    data = "\n".join(["UPN,Surname,Forename,DOB,Year,Class", *rows]).encode()
    begun = time.process_time()
    assert len(read(data).rows) == 5_000
    assert time.process_time() - begun <= 3
