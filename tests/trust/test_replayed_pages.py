"""Old pages put back from an earlier copy, which needs no key: the check finds every one."""

import os
import shutil
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from docs import exit_route
from sharebook.domain.errors import SharebookError
from sharebook.store.opening import open_database
from sharebook.words.sentences import told
from tests.conftest import Quiet
from tests.trust.damage import PAGE
from tests.trust.registers import Kept, kept, opened, work

REPLAYED = 30  # pages, one at a time
EVERY = bool(os.environ.get("SHAREBOOK_LONG"))


def pages(content: bytes) -> list[bytes]:
    return [content[start : start + PAGE] for start in range(0, len(content), PAGE)]


def pages_of(kept: Kept) -> list[bytes]:
    return pages(kept.database.read_bytes())


def changed(earlier: Kept, later: Kept) -> list[int]:
    """Return the pages, from 1, that stand in both and say something else.

    A page may also be written again as it was, under new encryption; putting that back changes
    nothing.
    """
    old, new = (
        pages(exit_route.decrypted(each.database.read_bytes(), each.key))
        for each in (earlier, later)
    )
    return [
        number for number, (was, now) in enumerate(zip(old, new, strict=False), 1) if was != now
    ]


def with_page(folder: Path, number: int, content: bytes) -> None:
    with (folder / "register-1.db").open("r+b") as file:
        file.seek((number - 1) * PAGE)
        file.write(content)


def findings(folder: Path) -> set[str]:
    """Return what the check says; a register that is refused says why."""
    try:
        with closing(opened(folder)) as desk:
            health = desk.checking.check(Quiet())
    except SharebookError as refused:
        return {refused.code} if told(refused) else set()
    return set() if health.ok else {each.code for each in health.findings if told(each)}


def authentic(folder: Path, key: bytes) -> bool:
    """Tell whether every page proves itself, which an old page of the same register does."""
    connection = open_database(folder / "register-1.db", key)
    try:
        return not connection.execute("PRAGMA cipher_integrity_check").fetchall()
    finally:
        connection.close()


def test_each_old_page_is_found_though_each_proves_itself(two_ages, tmp_path):
    earlier, later = two_ages
    old, new = pages_of(earlier), pages_of(later)
    both = changed(earlier, later)
    chance = Random(14)  # noqa: S311 - the same pages each time
    chosen = both if EVERY else sorted(chance.sample(both, min(REPLAYED, len(both))))
    assert len(chosen) >= 14
    folder = Path(shutil.copytree(later.folder, tmp_path / "Replayed.sharebook"))
    unseen = []
    for number in chosen:
        with_page(folder, number, old[number - 1])
        if not findings(folder):
            unseen.append(number)
        with_page(folder, number, new[number - 1])

    assert unseen == []
    assert findings(folder) == set()


def test_the_pages_by_themselves_do_not_show_it(two_ages, tmp_path):
    """So it is the chain and the structure that do."""
    earlier, later = two_ages
    old, number = pages_of(earlier), changed(earlier, later)[-1]
    folder = Path(shutil.copytree(later.folder, tmp_path / "Replayed.sharebook"))
    with_page(folder, number, old[number - 1])

    assert authentic(folder, later.key)
    assert findings(folder)


@pytest.mark.parametrize("several", [2, 5, 12])
def test_several_old_pages_at_once_are_found_too(several, two_ages, tmp_path):
    earlier, later = two_ages
    old, both = pages_of(earlier), changed(earlier, later)
    chance = Random(several)  # noqa: S311 - the same pages each time
    for attempt in range(4):
        folder = Path(shutil.copytree(later.folder, tmp_path / f"{attempt}.sharebook"))
        for number in chance.sample(both, several):
            with_page(folder, number, old[number - 1])

        assert findings(folder)


def test_a_page_that_is_one_entry_old_is_found(template, tmp_path):
    """The least that can be put back; the first page may hold only how often it was written."""
    folder = Path(shutil.copytree(template.folder, tmp_path / "One entry.sharebook"))
    desk = opened(folder)
    work(desk, 1, seed=3)
    desk.close()
    after = kept(folder)
    old, new = pages_of(template), pages_of(after)

    for number in changed(template, after):
        with_page(folder, number, old[number - 1])
        counter_alone = number == 1 and kept(folder).told == after.told
        assert findings(folder) or counter_alone, number
        with_page(folder, number, new[number - 1])
    assert kept(folder) == after
