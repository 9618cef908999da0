"""What did this say before? Every record tells its versions in plain words."""

import tomllib
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import get_type_hints

import pytest

from sharebook import assets
from sharebook.catalogues.loading import load
from sharebook.domain.acknowledgements import About
from sharebook.domain.amendments import Switch
from sharebook.domain.cohorts import Cohort
from sharebook.domain.contacts import Restriction
from sharebook.domain.disclosures import Decision, Receipt
from sharebook.domain.disposal import Disposed
from sharebook.domain.errors import Refused
from sharebook.domain.flows import Reach, Standing
from sharebook.domain.holds import HoldReason
from sharebook.domain.names import Code, FlowId, PupilId
from sharebook.domain.pupils import Pupil
from sharebook.domain.school_dates import DateKind
from sharebook.domain.templates import Template
from sharebook.services.recording import FlowChoice
from sharebook.services.remembering import KINDS, Remembering
from sharebook.services.retelling import Retelling
from sharebook.words.fields import choices, fields_of
from tests.services.conftest import NURSE, PAT

JUNO, BEA = PupilId(1), PupilId(2)
LEE = "Lee Ladle"
OWN = {
    "disposal": {"skeleton"},  # the program's own: never typed, never shown
    "disclosure": {"flow_version"},
    "flow": {"starter"},
    "call": {"caller", "answer_digest"},
    "safeguard_set": {"starter"},
    "acknowledgement": {"version"},
}
TOLD_OF_A_TEMPLATE = {"draft.recipient", "draft.purpose", "draft.items"}


@pytest.fixture
def history(office):
    remembering = Remembering(office.register)
    retelling = Retelling(office.book, office.choosing, load())

    def tell(kind, number=1):
        return retelling.told(kind, remembering.history(kind, number))

    return tell


@pytest.fixture
def coat(office):
    draft = replace(
        office.recording.start(FlowChoice(NURSE, None, "NHS", "")),
        day=date(2026, 9, 10),
        pupils=(JUNO, BEA),
        items=(Code("name"),),
        purpose="for a coat",
    )
    return office.recording.save(draft, PAT)


def leaves(kind, before=""):
    for name, hint in get_type_hints(kind).items():
        if is_dataclass(hint) and hint is not Cohort:
            yield from leaves(hint, f"{before}{name}.")
        elif before + name != "id":
            yield before + name


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_record_has_its_words(kind):
    known = set(fields_of(kind))

    own = OWN.get(kind, set())
    if kind == "template":  # what a form fills in is seen by using it
        own = {each for each in leaves(Template) if each.startswith("draft.")} - TOLD_OF_A_TEMPLATE

    assert known == set(leaves(KINDS[kind])) - own


def test_every_choice_has_its_words():
    wanted = {f"decision.{each.value}" for each in Decision}
    wanted |= {f"receipt.{each.value}" for each in Receipt}
    wanted |= {f"covers.reach.{each.value}" for each in Reach}
    wanted |= {f"standing.{each.value}" for each in Standing}
    wanted |= {f"restriction.{each.value}" for each in Restriction}
    wanted |= {f"why.{each.value}" for each in HoldReason}
    wanted |= {f"what.{each.value}" for each in Disposed}
    wanted |= {f"kind.{each.value}" for each in DateKind}
    wanted |= {f"switch.{each.value}" for each in Switch}
    wanted |= {f"about.{each.value}" for each in About}
    wanted |= {f"about.reach.{each.value}" for each in Reach}

    assert set(choices()) == wanted


def test_every_named_list_is_there(office):
    lists = {part.name for part in fields(load())} | {"choices", "pupils", *KINDS}
    file = tomllib.loads(assets.read_text("history", "fields.toml"))

    for kind in KINDS:
        assert {words[1] for words in file[kind].values() if words[1:]} <= lists


def test_an_entry_tells_what_it_said_and_what_was_put_right(office, history, coat, clock):
    clock.moment += timedelta(hours=1)
    draft = replace(office.recording.reopen(coat), pupils=(JUNO,), method=Code("post"))
    office.recording.correct(1, draft, "Bea was away.", LEE)

    first, second = history("disclosure", 1)

    assert [each.title for each in (first, second)] == [
        "Entry 1, written",
        "Entry 2, puts it right",
    ]
    said = {each.label: each.after for each in first.changes}
    assert (said["Pupils"], said["Recipient"]) == ("Juno Sampleton, Bea Exampleby", "NHS")
    assert "Decided" in said
    assert (second.by, second.at, second.reason) == (LEE, clock.moment, "Bea was away.")
    changed = {each.label: (each.before, each.after) for each in second.changes}
    assert changed["Pupils"] == ("Juno Sampleton, Bea Exampleby", "Juno Sampleton")
    assert set(changed) == {"Pupils", "How"}
    assert history("disclosure", 2) == (first, second)


def test_a_mistake_and_its_taking_back_are_told_without_a_list_of_fields(office, history, coat):
    office.striking.strike_out(1, "Nothing was sent.", LEE)
    office.striking.put_back(1, "It was.", PAT)

    told = [(each.title, each.reason, each.by) for each in history("disclosure", 1)][1:]

    assert told == [
        ("Entry 1, recorded by mistake", "Nothing was sent.", LEE),
        ("Entry 1, right after all", "It was.", PAT),
    ]
    assert [each.changes for each in history("disclosure", 1)][1:] == [(), ()]


def test_a_child_who_changed_name_is_told_with_both(office, history):
    old = office.register.versions(Pupil, JUNO)[0]
    with office.register.writing(LEE) as writer:
        married = replace(old.record, surname="Newley", protected=True)
        writer.add(married, supersedes=old.seq, reason="deed poll")

    version = history("pupil", JUNO)[1]

    assert [each.sentence for each in version.changes] == [
        "Legal surname: Newley (before: Sampleton)",
        "Whereabouts protected: Yes (before: No)",
    ]
    assert (version.title, version.reason) == ("Changed", "deed poll")


def test_a_large_cohort_is_counted_and_who_came_and_went_is_named(office, history, coat):
    with office.register.writing(PAT) as writer:
        old = office.register.versions(type(coat), 1)[0]
        many = Cohort.of(PupilId(each) for each in range(2, 40))
        writer.add(replace(coat, cohort=many), supersedes=old.seq, reason="all of them")
        seq = office.register.versions(type(coat), 1)[-1].seq
        fewer = Cohort.of(PupilId(each) for each in range(3, 40))
        writer.add(replace(coat, cohort=fewer), supersedes=seq, reason="not Bea")

    (change,) = history("disclosure", 1)[-1].changes

    assert change.sentence == "Pupils: 37 pupils; without Bea Exampleby (before: 38 pupils)"


def test_a_new_version_of_a_flow_is_told(office, history):
    old = office.book.flow_on(FlowId(2), date(2026, 9, 14))
    office.arranging.change_flow(replace(old, items=(Code("name"),)), date(2026, 9, 14), PAT)

    changed = [each.label for version in history("flow", 2)[1:] for each in version.changes]

    assert {"Version", "From", "Until", "What"} <= set(changed)


@pytest.mark.parametrize("kind", ["recipient", "spell", "contact", "flow", "school"])
def test_every_kind_tells_its_first_writing(history, kind):
    (version,) = history(kind)

    assert version.title == "Written"
    assert all(each.after and not each.before for each in version.changes)


def test_what_is_not_there_is_told(history):
    with pytest.raises(Refused, match="history_kind_unknown"):
        history("pupils")
    with pytest.raises(Refused, match="record_unknown"):
        history("agreement", 9)
