"""Whoever finds the files finds no name in them, at any moment of a day's work."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from docs import exit_route
from sharebook.bootstrap.opening import access
from sharebook.store.opening import open_database
from tests.conftest import StillClock
from tests.trust import sentinels
from tests.trust.registers import PASSPHRASE, PAT, START
from tests.trust.sentinel_session import PAT as SESSION_PAT

ROOT = Path(__file__).parents[2]
STAGES = [
    "recorded", "used", "in the middle of a transaction", "in the middle of a sort",
    "written much", "locked", "opened again",
]  # fmt: skip
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="stops a process in its work"),
]


def environment(home: Path) -> dict[str, str]:
    """Return an environment in which every place a program may write to lies below `home`."""
    places = {"HOME": home, "TMPDIR": home / "tmp", "TEMP": home / "tmp", "TMP": home / "tmp"}
    places["SQLITE_TMPDIR"] = home / "tmp"
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        places[f"XDG_{name}_HOME"] = home / name.lower()
    for place in places.values():
        place.mkdir(parents=True, exist_ok=True)
    told = {name: str(place) for name, place in places.items()}
    told["PYTHONPATH"] = os.pathsep.join([str(ROOT / "desktop"), str(ROOT)])
    told["PYTHONDONTWRITEBYTECODE"] = "1"
    return {**os.environ, **told}


@contextmanager
def stops(command: list[str], home: Path) -> Iterator[Iterator[str]]:
    """Run a program that stops itself; each time, say where, and let it go on afterwards."""
    with subprocess.Popen(
        command, cwd=home, env=environment(home), stdout=subprocess.PIPE, text=True
    ) as process:

        def each() -> Iterator[str]:
            assert process.stdout
            while True:
                _, status = os.waitpid(process.pid, os.WUNTRACED)
                if not os.WIFSTOPPED(status):
                    process.returncode = os.waitstatus_to_exitcode(status)
                    return
                yield process.stdout.readline().strip()
                os.kill(process.pid, signal.SIGCONT)

        try:
            yield each()
        finally:
            if process.returncode is None:
                process.kill()
    assert process.returncode == 0


def test_no_name_shows_in_any_file_at_any_moment(tmp_path):
    home, papers = tmp_path / "home", tmp_path / "papers"
    papers.mkdir()
    register = home / "registers" / "Example Lane.sharebook"
    register.parent.mkdir(parents=True)
    looked_for = sentinels.forms(*sentinels.EVERY, sentinels.PASSPHRASE)
    seen, names = [], set()
    command = [sys.executable, "-m", "tests.trust.sentinel_session", str(register), str(papers)]
    with stops(command, home) as stages:
        for stage in stages:
            seen.append(stage)
            names |= {path.name for path in sentinels.files(home)}
            assert sentinels.hits(looked_for, home) == [], stage

    assert seen == STAGES
    assert {"register-1.db-journal", "sealed-1.db", "register.keys", "crashes.log"} <= names
    assert any(name.endswith(".sharebook-backup") for name in names)
    assert_it_was_all_there(register, papers, home)


def assert_it_was_all_there(register: Path, papers: Path, home: Path) -> None:
    """The names are in the register, under its key; and the key stands nowhere."""
    found = access(register, SESSION_PAT, sentinels.PASSPHRASE, StillClock(START))
    assert found.sealed
    plain = [
        exit_route.decrypted(each.database.read_bytes(), each.data_key)
        for each in (found, found.sealed)
    ]
    said = b"".join(plain)
    inside = set(sentinels.EVERY) - {sentinels.TYPED, sentinels.CRASHED}
    assert [name for name in inside if name.encode() not in said] == []
    assert {path.name for path in papers.iterdir()} == {"log.pdf", "book.json", "pupils.xlsx"}
    for each in (found, found.sealed):
        forms = {each.data_key: "key", each.data_key.hex().encode(): "key in hexadecimal"}
        assert sentinels.hits(forms, home) == []
        with closing(open_database(each.database, each.data_key)) as connection:
            sql = "SELECT name FROM sqlite_master WHERE name LIKE 'sqlite_stat%'"
            assert connection.execute(sql).fetchall() == []


# ---------------------------------------------------------------- memory that is written to disk


def cores(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("core*") if path.is_file()]


def with_core_dumps_allowed() -> None:
    import resource

    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))


def holds_the_register(process: int) -> bool:
    """Tell whether a process has the data file open, and so its key in memory."""
    links = Path(f"/proc/{process}/fd")
    try:
        return any(link.readlink().name == "register-1.db" for link in links.iterdir())
    except OSError:
        return False


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux what a process holds")
def test_the_program_that_is_killed_leaves_no_memory_behind(template, folder, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "words").write_text(PASSPHRASE)
    who = ["--register", str(folder), "--user", PAT, "--passphrase-file", str(home / "words")]
    with subprocess.Popen(
        [sys.executable, "-m", "sharebook", *who, "check"],
        cwd=home,
        env=environment(home),
        preexec_fn=with_core_dumps_allowed,  # noqa: PLW1509  # only a limit is set, before any thread
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        while not holds_the_register(process.pid):
            assert process.poll() is None, "it was over before it could be killed"
            time.sleep(0.001)
        limits = Path(f"/proc/{process.pid}/limits").read_text()
        process.send_signal(signal.SIGABRT)
        assert process.wait() == -signal.SIGABRT

    told = next(line for line in limits.splitlines() if line.startswith("Max core file size"))
    assert told.split()[4:6] == ["0", "0"]
    assert cores(home) == cores(folder) == []
    forms = sentinels.forms("Sampleton", "Renamed") | {template.key: "key"}
    assert sentinels.hits(forms, home, folder) == []
