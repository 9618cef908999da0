"""Qt's complaints reach the log by the name of the function; what they quote does not."""

from PySide6.QtCore import QtMsgType, qInstallMessageHandler, qWarning

from sharebook.bootstrap import crash_reports
from sharebook.ui import qt_messages
from sharebook.ui.qt_messages import catch_qt_messages, gist

WARNING = QtMsgType.QtWarningMsg


def test_the_function_is_named_and_its_words_are_not():
    said = gist(WARNING, "QLabel::setText: Juno Sampleton is too long")

    assert said == "QtWarningMsg QLabel::setText"


def test_words_without_a_function_are_left_out_whole():
    assert gist(WARNING, "Juno Sampleton: no such child") == "QtWarningMsg"


def test_the_same_complaint_is_written_once(monkeypatch, tmp_path):
    monkeypatch.setattr(crash_reports, "logs_folder", lambda: tmp_path)
    monkeypatch.setattr(qt_messages, "_said", set())
    before = qInstallMessageHandler(None)
    try:
        catch_qt_messages()
        qWarning("QFont::setPixelSize: Juno Sampleton")
        qWarning("QFont::setPixelSize: Juno Sampleton")
    finally:
        qInstallMessageHandler(before)

    log = (tmp_path / "crashes.log").read_text(encoding="utf-8")
    assert log.count("QtWarningMsg QFont::setPixelSize") == 1
    assert "Juno" not in log
