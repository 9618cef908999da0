"""`self-test`: does this installation work? Everything on invented data in a temporary folder."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import typer

from sharebook.cli.call import Call
from sharebook.words.sentences import sentence

_FAILED = 1


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("self-test")(self_test)


def self_test(context: typer.Context) -> None:
    """Try the catalogues, an encrypted register, an entry, a document and the pictures."""
    call: Call = context.obj
    done = []
    with tempfile.TemporaryDirectory() as folder:
        for name, step in _steps(Path(folder)):
            _try(name, step)
            done.append(name)
    call.show({"ok": True, "passed": done}, "\n".join(f"ok  {name}" for name in done))


def _try(name: str, step: Callable[[], None]) -> None:
    try:
        step()
    except typer.Exit:
        print(sentence("self_test_failed", {"step": name}), file=sys.stderr)
        raise


def _steps(folder: Path) -> Iterator[tuple[str, Callable[[], None]]]:
    yield "catalogues", _catalogues
    yield "sentences", _sentences
    yield "icons and fonts", _pictures
    yield "an encrypted register, an entry, a document", lambda: _register(folder)


def _catalogues() -> None:
    from sharebook.catalogues.loading import load
    from sharebook.catalogues.validating import faults

    _must_be_empty(faults(load()))


def _sentences() -> None:
    from sharebook.words.sentences import all_sentences

    if not all_sentences():
        raise typer.Exit(_FAILED)


def _pictures() -> None:
    from sharebook import assets

    for kind in ("icons", "fonts"):
        for name in assets.names(kind):
            if not assets.read_bytes(kind, name):
                raise typer.Exit(_FAILED)


def _register(folder: Path) -> None:
    from sharebook.bootstrap.practice import make_practice
    from sharebook.cli.progress import Bar

    made = make_practice(folder, Bar())
    for path in made.documents:
        if not path.read_bytes().startswith(b"%PDF"):
            raise typer.Exit(_FAILED)
    _nothing_readable(made.register)
    _health(made.register, made.user, made.passphrase)


def _nothing_readable(register: Path) -> None:
    for path in register.iterdir():
        if b"Sampleton" in path.read_bytes():
            raise typer.Exit(_FAILED)


def _health(register: Path, user: str, passphrase: str) -> None:
    from sharebook.bootstrap.opening import open_register
    from sharebook.cli.progress import Bar

    desk = open_register(register, user, passphrase)
    try:
        if not desk.checking.check(Bar()).ok:
            raise typer.Exit(_FAILED)
    finally:
        desk.close()


def _must_be_empty(faults: list[str]) -> None:
    for fault in faults:
        print(fault)
    if faults:
        raise typer.Exit(_FAILED)
