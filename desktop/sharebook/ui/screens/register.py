"""Finds a screen by its name: `screens/<name>/screen.py` offers its class as `SCREEN`."""

from importlib import import_module
from importlib.util import find_spec

from sharebook.ui.screens.base import Factory

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
    made: Factory = import_module(_module(name)).SCREEN
    return made
