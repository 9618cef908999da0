"""Half-typed forms wait for the one who typed them, newest first, and can be thrown away."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sharebook.bootstrap.access import Access, SealedAccess
from sharebook.bootstrap.draft_box import carry_over, drafting_of, drafts_folder
from sharebook.domain.drafts import Draft
from sharebook.domain.kept_drafts import Chip, RecordForm, Texts
from sharebook.domain.names import Code, PupilId, RecipientId
from sharebook.services.drafting import MOST_WAITING

FORM = RecordForm(
    Draft(recipient=RecipientId(2), pupils=(PupilId(1),), day=date(2026, 9, 14), purpose="So that"),
    chips=(Chip("class", "Kingfisher", (PupilId(1), PupilId(3))),),
    items=("name", "own:A letter"),
    typed={"recipient": "nur"},
    own_purpose=True,
    caret="purpose",
    corrects=12,
    reason="It went by post.",
)


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setattr("sharebook.bootstrap.draft_box.default_place", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def access(tmp_path):
    folder = tmp_path / "a.sharebook"
    return Access(folder, folder / "register-1.db", b"k" * 32, "r1", "Pat Inkwell", Code("office"))


@pytest.fixture
def drafting(place, access, clock):
    return drafting_of(access, clock)


def sealed_of(access, key=b"s" * 32):
    return replace(access, sealed=SealedAccess(access.folder / "sealed-1.db", key))


def test_a_form_comes_back_as_it_stood(drafting):
    drafting.keep("record", "To the nurse", FORM)

    (draft,) = drafting.waiting()
    assert (draft.kind, draft.words) == ("record", "To the nurse")
    assert drafting.state(draft, RecordForm) == FORM


def test_the_same_form_is_kept_once(drafting):
    first = drafting.keep("record", "a", FORM)
    drafting.keep("record", "b", FORM, name=first.name)

    assert [draft.words for draft in drafting.waiting()] == ["b"]


def test_the_newest_stands_first(drafting, clock):
    drafting.keep("record", "older", FORM)
    clock.moment += timedelta(minutes=1)
    drafting.keep("call", "newer", Texts({"note": "rang"}))

    assert [draft.words for draft in drafting.waiting()] == ["newer", "older"]
    assert [draft.words for draft in drafting.waiting("record")] == ["older"]


def test_thrown_away_can_be_put_back(drafting):
    draft = drafting.keep("record", "a", FORM)
    drafting.throw_away(draft)
    assert drafting.waiting() == []

    drafting.put_back(draft)

    assert drafting.waiting() == [draft]


def test_twenty_may_wait(drafting):
    for number in range(MOST_WAITING):
        assert drafting.has_room()
        drafting.keep("record", str(number), FORM)

    assert not drafting.has_room()


def test_a_form_of_another_version_is_not_read(drafting):
    draft = drafting.keep("record", "a", Texts({"note": "x"}))

    assert drafting.state(draft, RecordForm) is None


def test_a_form_about_the_compartment_is_seen_only_by_who_may_open_it(place, access, clock):
    lead = drafting_of(sealed_of(access), clock)
    lead.keep("record", "about a sealed entry", FORM, sealed=True)
    lead.keep("record", "ordinary", FORM)

    office = drafting_of(access, clock)
    assert [draft.words for draft in office.waiting()] == ["ordinary"]
    assert {draft.words for draft in lead.waiting()} == {"ordinary", "about a sealed entry"}


def test_a_form_that_becomes_sealed_leaves_nothing_for_the_office(place, access, clock):
    lead = drafting_of(sealed_of(access), clock)
    draft = lead.keep("record", "a", FORM)
    lead.keep("record", "a", FORM, name=draft.name, sealed=True)

    assert drafting_of(access, clock).waiting() == []
    assert len(list(drafts_folder("r1").iterdir())) == 1


def test_nobody_without_the_compartment_keeps_a_sealed_form(drafting):
    with pytest.raises(LookupError):
        drafting.keep("record", "a", FORM, sealed=True)


def test_renewed_keys_take_everybodys_drafts_along(place, access, clock):
    before = sealed_of(access)
    after = replace(sealed_of(access, b"t" * 32), data_key=b"n" * 32)
    rowan = replace(after, person="Rowan Placeholder")
    drafting_of(before, clock).keep("record", "sealed", FORM, sealed=True)
    drafting_of(replace(before, person="Rowan Placeholder"), clock).keep("record", "hers", FORM)

    carry_over(before, after, ["Pat Inkwell", "Rowan Placeholder"])

    assert [draft.words for draft in drafting_of(after, clock).waiting()] == ["sealed"]
    assert [draft.words for draft in drafting_of(rowan, clock).waiting()] == ["hers"]
    assert drafting_of(before, clock).waiting() == []
