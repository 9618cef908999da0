"""Half-typed forms wait for the one who typed them, newest first, and can be thrown away."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sharebook.bootstrap.access import Access, SealedAccess
from sharebook.bootstrap.draft_box import carry_over, drafting_of, drafts_folder
from sharebook.domain.drafts import Draft
from sharebook.domain.errors import Trouble
from sharebook.domain.kept_drafts import Chip, RecordForm, Texts
from sharebook.domain.names import Code, PupilId, RecipientId
from sharebook.services.drafting import MOST_WAITING
from sharebook.words.sentences import told

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


def test_files_are_kept_with_their_form_and_go_with_it(drafting):
    first = drafting.keep("record", "a", FORM, copies={"1": b"one", "2": b"two"})
    assert drafting.copies(first) == {"1": b"one", "2": b"two"}

    drafting.keep("record", "a", FORM, name=first.name, copies={"2": b"two"})
    assert drafting.copies(first) == {"2": b"two"}
    drafting.put_back(replace(first, open=False))
    assert drafting.copies(first) == {"2": b"two"}

    drafting.throw_away(first)
    assert drafting.copies(first) == {}
    drafting.put_back(first, {"2": b"two"})
    assert drafting.copies(first) == {"2": b"two"}


def test_a_file_is_written_once_however_often_its_form_is_typed_in(drafting, monkeypatch):
    written = []
    box = drafting._boxes[0]
    monkeypatch.setattr(type(box), "put_copy", lambda *given: written.append(given[2]))
    first = drafting.keep("record", "a", FORM, copies={"1": b"one"})
    drafting.keep("record", "b", FORM, name=first.name, copies={"1": b"one"})
    assert written == ["1"]

    drafting.keep("record", "c", FORM, name=first.name)
    drafting.keep("record", "d", FORM, name=first.name, copies={"1": b"one"})

    assert written == ["1", "1"]


def test_a_file_there_is_no_room_for_costs_the_form_nothing(drafting, monkeypatch):
    def full(*_given):
        raise Trouble("copy_not_kept", reason="No space left on device")

    monkeypatch.setattr(type(drafting._boxes[0]), "put_copy", full)
    with pytest.raises(Trouble) as told_of:
        drafting.keep("record", "To the nurse", FORM, copies={"1": b"one"})

    assert "All else does" in told(told_of.value)
    assert [draft.words for draft in drafting.waiting()] == ["To the nurse"]


def test_renewed_keys_take_files_along_sealed_ones_too(place, access, clock):
    before = sealed_of(access)
    after = replace(sealed_of(access, b"t" * 32), data_key=b"n" * 32)
    draft = drafting_of(before, clock).keep(
        "record", "sealed", FORM, sealed=True, copies={"1": b"one"}
    )

    carry_over(before, after, ["Pat Inkwell"])

    assert drafting_of(after, clock).copies(draft) == {"1": b"one"}
    assert drafting_of(replace(after, sealed=None), clock).copies(draft) == {}
