"""Bringing a register file to this program's schema, one numbered script after another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sharebook import assets
from sharebook.domain.errors import Trouble
from sharebook.store.errors import surroundings
from sharebook.store.sqlite import Connection, complete_statement, number


@dataclass(frozen=True, slots=True)
class Script:
    """One step of the schema.

    Attributes:
        number: the version a file has after it, from 1.
        text: SQL statements.
    """

    number: int
    text: str


def shipped() -> list[Script]:
    """Return the scripts of this program, ``resources/schema/<number>_<name>.sql``, in order."""
    names = assets.names("schema")
    return [Script(int(name[:4]), assets.read_text("schema", name)) for name in names]


def newest(scripts: Sequence[Script] | None = None) -> int:
    """Return the schema version that all `scripts` lead to."""
    return max(script.number for script in scripts or shipped())


def refuse_newer(connection: Connection) -> None:
    """Let no older program near a newer file.

    Raises:
        Trouble: schema_newer, naming both versions.
    """
    found, known = number(connection, "PRAGMA user_version"), newest()
    if found > known:
        raise Trouble("schema_newer", found=found, known=known)


def upgrade(
    connection: Connection, path: Path | None, scripts: Sequence[Script] | None = None
) -> Path | None:
    """Run the scripts the file lacks; all of them happen or none.

    Args:
        connection: an open register, or a new empty file.
        path: where the file is, so that a copy can stand beside it first; None in memory.
        scripts: what to run, the shipped ones unless a test brings its own.

    Returns:
        The encrypted copy taken before, or None if nothing had to be changed or kept.

    Raises:
        Trouble: the disk failed; the file is as it was.
    """
    scripts = shipped() if scripts is None else scripts
    before = number(connection, "PRAGMA user_version")
    due = [script for script in scripts if script.number > before]
    if not due:
        return None
    with surroundings():
        copy = _copy_beside(connection, path, before) if path and before else None
        _run(connection, due)
    return copy


def statements(text: str) -> Iterator[str]:
    """Split SQL text into statements; a trigger's inner semicolons do not end it."""
    gathered = ""
    for line in text.splitlines(keepends=True):
        if not gathered and (not line.strip() or line.startswith("--")):
            continue
        gathered += line
        if complete_statement(gathered):
            yield gathered
            gathered = ""


def _run(connection: Connection, due: Sequence[Script]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for script in due:
            for statement in statements(script.text):  # executescript would commit half-way
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {script.number:d}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _copy_beside(connection: Connection, path: Path, version: int) -> Path:
    copy = path.with_name(f"{path.stem}-before-upgrade-from-{version}{path.suffix}")
    unfinished = copy.with_name(copy.name + ".part")
    unfinished.unlink(missing_ok=True)
    unfinished.touch(mode=0o600)  # an empty file is filled in place and keeps its rights
    try:
        connection.execute("VACUUM INTO ?", (str(unfinished),))
        return unfinished.replace(copy)
    finally:
        unfinished.unlink(missing_ok=True)
