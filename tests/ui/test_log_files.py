"""An entry's page: its files are attached, saved and taken out; everything it says is there."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from sharebook.domain.acknowledgements import About, Acknowledgement
from sharebook.domain.attachments import Copy
from sharebook.domain.considered import Considered, NotTold
from sharebook.domain.disclosures import Receipt
from sharebook.domain.incidents import Incident
from sharebook.domain.names import AcknowledgementId, Code, DisclosureId, IncidentId, RequestId
from sharebook.domain.requests import Request
from sharebook.ui.screens.log import file_deeds
from sharebook.ui.screens.log.screen import LogScreen
from sharebook.ui.widgets.incident_line import IncidentLine
from tests.builders import a_disclosure
from tests.ui.peopled import JUNO, NURSE, PAT, an_office, peopled

pytestmark = pytest.mark.ui
LETTER = b"what was sent to the nurse"
PRINT = hashlib.sha256(LETTER).hexdigest()[:8].upper()


@pytest.fixture
def desk(tmp_path, clock):
    desk = peopled(tmp_path, clock)
    yield desk
    desk.close()


@pytest.fixture
def office(desk, background, answers, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return an_office(desk, background, answers, window)


@pytest.fixture
def screen(office, qtbot) -> LogScreen:
    made = LogScreen(office)
    qtbot.addWidget(made)
    made.resize(1240, 760)
    made.show()
    office.changed.happened.connect(made.refresh)
    qtbot.waitUntil(lambda: bool(made.table.shown))
    return made


@pytest.fixture
def letter(tmp_path, answers):
    answers.path = tmp_path / "letter.pdf"
    answers.path.write_bytes(LETTER)
    return answers.path


def opened(screen, qtbot, number):
    screen.show_entry(number)
    qtbot.waitUntil(lambda: screen.panel.isVisible() and screen.panel.shown.number == number)
    return screen.panel.page


def words(widget):
    return [each.text().replace("\u200b", "") for each in widget.findChildren(QLabel)]


def press(part, said):
    found = [it for it in part.findChildren(QPushButton) if it.accessibleName() == said]
    found[0].click()


def test_a_copy_is_attached_with_keys_alone(screen, qtbot, letter, desk):
    page = opened(screen, qtbot, 4)
    page.files.attach_button.setFocus()
    qtbot.keyClick(page.files.attach_button, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: bool(screen.panel.shown.files))

    said = words(screen.panel.page.files)
    assert letter.name in said
    assert f"26 bytes, fingerprint {PRINT}" in said
    assert desk.attaching.read(1)[1] == LETTER


def test_a_dropped_file_is_attached(screen, qtbot, letter):
    part = opened(screen, qtbot, 4).files
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(letter))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    entering = QDragEnterEvent(QPoint(2, 2), copy, data, left, none)
    part.dragEnterEvent(entering)
    assert entering.isAccepted()

    part.dropEvent(QDropEvent(QPointF(2, 2), copy, data, left, none))

    qtbot.waitUntil(lambda: bool(screen.panel.shown.files))


def test_a_copy_is_saved_where_the_person_says_and_nowhere_else(
    screen, qtbot, desk, answers, tmp_path
):
    desk.attaching.attach(4, [Copy("letter.pdf", LETTER)], PAT)
    part = opened(screen, qtbot, 4).files
    answers.path = tmp_path / "chosen"
    answers.path.mkdir()

    press(part, "Save a copy of letter.pdf")

    qtbot.waitUntil((answers.path / "letter.pdf").exists)
    qtbot.waitUntil(lambda: not screen.office.background.busy)
    assert (answers.path / "letter.pdf").read_bytes() == LETTER
    assert [it.name for it in tmp_path.rglob("letter*")] == ["letter.pdf"]


def test_a_copy_is_taken_out_with_a_reason(screen, qtbot, desk, monkeypatch):
    desk.attaching.attach(4, [Copy("letter.pdf", LETTER)], PAT)
    part = opened(screen, qtbot, 4).files
    asked = []

    def answer(dialog):
        asked.append(words(dialog))
        assert dialog.safe.isDefault()
        dialog.act.click()  # without a reason nothing happens
        dialog.reason.inner.setText("The wrong letter")
        dialog.act.click()
        return dialog.result()

    monkeypatch.setattr(file_deeds.TakeOutDialog, "exec", answer)
    press(part, "Take out letter.pdf")

    qtbot.waitUntil(lambda: screen.panel.shown.files == ())
    assert any("Its bytes stay in the register" in said for said in asked[0])
    assert desk.attaching.of(4) == []


def test_what_is_too_large_is_said_and_nothing_is_attached(screen, qtbot, letter, answers):
    with letter.open("wb") as file:
        file.truncate(11 * 1024 * 1024)
    opened(screen, qtbot, 4).files.attach_button.click()
    qtbot.waitUntil(lambda: bool(answers.told))
    assert "letter.pdf" in f"{answers.told[0].title} {answers.told[0].words}"
    assert screen.panel.shown.files == ()


def test_nothing_is_attached_to_an_entry_that_was_put_right(screen, qtbot):
    assert opened(screen, qtbot, 1).files.attach_button.isHidden()


def test_the_log_marks_entries_with_files_and_finds_them(screen, qtbot, desk):
    desk.attaching.attach(3, [Copy("a.txt", b"a"), Copy("b.txt", b"b")], PAT)
    screen.refresh(frozenset({"disclosure"}))
    qtbot.waitUntil(lambda: any(line.files for line in screen.table.shown))

    model = screen.table.model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(4)]
    assert ["2 files" in each for each in said] == [False, True, False, False]
    screen.filters.kind.choose("With a file")
    screen.filters.kind.activated.emit(screen.filters.kind.currentIndex())
    assert [line.number for line in screen.table.shown] == [3]


def everything(desk):
    """Write an entry that says everything an entry can say."""
    day = date(2026, 9, 12)
    with desk.register.writing(PAT) as writer:
        writer.add(
            Request(RequestId(1), day, recipient=NURSE, pupils=(JUNO,), asked_for="Her height")
        )
        record = a_disclosure(id=DisclosureId(5), recipient=NURSE, day=day)
        writer.add(
            replace(
                record,
                request=RequestId(1),
                receipt=Receipt.EXPECTED,
                trigger=Code("SENT_IN_ERROR"),
                considered=Considered("Nothing less would do", child_view="Did not mind"),
                not_told=NotTold(date(2026, 10, 1), "Theo Placeholder", "She asked us to wait"),
            )
        )
        writer.add(Incident(IncidentId(1), 5, day, "09:10", what="Wrong address"))
        writer.add(
            Acknowledgement(AcknowledgementId(1), About.ENTRY, 5, "no_method", "By hand", day)
        )


def test_the_page_tells_everything_an_entry_says(screen, qtbot, desk):
    everything(desk)
    page = opened(screen, qtbot, 5)
    facts = dict(screen.panel.shown.facts)
    assert facts["Decides request"].endswith("received on 12 September 2026")
    assert facts["They asked for"] == "Her height"
    assert facts["Receipt"].startswith("Wanted, and not here yet")
    assert facts["Why it was necessary"] == "Nothing less would do"
    assert facts["What the child said"] == "Did not mind"
    assert facts["Why they are not told"] == "She asked us to wait"
    assert facts["Left as it is"].endswith("By hand")
    headings = [heading for heading, _ in screen.panel.shown.sections]
    assert headings[-2:] == ["What was weighed", "The family"]
    assert "Do not tell the family until 1 October 2026" in words(page)
    (line,) = page.findChildren(IncidentLine)
    assert "Sent by mistake" in line.accessibleName()


def test_an_incident_opens_from_the_entry(screen, qtbot, desk, monkeypatch):
    everything(desk)
    shown = []
    monkeypatch.setattr(
        "sharebook.ui.screens.incident_dialog.show_incident",
        lambda _office, _window, number, *, sealed: shown.append((number, sealed)),
    )
    opened(screen, qtbot, 5).findChild(IncidentLine).open.click()
    assert shown == [(1, False)]
