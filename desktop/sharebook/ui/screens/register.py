"""Finds a screen by its name: `screens/<name>/screen.py` offers its class as `SCREEN`."""

from importlib import import_module
from importlib.util import find_spec
from typing import cast

from sharebook.ui.may_write import may_write
from sharebook.ui.screens.base import Factory, Office, Screen

_WRITING = frozenset({"record", "bring_in"})  # nothing else is done on these pages
_ELSEWHERE = {"notice": "documents.notice", "reports": "documents.screen"}


def _module(name: str) -> str:
    return f"sharebook.ui.screens.{_ELSEWHERE.get(name, f'{name}.screen')}"


def exists(name: str) -> bool:
    """Say whether there is a screen called `name`."""
    package = _module(name).rpartition(".")[0]
    return find_spec(package) is not None and find_spec(_module(name)) is not None


def factory(name: str) -> Factory:
    """Return what makes the screen `name`; it is imported only now.

    Raises:
        ModuleNotFoundError: there is no such screen (a bug).
    """
    made = import_module(_module(name)).SCREEN
    if name not in _WRITING:
        return cast("Factory", made)

    def for_whom(office: Office) -> Screen:
        if may_write(office.desk):
            return cast("Screen", made(office))
        from sharebook.ui.screens.only_reads import OnlyReads

        return OnlyReads(office, name, made.title)

    return for_whom
