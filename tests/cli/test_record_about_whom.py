"""About whom an entry is, on the command line: lists, files, a flag, the roll on a day, except."""

import io
import json

import pytest

COAT = ("--to", "Children's Services", "--for", "a missing coat", "--item", "name", "--json")


def test_a_file_and_an_exception_choose_the_pupils(with_pupils, tmp_path):
    names = tmp_path / "trip.csv"
    names.write_text("Surname,Forename\nSampleton,Juno\nO'Sampleby,Lukasz\n", encoding="utf-8")

    assert with_pupils("record", *COAT, "--file", names).json["pupils"] == 2
    assert with_pupils("record", *COAT, "--file", names, "--except", "Juno").json["pupils"] == 1
    assert with_pupils("record", *COAT, "--list", names).json["pupils"] == 2


def test_a_list_may_be_piped_in(with_pupils, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("R674123101121\nŁukasz O’Sampleby\n"))

    assert with_pupils("record", *COAT, "--list", "-").json["pupils"] == 2


def test_a_line_in_doubt_records_nothing_and_is_named(with_pupils, tmp_path):
    names = tmp_path / "trip.txt"
    names.write_text("Juno Sampleton\nZed Unlikely\n", encoding="utf-8")
    refused = with_pupils("record", *COAT, "--list", names)

    assert (refused.code, refused.json["code"]) == (1, "list_undecided")
    assert "2 “Zed Unlikely” (nobody)" in refused.json["reason"]


def test_the_roll_of_a_past_day_is_taken(with_pupils):
    refused = with_pupils("record", *COAT, "--roll-on", "2001-01-01")
    assert refused.json["code"] == "answer_pupils"
    assert with_pupils("record", *COAT, "--roll-on", "2026-09-14").json["pupils"] >= 2


def test_a_flag_nobody_has_is_refused(with_pupils):
    assert with_pupils("record", *COAT, "--flag", "free meals").json["code"] == "group_not_found"


def test_the_entry_file_and_a_correction_know_exceptions(with_pupils, tmp_path):
    entry = tmp_path / "entry.json"
    told = {"to": "Children's Services", "for": "a coat", "item": "name", "class": "Kingfisher"}
    entry.write_text(json.dumps(told), encoding="utf-8")
    whole = with_pupils("record", "--from", entry, "--json").json["pupils"]
    entry.write_text(json.dumps(told | {"except": ["Juno"]}), encoding="utf-8")

    assert with_pupils("record", "--from", entry, "--json").json["pupils"] == whole - 1
    right = with_pupils("correct", 1, "--because", "not Juno", "--except", "Juno", "--json")
    assert right.json["pupils"] == whole - 1


@pytest.mark.parametrize("option", ["--file", "--list"])
def test_a_file_that_is_not_there_is_refused(with_pupils, option):
    assert with_pupils("record", *COAT, option, "nowhere.csv").json["code"] == "file_not_found"
