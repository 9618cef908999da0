"""A planted fault in a catalogue is found, by name."""

from dataclasses import replace
from datetime import date

import pytest

from sharebook.catalogues.loading import Misshapen, load, read
from sharebook.catalogues.validating import faults
from sharebook.domain.catalogue import Method, StarterFlow, Status
from sharebook.domain.names import NO_CODE, Code

ROW = 'words = "By pigeon"\nsource = "School practice"\ncertainty = "K"\n'


def with_row(catalogue, code, /, **changes):
    rows = dict(getattr(load(), catalogue))
    rows[Code(code)] = replace(rows[Code(code)], **changes)
    return replace(load(), **{catalogue: rows})


def test_a_row_as_it_should_be_is_read():
    rows = read("methods", Method, f"[pigeon]\n{ROW}secure = false\n")
    assert rows[Code("pigeon")].words == "By pigeon"
    assert not rows[Code("pigeon")].secure


@pytest.mark.parametrize(
    "text",
    [
        f"[pigeon]\n{ROW}colour = 'grey'\n",
        f"[pigeon]\n{ROW}secure = 'yes'\n",
        f"[pigeon]\n{ROW}code = 'dove'\n",
        "[pigeon]\nwords = 'By pigeon'\nsource = 'x'\ncertainty = 'sure'\n",
        "[pigeon]\nwords = 'By pigeon'\ncertainty = 'K'\n",
        f"[pigeon]\n{ROW}valid_from = '2024'\n",
        f"[pigeon]\n{ROW}[pigeon]\n{ROW}",
        "pigeon = 3\n",
        "[pigeon\n",
    ],
    ids=[
        "unknown key",
        "wrong type",
        "a code of its own",
        "unknown certainty",
        "no source",
        "no date",
        "code twice",
        "no table",
        "no TOML",
    ],
)
def test_a_misshapen_file_is_refused(text):
    with pytest.raises(Misshapen):
        read("methods", Method, text)


@pytest.mark.parametrize(
    ("catalogue", "code", "changes", "said"),
    [
        ("starter_flows", "R06", {"items": ("moonbeam",)}, "moonbeam"),
        ("starter_flows", "R06", {"condition": NO_CODE}, "no condition"),
        ("starter_flows", "R06", {"schedule1": NO_CODE}, "wants its partner"),
        ("starter_flows", "R06", {"schedule1": Code("SCH1_2")}, "does not go with"),
        ("starter_flows", "R14", {"gateway": NO_CODE}, "needs a law"),
        ("starter_flows", "R14", {"gateway": Code("GW_16LA")}, "not in force"),
        ("starter_flows", "R14", {"gateway": Code("GW_MEALS")}, "does not go with"),
        ("starter_flows", "R18", {"criminal": NO_CODE}, "criminal offence item"),
        ("starter_flows", "R18", {"criminal": Code("SCH1_4X")}, "SCH1_4X"),
        ("starter_flows", "R15", {"no_consent_reason": NO_CODE}, "why consent is not asked"),
        ("starter_flows", "R05", {"lawful_basis": NO_CODE}, "no lawful basis"),
        ("starter_flows", "R05", {"purpose": ""}, "lacks its heading"),
        ("starter_flows", "R05", {"cycle": NO_CODE}, "lacks its method"),
        ("starter_flows", "R05", {"recognise": ("LGfL",)}, "lower case"),
        ("methods", "phone", {"source": " "}, "no source"),
        ("methods", "phone", {"words": ""}, "no words"),
        ("methods", "phone", {"code": Code("fax")}, "another code"),
        ("methods", "phone", {"nations": ("narnia",)}, "narnia"),
        ("cycles", "termly", {"months": (13,)}, "month"),
        ("headings", "VI", {"place": 1}, "places"),
        ("items", "name", {"subject": "teacher"}, "teacher"),
        ("conditions", "A9_G", {"needs_schedule1": False}, "differ"),
    ],
)
def test_a_planted_fault_is_found(catalogue, code, changes, said):
    found = faults(with_row(catalogue, code, **changes))
    assert any(said in fault and catalogue in fault for fault in found), found


def test_a_row_that_ends_before_it_begins_is_found():
    dates = {"valid_from": date(2026, 1, 2), "valid_to": date(2026, 1, 1)}
    assert faults(with_row("methods", "phone", **dates)) == ["methods phone: ends before it begins"]


def test_a_law_that_is_repealed_takes_its_starters_with_it():
    found = faults(
        with_row("gateways", "GW_CENSUS", status=Status.REPEALED, valid_to=date(2026, 1, 1))
    )
    assert found == ["starter_flows R14: relies on GW_CENSUS, which is not in force"]


def test_a_basis_that_no_law_serves_is_found():
    gateways = {code: replace(row, lawful_bases=()) for code, row in load().gateways.items()}
    found = faults(replace(load(), gateways=gateways))
    assert "lawful_bases A6_C: needs a law, and no gateway serves it" in found


def test_a_condition_that_does_not_serve_criminal_data_is_found():
    found = faults(with_row("schedule1", "SCH1_36", for_criminal=False))
    assert "starter_flows R18: SCH1_36 does not serve criminal offence data" in found


def test_a_starter_for_nobody_is_found():
    starter = StarterFlow(
        code=Code("X"),
        words="Nobody",
        source="x",
        certainty=load().methods[Code("phone")].certainty,
        kind=Code("nobody"),
        role=Code("nothing"),
        heading=NO_CODE,
        purpose="",
    )
    found = faults(replace(load(), starter_flows={Code("X"): starter}))
    assert "starter_flows X: kind names nobody, which is not in recipient_kinds" in found
