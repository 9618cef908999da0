"""Everything an office user can see or read: on the screen, in files, with the office's key."""

import hashlib
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from sharebook.bootstrap.desk import Desk
from sharebook.domain.errors import Refused
from sharebook.services.remembering import KINDS
from sharebook.store.copies import opened as opened_file
from tests.compartment.school import JUNO, Keys, opened
from tests.conftest import Quiet, StillClock

_KINDS = tuple(KINDS.values())


def everything(keys: Keys, clock: StillClock) -> dict[str, object]:
    """Return it all, each part under a name; two looks at the same register are equal."""
    seen = {**folder(keys.folder), **database(keys)}
    desk = opened(keys.office, clock)
    try:
        seen |= {**services(desk), **documents(desk), **exports(desk)}
    finally:
        desk.close()
    return seen


def folder(place: Path) -> dict[str, object]:
    """Return names, sizes and times of the register's folder, and the bytes of all but one file."""
    seen: dict[str, object] = {f"time of {place.name}": place.stat().st_mtime_ns}
    for file in sorted(place.iterdir()):
        found = file.stat()
        seen[f"size of {file.name}"] = found.st_size
        seen[f"time of {file.name}"] = found.st_mtime_ns
        if not file.name.startswith("sealed-"):
            seen[f"bytes of {file.name}"] = hashlib.sha256(file.read_bytes()).hexdigest()
    return seen


def database(keys: Keys) -> dict[str, object]:
    """Return every row of every table, and every setting, that the office's key opens."""
    with opened_file(keys.office.database, keys.office.data_key) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        rows = {
            f"table {name}": sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"')))  # noqa: S608 - ours
            for (name,) in names
        }
        settings = ("page_count", "freelist_count", "data_version", "schema_version")
        return rows | {
            f"pragma {each}": connection.execute(f"PRAGMA {each}").fetchone() for each in settings
        }


def services(desk: Desk) -> dict[str, object]:
    """Return what the screens are made from."""
    today = desk.clock.today()
    everyone = [each.pupil for each in desk.choosing.everyone(today)]
    first = today.replace(year=2000)
    recipients = desk.book.recipients()
    health = desk.checking.check(Quiet())
    return {
        "answers": [desk.answering.answer(each.id) for each in everyone],
        "timelines": [desk.browsing.timeline(each.id) for each in everyone],
        "calls": [desk.answering.calls(each.id) for each in everyone],
        "log": desk.browsing.log(first, today),
        "search": [desk.answering.find(words) for words in ("juno", "child", "ze", "hush")],
        "groups": desk.choosing.groups(today),
        "due": desk.reviewing.due(),
        "gaps": desk.reviewing.gaps(),
        "year": desk.reviewing.entries_this_year(),
        "recipients": desk.browsing.recipients(today),
        "last sent": {each: desk.browsing.last_sent(each) for each in recipients},
        "flows": {each: desk.browsing.flows_to(each, today) for each in recipients},
        "last": desk.recording.last(),
        "choices": desk.recording.choices(),
        "next number": _next_number(desk),
        "counts": {kind.__name__: desk.register.count(kind) for kind in _KINDS},
        "history": {kind.__name__: desk.register.history(kind) for kind in _KINDS},
        "seal": desk.checking.seal(),
        "check": (health.findings, health.entries),
        "backups": [each.file.name for each in desk.backing_up.backups()],
        "compartment": desk.compartment,
    }


def documents(desk: Desk) -> dict[str, object]:
    """Return the bytes of every document."""
    publishing = desk.publishing
    makers: dict[str, Any] = {
        "notice": publishing.notice,
        "log": lambda: publishing.log(JUNO),
        "report": publishing.report,
        "ropa": publishing.ropa,
    }
    return {
        f"{name}.{form}": hashlib.sha256(publishing.render(make(), form)).hexdigest()
        for name, make in makers.items()
        for form in ("pdf", "html", "txt")
    }


def exports(desk: Desk) -> dict[str, object]:
    """Return the bytes of the book and of every table."""
    today = desk.clock.today()
    tables = {
        f"{what}.{form}": parts(desk.exporting.table(what, form, today))
        for what in ("pupils", "log", "recipients", "flows")
        for form in ("csv", "xlsx")
    }
    return {"book.json": desk.exporting.book(), **tables}


def parts(content: bytes) -> object:
    """Return a file's bytes; of a workbook its parts', without the moment it was made."""
    if not content.startswith(b"PK"):
        return content
    with ZipFile(BytesIO(content)) as book:
        return {name: book.read(name) for name in book.namelist() if name != "docProps/core.xml"}


def _next_number(desk: Desk) -> object:
    try:
        return desk.recording.entry(desk.recording.last().number + 1)  # type: ignore[union-attr]
    except Refused as refused:
        return refused.facts
