"""The same on the screen: the answer in its three parts, and both versions of an entry."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from sharebook.domain.bases import BasisChain
from sharebook.domain.names import Code
from sharebook.services.wording import Wording
from sharebook.ui.screens.answer.answer_view import AnswerView
from sharebook.ui.screens.log.history_dialog import HistoryDialog
from sharebook.ui.screens.log.lines import read_lines
from sharebook.ui.screens.pupils.story import story
from tests.conftest import Quiet
from tests.stories.answers.office import CONSENT, TASK

pytestmark = pytest.mark.ui
COAT = {"purpose": "for a coat", "items": (Code("name"),)}


def test_the_screen_tells_running_ended_and_occasions_apart(office, qtbot):
    plates = office.recipient("Pretend Plates Catering")
    lunch = office.flow(plates, "so that lunch is safe", basis=BasisChain(CONSENT))
    pool = office.recipient("Imaginary Swimming Baths", "other")
    swimming = office.flow(pool, "for the swimming lessons")
    gazette = office.recipient("Example Gazette", "media")
    office.on(2025, 7, 1)
    office.change(lunch, date(2025, 1, 6), basis=BasisChain(TASK))
    office.end(swimming, date(2025, 5, 30))
    office.rename(plates, "Made-up Meals")
    office.on(2025, 9, 14)
    office.send(gazette, date(2025, 6, 2), ["Juno"], **COAT)
    view = AnswerView()
    qtbot.addWidget(view)

    view.show_answer(office.worded("Juno"))

    assert view.spoken.text() == (
        "“One organisation gets Juno’s information regularly. One more got it regularly before."
        " One more had some of it on particular occasions.”"
    )
    assert [row.accessibleName() for row in view.lines] == [
        "Made-up Meals, until 30 Jun 2025 called Pretend Plates Catering."
        " Full name and class or form, so that lunch is safe. Every term, since Sep 2024."
        " Last sent: Ongoing. Legal basis: Public task (until 5 Jan 2025: Consent).",
        "Imaginary Swimming Baths. Full name and class or form, for the swimming lessons."
        " Every term, Sep 2024 to May 2025. Last sent: Ended 30 May 2025.",
        "Example Gazette. Full name, for a coat. Once, one disclosure. Last sent: 2 Jun 2025.",
    ]
    said = [each.text() for each in view.findChildren(QLabel)]
    assert said.index("Not shared any more") < said.index("On a particular occasion")


def test_a_part_with_nothing_in_it_has_no_heading(office, qtbot):
    plates = office.recipient("Pretend Plates Catering")
    office.flow(plates, "so that lunch is safe")
    view = AnswerView()
    qtbot.addWidget(view)

    view.show_answer(office.worded("Juno"))

    said = [each.text() for each in view.findChildren(QLabel)]
    assert not {"Not shared any more", "On a particular occasion"} & set(said)


def test_the_log_shows_the_old_struck_under_the_new_and_the_dialog_tells_both(office, qtbot):
    charity = office.recipient("Invented Coats", "other")
    office.on(2025, 9, 8)
    first = office.send(charity, date(2025, 9, 5), ["Juno", "Bea"], **COAT)
    office.correct(first, "Juno got none", pupils=(office.child("Bea"),))
    desk = office.desk

    new, old = read_lines(desk, date(2025, 9, 1), date(2025, 9, 14), Quiet())
    assert (new.number, new.pupils, new.struck, new.cells[-1]) == (
        2,
        "Bea Exampleby",
        False,
        "Correction",
    )
    assert (old.number, old.pupils, old.struck, old.cells[-1]) == (1, "2 pupils", True, "See 2")

    window = QWidget()
    qtbot.addWidget(window)
    told = desk.retelling.told("disclosure", desk.remembering.history("disclosure", 2))
    dialog = HistoryDialog(window, "What did this say before?", told)
    written, right = dialog.said
    assert "Pupils: Juno Sampleton, Bea Exampleby" in written
    assert "Juno got none" in right
    assert "Pupils: Bea Exampleby (before: Juno Sampleton, Bea Exampleby)" in right


def test_the_childs_story_tells_when_sharing_stopped_and_began_again(office):
    plates = office.recipient("Pretend Plates Catering")
    office.flow(plates, "so that lunch is safe")
    office.on(2025, 9, 14)
    office.exclude("Juno", plates, date(2025, 3, 3), date(2025, 3, 28))
    words = Wording(office.desk.catalogues, office.desk.book.headings())

    told = story((), (), (), office.answer("Juno"), words)

    assert [(each.day, each.moment.title.partition(": ")[2]) for each in told] == [
        (date(2025, 3, 29), "regular sharing began again"),
        (date(2025, 3, 2), "regular sharing ended"),
        (date(2024, 9, 2), "regular sharing began"),
    ]


def test_the_childs_story_tells_of_leaving_and_coming_back(office):
    office.on(2025, 1, 13)
    juno = "R674123101121,Sampleton,Juno,14/03/2018"
    office.roll(f"{juno},2,Robin,02/09/2024,,")
    office.on(2025, 4, 7)
    office.roll(f"{juno},2,Robin,02/09/2024,04/04/2025,")
    office.on(2025, 9, 1)
    office.roll(f"{juno},3,Heron,01/09/2025,,")
    words = Wording(office.desk.catalogues, office.desk.book.headings())
    spells = office.desk.answering.spells(office.child("Juno"))

    told = story((), spells, (), office.answer("Juno"), words)

    assert [(each.day, each.moment.title) for each in told] == [
        (date(2025, 9, 1), "Came back in Year 3, Heron"),
        (date(2025, 4, 4), "Left the school"),
        (date(2025, 1, 13), "Moved to Year 2, Robin"),
        (date(2024, 9, 2), "Joined in Year 2, Wren"),
    ]
