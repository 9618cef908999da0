"""A template fills the form, finds its pupils anew, and names no child."""

from dataclasses import replace

import pytest

from sharebook.domain.considered import Considered, NotTold
from sharebook.domain.disclosures import Asker
from sharebook.domain.errors import Refused
from sharebook.domain.flows import Reach
from sharebook.domain.kept_drafts import Chip
from sharebook.domain.names import Code, PupilId
from sharebook.domain.templates import Template
from sharebook.services.templating import Templating
from tests.builders import JUNO, a_pupil, a_spell

PAT = "Pat Inkwell"
KINGFISHER = Chip("class", "Kingfisher", (JUNO, PupilId(2)))


@pytest.fixture
def templating(office, clock):
    return Templating(office.register, office.choosing, office.recording, clock)


@pytest.fixture
def form(office):
    choice = next(each for each in office.recording.choices() if each.name == "NHS: school nurse")
    return replace(
        office.recording.start(choice),
        pupils=KINGFISHER.pupils,
        decided_by=PAT,
        reason="Juno Sampleton is unwell.",
        note="Ring Dana Sampleton.",
        asker=Asker("Dana Sampleton", "mother", "Example family"),
        considered=Considered(necessity="They plan the visits.", child_view="Juno agrees."),
        not_told=NotTold(because="Juno asked so."),
    )


def test_it_fills_the_form_and_finds_its_class_anew(office, templating, form):
    kept = templating.keep("Nurse, Kingfisher", form, (KINGFISHER,), PAT)
    with office.register.writing(PAT) as writer:
        writer.add(a_pupil(id=PupilId(5), forename="Ada", surname="Nobodata", upn=""))
        writer.add(a_spell(id=5, pupil=PupilId(5), class_name="Kingfisher"))

    draft, chips = templating.use(kept)
    assert set(draft.pupils) == {JUNO, PupilId(2), PupilId(5)}
    assert [(chip.kind, chip.name) for chip in chips] == [("class", "Kingfisher")]
    assert (draft.purpose, draft.method, draft.decided_by) == (form.purpose, form.method, PAT)
    assert draft.considered.necessity == "They plan the visits."


def test_no_child_is_named_in_it(templating, form, office):
    chips = (Chip("pupil", "", (JUNO,)),)
    kept = templating.keep("Nurse", form, chips, PAT)

    assert "Juno" not in repr(kept)
    assert "Dana" not in repr(kept)
    assert kept.about.reach is Reach.PICKED
    assert templating.use(kept)[0].pupils == ()
    assert office.register.current(Template)[0].record == kept


def test_the_same_name_again_takes_the_place_of_the_first(templating, form):
    templating.keep("Nurse", form, (), PAT)
    templating.keep(" nurse ", replace(form, method=Code("phone")), (), PAT)

    assert [each.draft.method for each in templating.every()] == [Code("phone")]
    assert templating.named("NURSE").draft.method == Code("phone")


def test_one_that_is_written_up_afterwards_has_no_time_yet(templating, form):
    kept = templating.keep("By phone", replace(form, method=Code("phone")), (), PAT)

    assert templating.use(kept)[0].time == ""


def test_it_is_renamed_taken_out_and_put_back(templating, form):
    kept = templating.keep("Nurse", form, (), PAT)
    renamed = templating.rename(kept, "School nurse", PAT)
    templating.take_out(renamed, PAT)
    assert templating.every() == []
    templating.put_back(renamed, PAT)

    assert [each.name for each in templating.every()] == ["School nurse"]


def test_what_cannot_be_is_said(templating, form):
    first = templating.keep("One", form, (), PAT)
    templating.keep("Two", form, (), PAT)

    with pytest.raises(Refused, match="template_needs_name"):
        templating.keep(" ", form, (), PAT)
    with pytest.raises(Refused, match="template_needs_recipient"):
        templating.keep("Three", replace(form, recipient=None), (), PAT)
    with pytest.raises(Refused, match="template_name_taken"):
        templating.rename(first, "two", PAT)
    with pytest.raises(Refused, match="template_unknown"):
        templating.named("Four")
