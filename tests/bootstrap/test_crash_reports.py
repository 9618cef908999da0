"""A crash leaves kinds, files and lines in the log, and no word of what was being worked on."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from sharebook.bootstrap.crash_reports import _LOG, _MOST, catch_crashes, report, write
from sharebook.domain.errors import Refused

SENTINEL = "Juno Sampleton-SENTINEL"
ROOT = Path(__file__).parents[2]
CRASH = f"""
import sys, threading
from pathlib import Path
from sharebook.bootstrap.crash_reports import catch_crashes

catch_crashes(Path(sys.argv[1]))


def work(name):
    try:
        raise KeyError(name)
    except KeyError as cause:
        raise ValueError(f"cannot read {{name}}") from cause


thread = threading.Thread(target=work, args=({SENTINEL!r},))
thread.start()
thread.join()
work({SENTINEL!r})
"""
FAULT = """
import faulthandler, sys
from pathlib import Path
from sharebook.bootstrap.crash_reports import catch_crashes
from sharebook.bootstrap.hardening import harden

harden()
catch_crashes(Path(sys.argv[1]))
secret = "Juno Sampleton-SENTINEL"
faulthandler._sigsegv()
"""


def crashed(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=folder,
        env={"PYTHONPATH": str(ROOT / "desktop"), "PATH": "", "SYSTEMROOT": "C:\\Windows"},
    )


@pytest.fixture
def hooks(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr("sharebook.bootstrap.crash_reports._watch_faults", lambda _folder: None)


def raised(problem: BaseException) -> str:
    try:
        raise problem
    except BaseException as caught:  # noqa: BLE001  # whatever the test brings
        return report(type(caught), caught, caught.__traceback__)


@pytest.mark.slow
def test_no_value_of_a_crash_is_written_anywhere(tmp_path):
    done = crashed(CRASH, tmp_path)

    log = (tmp_path / _LOG).read_text(encoding="utf-8")
    assert done.returncode == 1
    assert SENTINEL not in log + done.stdout + done.stderr
    assert log.count("ValueError") == 2
    assert "after KeyError" in log
    assert "What was saved before is safe" in done.stderr


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends faults in its own way")
def test_a_fault_of_the_machine_code_is_written_without_values(tmp_path):
    crashed(FAULT, tmp_path)

    written = (tmp_path / "faults.log").read_text(encoding="utf-8")
    assert "Segmentation fault" in written
    assert SENTINEL not in written
    assert [file.name for file in tmp_path.iterdir()] == ["faults.log"]  # and no core file


def test_a_code_of_ours_is_told_and_its_facts_are_not():
    told = raised(Refused("pupil_unknown", "pupil", who=SENTINEL))

    assert "Refused pupil_unknown" in told
    assert SENTINEL not in told


def test_something_else_called_a_code_is_not_told():
    problem = SystemExit(SENTINEL)

    assert SENTINEL not in raised(problem)


def test_places_say_the_file_and_not_whose_computer_it_is():
    places = raised(ValueError()).splitlines()[2:]

    assert [place.rpartition(":")[0] for place in places] == ["test_crash_reports.py"]


def test_the_log_stays_small(tmp_path):
    (tmp_path / _LOG).write_text("x" * (_MOST + 1), encoding="utf-8")

    write("newer", tmp_path)

    assert (tmp_path / _LOG).read_text(encoding="utf-8").endswith("newer\n\n")
    assert (tmp_path / _LOG).stat().st_size < 100
    assert (tmp_path / "crashes.older.log").stat().st_size == _MOST + 1


def test_a_log_that_cannot_be_written_is_no_second_crash(tmp_path):
    (tmp_path / "file").write_bytes(b"")

    write("details", tmp_path / "file" / "Logs")


def test_ctrl_c_is_no_crash(hooks, tmp_path, capsys):
    catch_crashes(tmp_path)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert list(tmp_path.iterdir()) == []
    assert capsys.readouterr().err == ""
