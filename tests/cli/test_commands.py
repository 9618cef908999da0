"""From an empty register to printed answers, on the command line."""

import pytest

from tests.cli.conftest import SHEET


def test_a_preview_writes_nothing(sharebook, tmp_path):
    sheet = tmp_path / "pupils.csv"
    sheet.write_text(SHEET, encoding="utf-8")

    seen = sharebook("import", "pupils", sheet, "--preview", "--json").json
    assert seen["outcome"] == "ready"
    assert seen["counts"] == {"new": 3, "changed": 0, "same": 0, "leaver": 0, "held": 3}
    assert sharebook("who", "Juno").code == 1


def test_held_rows_say_why_and_the_rest_come_in(sharebook, tmp_path):
    sheet = tmp_path / "pupils.csv"
    sheet.write_text(SHEET, encoding="utf-8")

    done = sharebook("import", "pupils", sheet, "--json").json
    assert done["outcome"] == "applied"
    assert [held["row"] for held in done["held"]] == [4, 5, 6]
    assert all(held["reasons"] for held in done["held"])
    assert sharebook("who", "lukasz").code == 0


def test_a_windows_file_is_read_with_its_accents(sharebook, tmp_path):
    sheet = tmp_path / "pupils.csv"
    sheet.write_bytes("Surname,Forename,DOB,Year\r\nFiché,Zoë,21/03/2018,4\r\n".encode("cp1252"))

    assert sharebook("import", "pupils", sheet).code == 0
    assert "Zoë Fiché" in sharebook("who", "zoe").out


def test_who_prints_lines_and_totals_and_nothing_else(with_pupils):
    answer = with_pupils("who", "Juno", "--for", "parent", "--json").json

    assert set(answer) == {"pupil", "as_at", "spoken", "groups", "totals"}
    assert answer["totals"]["lines"] == sum(len(group["lines"]) for group in answer["groups"])


def test_a_disclosure_is_recorded_answered_and_printed(with_pupils, tmp_path):
    recorded = with_pupils(
        "record",
        "--to",
        "Children's Services",
        "--for",
        "a missing coat",
        "--item",
        "name",
        "--class",
        "Kingfisher",
        "--method",
        "phone",
        "--decided-by",
        "Theo Placeholder",
        "--json",
    )
    assert recorded.code == 0
    assert recorded.json["pupils"] == 2
    assert "a missing coat" in with_pupils("who", "Juno").out

    out = tmp_path / "log.txt"
    assert with_pupils("print", "log", "--pupil", "Juno", "--out", out).code == 0
    assert "missing coat" in out.read_text(encoding="utf-8")


def test_a_refusal_is_kept_and_is_not_in_the_answer(with_pupils):
    refused = with_pupils(
        "refuse",
        "--to",
        "Children's Services",
        "--for",
        "an enquiry",
        "--pupil",
        "Juno",
        "--description",
        "home address",
        "--reason",
        "no reference given",
    )
    assert refused.code == 0
    assert "an enquiry" not in with_pupils("who", "Juno").out


def test_a_correction_is_a_new_entry(with_pupils):
    with_pupils(
        "record",
        "--to",
        "Children's Services",
        "--for",
        "a coat",
        "--item",
        "name",
        "--pupil",
        "Juno",
    )
    done = with_pupils("correct", 1, "--because", "it was Bea", "--pupil", "Bea", "--json")

    assert done.json["number"] == 2
    assert "a coat" not in with_pupils("who", "Juno").out
    assert "a coat" in with_pupils("who", "Bea").out


def test_an_entry_can_come_from_a_file(with_pupils, tmp_path):
    entry = tmp_path / "entry.json"
    entry.write_text(
        '{"to": "Department for Education", "for": "a coat", "pupil": ["Juno"], "item": ["name"]}',
        encoding="utf-8",
    )

    assert with_pupils("record", "--from", entry).code == 0
    entry.write_text("{", encoding="utf-8")
    assert with_pupils("record", "--from", entry).code == 1


@pytest.mark.parametrize("what", ["notice", "log", "report", "ropa"])
def test_every_document_prints(with_pupils, tmp_path, what):
    out = tmp_path / f"{what}.pdf"

    assert with_pupils("print", what, "--pupil", "Juno", "--out", out).code == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_an_agreement_that_is_not_there_is_refused(sharebook, tmp_path):
    ran = sharebook("print", "agreement", "--out", tmp_path / "a.pdf")

    assert ran.code == 1
    assert "no agreement" in ran.err
    assert not (tmp_path / "a.pdf").exists()


def test_check_says_all_is_well_and_knows_its_own_seal(with_pupils):
    assert with_pupils("check", "--json").json == {"ok": True, "findings": []}
    seal = with_pupils("check").out.split()[-1].strip(".")
    assert with_pupils("check", "--seal", seal).code == 0
    assert with_pupils("check", "--seal", "0000-0000-0000-0000-0000").code == 1


def test_due_and_gaps_say_what_to_do(with_pupils):
    gaps = with_pupils("gaps", "--json")

    assert gaps.code == 1
    assert all(row["sentence"] and row["do"] for row in gaps.json)
    assert isinstance(with_pupils("due", "--json").json, list)


def test_the_book_and_the_tables_are_exported(with_pupils, tmp_path):
    for name in ("book.json", "pupils.csv", "log.xlsx", "recipients.csv", "flows.xlsx"):
        what = name.split(".")[0]
        assert with_pupils("export", what, tmp_path / name).code == 0
        assert (tmp_path / name).stat().st_size > 100


def test_an_unknown_table_or_form_is_refused(with_pupils, tmp_path):
    assert with_pupils("export", "secrets", tmp_path / "s.csv").code == 1
    assert with_pupils("export", "pupils", tmp_path / "s.docm").code == 1


@pytest.mark.parametrize(
    "words",
    [
        ("who", "Nobody Atall"),
        ("record", "--to", "Nobody Ltd", "--pupil", "Juno"),
        ("record", "--pupil", "Juno"),
        ("import", "pupils", "not-there.csv"),
        ("who", "Juno", "--as-at", "31/12/2026"),
        ("who", "Juno", "--for", "everyone"),
    ],
)
def test_what_a_person_can_put_right_ends_with_one_and_a_sentence(with_pupils, words):
    ran = with_pupils(*words)

    assert ran.code == 1
    assert ran.err.strip().endswith((".", "”", "dpo."))


def test_a_wrong_call_ends_with_two(sharebook):
    assert sharebook("nonsense").code == 2
    assert sharebook("print", "poster", "--out", "x.pdf").code == 2


def test_a_refused_file_has_the_same_shape_in_json(sharebook, tmp_path):
    broken = tmp_path / "pupils.csv"
    broken.write_bytes(b"\x00\x01\x02")

    ran = sharebook("import", "pupils", broken, "--json")
    assert ran.code == 1
    assert ran.json["outcome"] == "refused"
    assert ran.json["reason"] in ran.err
    assert set(ran.json) >= {"file", "counts", "held", "warnings"}
