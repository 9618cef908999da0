"""The measurements work, on a small school; what they find is for `docs/bench.md` to say."""

import json
import math
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from sharebook.bootstrap.benching.bench import Bench, bench
from sharebook.bootstrap.benching.file_calls import can_count
from sharebook.bootstrap.benching.making import PASSPHRASE, PERSON, made
from sharebook.bootstrap.benching.pairs import compare
from sharebook.bootstrap.benching.row import Row, geometric_mean
from sharebook.bootstrap.benching.sizes import FULL, SMALL
from sharebook.bootstrap.opening import open_register
from sharebook.catalogues.loading import load
from sharebook.cli.main import run
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.pupils import Pupil
from sharebook.services.ports import Progress
from tests.conftest import Quiet

SUBJECTS = (
    "file on the disk",
    "screen queries, hot",
    "screen queries, new connection",
    "phone answer",
    "trigrams",
    "page: the log",
    "commit of one entry",
    "following the chain",
    "checking the whole register",
    "copying every page",
    "notice",
    "one pupil's log",
    "annual report",
    "preview of",
    "unlocking",
    "first paint",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("bench")


@pytest.fixture(scope="module")
def ran(folder) -> tuple[Bench, str]:
    """What the command measured, and what it said of it: one run for all these tests."""
    ours: list[Bench] = []

    def measuring(size: str, place: Path, progress: Progress) -> Bench:
        ours.append(bench(size, place, progress))
        return ours[-1]

    said = StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said):
        patch.setattr("sharebook.bootstrap.benching.bench.bench", measuring)
        assert run(["bench", "--folder", str(folder), "--json"]) == 0
    (found,) = ours
    return found, said.getvalue()


@pytest.fixture(scope="module")
def found(ran: tuple[Bench, str]) -> Bench:
    return ran[0]


def test_every_row_says_a_number_a_unit_and_a_peer(found):
    odd = [
        row.name
        for row in found.rows
        if not (math.isfinite(row.measured) and row.unit and row.peer)
        or (row.cpu is not None and not (math.isfinite(row.cpu) and row.cpu > 0))
        or (row.unit == "×" and row.measured <= 0)
    ]

    assert odd == []


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_report_leaves_nothing_out(found, subject):
    assert [row for row in found.rows if subject in row.name]


@pytest.mark.skipif(not can_count(), reason="this system does not count file calls")
def test_file_calls_are_counted(found):
    (row,) = [row for row in found.rows if row.unit == "calls"]

    assert row.measured > 1


def test_no_two_rows_have_one_name(found):
    names = [row.name for row in found.rows]

    assert sorted(set(names)) == sorted(names)


def test_nothing_readable_is_left_in_the_folder(found, folder):
    left = {path.name for path in folder.iterdir()}

    assert left == {"bench small.sharebook", "bench small.finished"}


def test_the_invented_register_is_whole_and_as_large_as_promised(found, folder):
    register = made(folder, SMALL, load(), Quiet())
    desk = open_register(register, PERSON, PASSPHRASE)
    try:
        assert desk.register.count(Pupil) == SMALL.pupils
        assert desk.register.count(Disclosure) == SMALL.disclosures
        assert list(desk.register.verify(Quiet())) == []
    finally:
        desk.close()


def test_the_same_school_is_invented_every_time(folder, tmp_path):
    heads = set()
    for place in (folder, tmp_path):
        desk = open_register(made(place, SMALL, load(), Quiet()), PERSON, PASSPHRASE)
        heads.add(json.dumps([str(each) for each in desk.register.current(Disclosure)]))
        desk.close()

    assert len(heads) == 1


def test_what_was_invented_half_is_invented_anew(tmp_path):
    half = tmp_path / "bench small.sharebook"
    half.mkdir()
    (half / "register-1.db").write_bytes(b"half")

    register = made(tmp_path, SMALL, load(), Quiet())

    assert (register / "register-1.db").stat().st_size > len(b"half")


def test_the_full_size_is_the_one_the_design_speaks_of():
    assert FULL.disclosures == 200_000
    assert FULL.pupils == 15_000
    assert FULL.flows * FULL.versions == 3_000


def test_a_target_is_met_by_the_kinder_of_clock_and_processor():
    assert Row("late", 1.4, "×", 1.1, "a peer", cpu=1.05).met
    assert Row("late", 1.4, "×", 1.1, "a peer", cpu=1.2).met is False
    assert Row("told", 1.4, "×", None, "a peer").met is None


def test_twice_the_work_costs_about_twice_and_never_nothing():
    got = compare(lambda: sum(range(40_000)), lambda: sum(range(20_000)), 3)

    assert got.clock > 0
    assert got.cpu > 0


def test_a_geometric_mean_of_a_ratio_and_its_inverse_is_one():
    assert geometric_mean([4.0, 0.25]) == pytest.approx(1)


def test_the_command_line_tells_every_row(ran):
    found, said = ran

    told = json.loads(said)
    assert len(told["rows"]) == len(found.rows)
    assert set(told["rows"][0]) == {"name", "measured", "cpu", "unit", "target", "met", "peer"}
