"""The disk is full at every write of a day: a right sentence, and all that was saved is there."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.reliability.day import SAYS_WHAT_IS_SAFE, Day, places, walk
from tests.reliability.processes import rounds

resource = pytest.importorskip("resource", reason="Windows limits the size of no file")
DESKTOP = Path(__file__).parents[2] / "desktop"
STRIDE = rounds(25, 1)  # pages between two fillings of the disk
UNSHARE = ["unshare", "--mount", "--map-root-user"]
TOLD_AS = {
    "open": set[str](),
    "add person": {"keys_not_written"},
    "change passphrase": {"keys_not_written"},
    "renew the key": {"disk_full", "disk_error", "keys_not_written"},
    "remove person": {"disk_full", "disk_error", "keys_not_written"},
    "backup": {"backup_no_room", "backup_not_written"},
}
SAVING = {"disk_full", "disk_error"}


def judge(step: str, codes: set[str], sentences: set[str]) -> None:
    assert codes <= TOLD_AS.get(step, SAVING), step
    for sentence in sentences:
        assert any(words in sentence for words in SAYS_WHAT_IS_SAFE), sentence


@pytest.mark.slow
def test_a_full_disk_stops_no_step_half_way(made_once: Path, tmp_path: Path):
    place = tmp_path / "disk"
    place.mkdir()
    may = subprocess.run([*UNSHARE, "true"], capture_output=True, text=True, check=False)
    if may.returncode:
        pytest.skip(f"no disk can be mounted here: {may.stderr.strip()}")
    script = ("-m", "tests.reliability.small_disk")
    walked = subprocess.run(
        [*UNSHARE, sys.executable, *script, place, made_once, str(STRIDE)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(DESKTOP), str(DESKTOP.parent)])},
        cwd=DESKTOP.parent,
        check=False,
    )
    assert walked.returncode == 0, walked.stderr
    *steps, leaving = [json.loads(line) for line in walked.stdout.splitlines()]
    for each in steps:
        judge(each["step"], set(each["codes"]), {sentence for _code, sentence in each["said"]})
    assert leaving == {"step": "leave", "left": []}
    failed = {each["step"]: each["tries"] - 1 for each in steps}
    print(failed)  # noqa: T201  # the figures, for pytest -s
    assert failed.pop("open") == 0  # opening asks nothing of the disk
    assert all(failed.values())


@contextmanager
def no_file_grows_beyond(pages: int) -> Iterator[None]:
    """Let this process write nothing beyond so many pages of any file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (pages * 4096, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.slow
def test_a_limit_to_the_size_of_files_stops_no_step_half_way(folder: Path):
    day = Day.begun(folder)
    failed = {}
    for name in day.steps():
        failed[name] = walk(day, name, places(STRIDE, 6000), no_file_grows_beyond) - 1
        judge(
            name,
            {each.code for each in day.failures},
            {each.sentence for each in day.failures},
        )
        day.failures.clear()
    day.leave(0, no_file_grows_beyond)
    day.look()
    day.desk.close()
    print(failed)  # noqa: T201  # the figures, for pytest -s
    assert failed.pop("open") == 0
    assert all(failed.values())
