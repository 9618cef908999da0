"""Drive the real window with real keys and take a picture of every step.

Run on Linux with xdotool, ImageMagick and pdftotext, inside a screen nobody looks at:

    export PYTHONPATH=desktop
    export SHAREBOOK_PICTURES_HOME=/home/pat   # a lasting folder, as a school would choose one
    xvfb-run -s "-screen 0 1366x768x24" python -m tests.stories.screenshots FOLDER

Names after the folder take only those walks (`answering`, `practice`, `ours`, `sealed`). `guide` as
the folder takes all of them and keeps the pictures of the guide, small, in docs/guide/pictures.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.stories import walks
from tests.stories.small_school import PASSPHRASE, make_lead_s_school, make_school

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "guide" / "pictures"
SAMPLES = {
    "list": ROOT / "tests" / "samples" / "pupils-autumn.csv",
    "page": ROOT / "tests" / "samples" / "sharing-page.txt",
}
SCHOOLS = {"answering": make_school, "sealed": make_lead_s_school}  # others begin with nothing
_PATIENCE = 30.0  # seconds until the window must be there
_STEP = 0.1  # seconds between two looks
_STILL = 2  # pictures alike, one after the other, that mean the window has settled
_STILL_LONG = 15  # the same where work goes on that the window shows only after a while
_BLINKS = 2.0  # seconds after which only the caret can still be moving
_LONG = 8.0  # the same for long work
_WIDE, _COLOURS = 956, 128  # of a picture in the guide: 70 % of the window


class Robot:
    """Presses keys and takes pictures through the tools of X."""

    def __init__(self, folder: Path, private: Path, window: str) -> None:
        self._folder = folder
        self._sheet = private / "sheet.pdf"
        self._window = window

    def act(self, doing: str) -> None:
        """Do one line of a walk (see walks.py)."""
        own = {
            "~": lambda: self.settle(_STILL_LONG, _LONG),
            "close": self._close,
            "unlock": self._unlock,
            "passphrase": lambda: self.type(PASSPHRASE),
            "sheet": lambda: self._name_file(self._sheet),
            "code": lambda: self.type(_code_on(self._sheet)),
        }
        for word in doing.split():
            if word in own:
                own[word]()
            elif word in SAMPLES:
                self._name_file(SAMPLES[word])
            elif word.startswith("="):
                self.type(word[1:].replace("_", " "))
            else:
                self.key(word)

    def _close(self) -> None:
        self.key("Escape")
        self.return_to_window()

    def _name_file(self, file: Path) -> None:
        self.key("ctrl+a")
        self.type(str(file))
        self.key("Return")
        self.return_to_window()

    def _unlock(self) -> None:
        self.key("ctrl+a")
        self.type(PASSPHRASE)
        self.key("Return")
        _wait_for("Primary School – Sharebook")
        self.settle(_STILL_LONG, _LONG)

    def return_to_window(self) -> None:
        """Give the window the keys again after a dialog: nobody manages windows on this screen."""
        _run("xdotool", "windowfocus", "--sync", self._window)
        self.settle()

    def key(self, *names: str) -> None:
        """Press keys one after the other, waiting until each has had its effect."""
        for name in names:
            _run("xdotool", "key", name)
            self.settle()

    def type(self, text: str) -> None:
        """Type letters as a person does."""
        _run("xdotool", "type", "--delay", "30", text)
        self.settle()

    def settle(self, still: int = _STILL, patience: float = _BLINKS) -> bytes:
        """Wait until the picture stands still; return it as a PNG."""
        same, last = 0, b""
        until = time.monotonic() + patience
        while same < still and time.monotonic() < until:
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


def _code_on(sheet: Path) -> str:
    """Return the recovery code as a person reads it from the sheet."""
    words = _run("pdftotext", "-layout", str(sheet), "-").decode()
    return "".join(re.findall(r"\b[0-9A-Z]{5}\b(?=-|\s)", words))


@contextmanager
def window(private: Path, register: Path | None = None) -> Iterator[str]:
    """Open the program as on a computer of its own in `private`; give its number; close it."""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT / "desktop"),
        "HOME": str(private),
        "XDG_CONFIG_HOME": str(private / "config"),
        "XDG_DATA_HOME": str(private / "data"),
        "QT_QPA_PLATFORM": "xcb",
    }
    command = [sys.executable, "-m", "sharebook", *([str(register)] if register else [])]
    program = subprocess.Popen(command, env=environment)
    try:
        number = _wait_for("Sharebook")
        _run("xdotool", "windowmove", number, "0", "0")
        _run("xdotool", "windowfocus", "--sync", number)
        yield number
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


def take(folder: Path, name: str) -> list[Path]:
    """Go the walk called `name` and return its pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    home = os.environ.get("SHAREBOOK_PICTURES_HOME")  # else pages warn of a temporary folder
    with tempfile.TemporaryDirectory(prefix="School-", dir=home) as made:
        private = Path(made)
        register = None
        if name in SCHOOLS:
            register = private / "Example Lane Primary School.sharebook"
            SCHOOLS[name](register).close()
        taken = []
        with window(private, register) as number:
            robot = Robot(folder, private, number)
            for picture, doing in walks.WALKS[name]:
                robot.act(doing)
                taken.append(robot.picture(picture))
        return taken


def keep_for_guide(picture: Path) -> Path:
    """Keep a picture, smaller and in few colours but true ones, if the guide shows it."""
    kept = PICTURES / picture.name
    less = ["-resize", str(_WIDE), "-dither", "None", "-colors", str(_COLOURS), "-strip"]
    _run("convert", str(picture), *less, "-define", "png:compression-level=9", str(kept))
    return kept


def shown_in_guide() -> set[str]:
    """Return the names of the pictures that the guide and the README show."""
    papers = [ROOT / "README.md", *PICTURES.parent.glob("*.md")]
    texts = [paper.read_text(encoding="utf-8") for paper in papers]
    return {name for text in texts for name in re.findall(r"pictures/([\w-]+)\.png", text)}


def main(folder: str, names: list[str]) -> None:
    """Take the walks called `names`, all if none, and say where each picture is."""
    wanted = shown_in_guide()
    with tempfile.TemporaryDirectory() as aside:
        for name in names or walks.WALKS:
            for picture in take(Path(aside if folder == "guide" else folder), name):
                if folder != "guide":
                    sys.stdout.write(f"{picture}\n")
                elif picture.stem in wanted:
                    sys.stdout.write(f"{keep_for_guide(picture)}\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
