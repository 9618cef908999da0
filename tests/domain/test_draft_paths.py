"""One answer of a draft, or many of them, by their paths."""

from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain.draft_paths import put_all, put_into, read_from
from sharebook.domain.drafts import Draft

PATHS = ("reason", "note", "considered.necessity", "considered.advice", "not_told.because")
ANSWERS = st.dictionaries(st.sampled_from(PATHS), st.text(max_size=5))


@given(ANSWERS)
def test_many_answers_at_once_are_as_many_one_by_one(answers):
    one_by_one = Draft()
    for path, value in answers.items():
        one_by_one = put_into(one_by_one, path, value)

    assert put_all(Draft(), answers) == one_by_one


@given(ANSWERS)
def test_each_answer_stands_where_it_was_put(answers):
    draft = put_all(Draft(), answers)

    assert {path: read_from(draft, path) for path in answers} == answers


@given(ANSWERS)
def test_what_stands_there_already_makes_no_new_draft(answers):
    draft = put_all(Draft(), answers)

    assert put_all(draft, answers) is draft
