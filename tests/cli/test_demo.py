"""The practice school: made once, printed each time, the same for the same day."""

import json
from pathlib import Path

import pytest

from sharebook.bootstrap.practice import PASSPHRASE, USER, make_practice
from sharebook.bootstrap.screen import has_screen
from sharebook.cli.main import run
from sharebook.domain.errors import Cancelled
from tests.conftest import Quiet


class Stopper:
    """Presses Stop after a few words of progress."""

    def __init__(self) -> None:
        self.heard = 0

    def report(self, done: int, total: int, doing: str = "") -> None:
        self.heard += 1
        if self.heard > 3:
            raise Cancelled


@pytest.mark.slow
def test_demo_makes_a_school_and_five_documents_and_says_how_to_get_in(tmp_path, capsys):
    code = run(["demo", str(tmp_path / "try it"), "--json", "--today", "2026-09-14"])
    told = json.loads(capsys.readouterr().out)

    assert code == 0
    assert (told["user"], told["passphrase"]) == (USER, PASSPHRASE)
    assert len(told["documents"]) == 5
    assert all(Path(path).read_bytes().startswith(b"%PDF") for path in told["documents"])
    common = ["--register", told["register"], "--json", "--today", "2026-09-14"]
    _opens_and_is_full(common, capsys)
    assert run(["demo", str(tmp_path / "try it"), "--json"]) == 0


def _opens_and_is_full(common, capsys):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHAREBOOK_PASSPHRASE", PASSPHRASE)
        assert run(["who", "Juno Sampleton", *common]) == 0
        assert json.loads(capsys.readouterr().out)["totals"]["organisations"] > 10
        assert run(["due", *common]) == 0
        assert json.loads(capsys.readouterr().out)[0]["overdue"]


@pytest.mark.slow
def test_a_stopped_demo_is_filled_the_next_time(tmp_path):
    with pytest.raises(Cancelled):
        make_practice(tmp_path, Stopper())

    made = make_practice(tmp_path, Quiet())
    assert len(made.documents) == 5


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({}, "win32", True),
    ],
)
def test_a_window_is_opened_only_where_somebody_could_see_it(environ, platform, expected):
    assert has_screen(environ, platform) is expected
