"""`recipients`, `flows`, `agreements`, `exclude`, `let-in`: the map kept without a window."""

import pytest

from tests.cli.test_command_line_paper import fits, shape

SAFE = ("--set", "safeguard=encrypted")


@pytest.fixture
def caterer(with_pupils):
    """A recipient with one purpose, made by the commands themselves."""
    made = with_pupils(
        *("recipients", "add", "Mock Kitchens", "--set", "kind=caterer", "--json"),
        *("--set", "unit=kitchen", "--set", "unit=accounts", "--set", "country=ie"),
        *("--set", "keeps-for=a term"),
    )
    assert made.code == 0, made.err
    flow = with_pupils(
        *("flows", "add", "--to", "Mock Kitchens", "--for", "so that lunch is safe", "--json"),
        *("--from", "2026-09-01", "--set", "item=name", "--set", "item=allergy"),
        *(
            "--set",
            "basis=A6_E",
            "--set",
            "years=4",
            "--set",
            "unit=kitchen",
            "--set",
            "cycle=continuous",
            *SAFE,
        ),
    )
    assert flow.code == 0, flow.err
    return flow.json


def test_a_recipient_is_added_renamed_and_listed(with_pupils, caterer):
    (row,) = with_pupils("recipients", "list", "mock kit", "--json").json
    assert (row["units"], row["country"], row["role"]) == (
        ["kitchen", "accounts"],
        "IE",
        "processor",
    )
    renamed = with_pupils(
        *("recipients", "change", "Mock Kitchens", "--because", "its real name", "--json"),
        *("--rename", "Invented Dinners", "--from", "2026-09-10", "--set", "post=Cook"),
    )
    assert renamed.json["former_names"] == [{"name": "Mock Kitchens", "until": "2026-09-09"}]
    (found,) = with_pupils("recipients", "list", "mock kit", "--json").json
    assert found["name"] == "Invented Dinners"


def test_a_purpose_counts_its_pupils_and_tells_what_it_said(with_pupils, caterer):
    assert (caterer["pupils"], caterer["to"]) == (2, "Mock Kitchens: kitchen")
    changed = with_pupils(
        *("flows", "change", caterer["number"], "--from", "2026-09-14", "--json"),
        *("--set", "basis=A6_C", "--set", "gateway=GW_CENSUS", "--set", "all="),
    )
    assert (changed.json["version"], changed.json["pupils"]) == (2, changed.json["on_roll"])

    then = with_pupils("flows", "show", "Mock Kitchens", "--on", "2026-09-10", "--json").json
    now = with_pupils("flows", "show", caterer["number"], "--json").json
    said = [{it["label"]: it["words"] for it in row["said"]} for row in (*then, *now)]
    assert said[0]["Lawful basis"] == "Public task"
    assert said[1]["Lawful basis"] != "Public task"
    assert any(each.startswith("Lawful basis") for each in now[0]["changed"])
    assert "Kept safe by" in said[0]


def test_another_firm_takes_over_with_what_it_keeps(with_pupils, caterer):
    made = with_pupils(
        *("recipients", "replace", "Mock Kitchens", "--by", "Sample Suppers"),
        *("--on", "2026-09-13", "--keep-all", "--json"),
    ).json
    assert (made["purposes"], made["replaces"]) == (1, made["replaces"])
    (old,) = with_pupils("recipients", "list", "mock kit", "--json").json
    assert old["ended"] == "2026-09-13"


def test_an_agreement_is_added_renewed_and_listed(with_pupils, caterer):
    added = with_pupils(
        *("agreements", "add", "School meals contract", "--with", "Mock Kitchens", "--json"),
        *("--from", "2025-09-01", "--flow", caterer["number"], "--set", "kind=processor"),
        *("--set", "review=2026-08-31"),
    )
    assert added.json["flows"] == [caterer["number"]]
    assert "School meals contract" in with_pupils("due").out
    number = added.json["number"]
    renewed = with_pupils("agreements", "renew", number, "--as", "2", "--review", "2027-08-31")
    assert renewed.code == 0
    (row,) = with_pupils("agreements", "list", "--json").json
    assert (row["version"], row["review_due"]) == ("2", "2027-08-31")
    assert "School meals contract" not in with_pupils("due").out


def test_a_child_is_shut_out_and_let_in_again(with_pupils, caterer):
    shut = with_pupils(
        *("exclude", "Juno", "--to", "Mock Kitchens", "--kind", "objection", "--json"),
        *("--because", "letter of 1 September", "--from", "2026-09-01"),
    )
    assert shut.json["reason"] == "The family objects: letter of 1 September"
    assert "Mock Kitchens" not in with_pupils("who", "Juno").out
    back = with_pupils("let-in", shut.json["number"], "--because", "They agreed", "--json")
    assert back.json["until"] == "2026-09-13"
    assert "Mock Kitchens" in with_pupils("who", "Juno").out


def test_answers_have_the_shape_the_paper_shows(with_pupils, caterer):
    shut = ("exclude", "Juno", "--to", "Mock Kitchens", "--kind", "objection")
    given = {
        "recipients list": with_pupils("recipients", "list", "--json").json,
        "flows add": caterer,
        "flows show": with_pupils("flows", "show", "Mock Kitchens", "--json").json,
        "exclude": with_pupils(*shut, "--json").json,
    }
    assert [name for name, answer in given.items() if not fits_but_lists(shape(name), answer)] == []


def fits_but_lists(told, given):
    """As `fits`; an empty list fits any."""
    if isinstance(told, list) and isinstance(given, list):
        return all(fits_but_lists(told[0], each) for each in given)
    if isinstance(told, dict):
        return set(told) == set(given) and all(
            fits_but_lists(told[name], given[name]) for name in told
        )
    return fits(told, given)


def test_what_is_not_understood_is_refused(with_pupils, caterer):
    number = caterer["number"]
    for said in (
        "moon=full",
        "basis",
        "protected-off=perhaps",
        "safeguard-set=none",
        "agreement=x",
    ):
        assert with_pupils("flows", "change", number, "--set", said).code == 1
    assert with_pupils("flows", "change", number, "--set", "standing=perhaps").code == 1
    assert with_pupils("flows", "show", "99").code == 1
    refused = with_pupils("recipients", "add", "Abroad", "--set", "country=Ireland")
    assert "two capital letters" in refused.err
