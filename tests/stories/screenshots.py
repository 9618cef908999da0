"""Drive the real window with real keys and take a picture of every step.

Run on Linux with xdotool and ImageMagick, inside a screen nobody looks at:

    xvfb-run -s "-screen 0 1366x768x24" python -m tests.stories.screenshots FOLDER
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.stories.small_school import PASSPHRASE, make_school

ROOT = Path(__file__).parents[2]
_PATIENCE = 30.0  # seconds until the window must be there
_STEP = 0.1  # seconds between two looks
_STILL = 2  # pictures alike, one after the other, that mean the window has settled
_BLINKS = 2.0  # seconds after which only the caret can still be moving


class Robot:
    """Presses keys and takes pictures through the tools of X."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def key(self, *names: str) -> None:
        """Press keys one after the other, waiting until each has had its effect."""
        for name in names:
            _run("xdotool", "key", name)
            self.settle()

    def type(self, text: str) -> None:
        """Type letters as a person does."""
        _run("xdotool", "type", "--delay", "30", text)
        self.settle()

    def settle(self) -> bytes:
        """Wait until the picture stands still; return it as a PNG."""
        same, last = 0, b""
        until = time.monotonic() + _BLINKS
        while same < _STILL and time.monotonic() < until:
            time.sleep(_STEP)
            now = _run("import", "-window", "root", "png:-")
            same, last = (same + 1 if now == last else 0), now
        return last

    def picture(self, name: str) -> Path:
        """Keep the picture of this moment."""
        where = self._folder / f"{name}.png"
        where.write_bytes(self.settle())
        return where


def _run(*command: str) -> bytes:
    return subprocess.run(command, check=True, capture_output=True).stdout


@contextmanager
def window(register: Path, private: Path) -> Iterator[None]:
    """Open the program on `register`, and close it afterwards."""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT / "desktop"),
        "XDG_CONFIG_HOME": str(private),
        "QT_QPA_PLATFORM": "xcb",
    }
    command = [sys.executable, "-m", "sharebook", str(register)]
    program = subprocess.Popen(command, env=environment)
    try:
        number = _wait_for("Sharebook")
        _run("xdotool", "windowmove", number, "0", "0")
        _run("xdotool", "windowfocus", "--sync", number)
        yield
    finally:
        program.terminate()
        program.wait()


def _wait_for(title: str) -> str:
    """Wait until a window is called like this; return its number."""
    until = time.monotonic() + _PATIENCE
    search = ["xdotool", "search", "--onlyvisible", "--name", title]
    while time.monotonic() < until:
        found = subprocess.run(search, check=False, capture_output=True, text=True).stdout.split()
        if found:
            return found[-1]
        time.sleep(_STEP)
    message = f"no window called {title}"
    raise TimeoutError(message)


# Each picture with what is done before it: "=word" is typed, everything else is a key.
STORY = (
    ("01-unlock", ""),
    ("02-today", "unlock"),
    ("03-three-letters", "F2 =jun"),
    ("04-callers", "Return"),
    ("05-answer", "Down Tab space"),
    ("06-call-kept", "ctrl+Return"),
    ("07-ask-first", "shift+Tab Down"),
    ("08-to-whom", "F3 =nur"),
    ("09-which-pupils", "Return =king"),
    ("10-except", "Return =bea"),
    ("11-law", "Return Tab =aller Return"),
    ("12-use-this", "alt+u"),
    ("13-saved", "ctrl+Return"),
    ("14-told", "F2 =jun Return Down Tab space"),
    ("15-log", "F4"),
)


def take_all(folder: Path) -> list[Path]:
    """Tell the story and return its pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as private:
        register = Path(private) / "Example Lane Primary School.sharebook"
        make_school(register).close()
        robot = Robot(folder)
        with window(register, Path(private)):
            return [_picture(robot, name, doing) for name, doing in STORY]


def _picture(robot: Robot, name: str, doing: str) -> Path:
    for act in doing.split():
        if act == "unlock":
            robot.type(PASSPHRASE)
            robot.key("Return")
            _wait_for("Primary School – Sharebook")
        elif act.startswith("="):
            robot.type(act[1:])
        else:
            robot.key(act)
    return robot.picture(name)


if __name__ == "__main__":
    for picture in take_all(Path(sys.argv[1])):
        sys.stdout.write(f"{picture}\n")
