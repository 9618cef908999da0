"""Until somebody can work: unlocking, and the first window."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from sharebook.bootstrap.benching.making import PASSPHRASE, PERSON
from sharebook.bootstrap.benching.pairs import cost
from sharebook.bootstrap.benching.row import Row
from sharebook.bootstrap.opening import open_register
from sharebook.vault.bundle import Bundle
from sharebook.vault.kdf import SALT_BYTES, key_from
from sharebook.vault.key_disk import read_key_file

_UNLOCK, _PAINT, _MODULES = 30.0, 0.35, 200
_TURNS = 5
_TOO_LONG = 120  # seconds
_WINDOW = """
import json, sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from sharebook.ui import fonts, settings
from sharebook.ui.app import Program
settings.folder()
fonts.load()
program = Program(app, Path(sys.argv[1]))
seen = []
program.window.painted.disconnect()
program.window.painted.connect(lambda: seen.append((len(sys.modules), time.process_time())))
program.start(Path(sys.argv[2]))
while not seen:
    app.processEvents()
print(json.dumps(seen[0]))
sys.stdout.flush()
program.close()
program.window.close()
"""


def unlock(folder: Path) -> Iterator[Row]:
    """Yield the processor time of unlocking, without the slow hashing of the passphrase."""
    slot = read_key_file(Bundle(folder)).person(PERSON)
    if slot is None:  # pragma: no cover - the bench made it
        raise LookupError(PERSON)
    salt = os.urandom(SALT_BYTES)

    def whole() -> None:
        open_register(folder, PERSON, PASSPHRASE).close()

    whole()
    rest = []
    for _ in range(_TURNS):
        hashing = cost(lambda: key_from(PASSPHRASE, salt, slot.strength)).cpu
        rest.append((cost(whole).cpu - hashing) * 1000)
    peer = "hashing the passphrase alone, taken off"
    yield Row("unlocking and closing, beside Argon2id", median(rest), "ms CPU", _UNLOCK, peer)


def first_paint(folder: Path, scratch: Path) -> Iterator[Row]:
    """Yield modules and processor time until the door of a register is painted, offscreen."""
    found = [_painted(folder, scratch) for _ in range(3)]
    peer = "none; a new program each time"
    yield Row("first paint: modules", max(each[0] for each in found), "modules", _MODULES, peer)
    yield Row("first paint", median(each[1] for each in found), "s CPU", _PAINT, peer)


def _painted(folder: Path, scratch: Path) -> tuple[int, float]:
    program = Path(__file__).parents[3]
    paths = os.pathsep.join([str(program), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(  # noqa: S603 - this very Python, our own script
        [sys.executable, "-c", _WINDOW, str(scratch), str(folder)],
        capture_output=True,
        text=True,
        check=True,
        timeout=_TOO_LONG,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": paths},
    )
    modules, seconds = json.loads(done.stdout)
    return int(modules), float(seconds)
