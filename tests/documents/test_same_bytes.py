"""The same content makes the same file, whoever runs the program."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sharebook.documents.rendering import Form, render
from tests.documents.every import NAMES, every_document, pdf_of

_ROOT = Path(__file__).parents[2]
_PRINTS = """
import hashlib
from sharebook.documents.rendering import render
from tests.documents.every import every_document
print(hashlib.sha256(render(every_document()["report"], "pdf")).hexdigest())
"""


@pytest.mark.parametrize("form", ["pdf", "txt", "html"])
@pytest.mark.parametrize("name", NAMES)
def test_twice_is_the_same(name: str, form: Form) -> None:
    first = pdf_of(name) if form == "pdf" else render(every_document()[name], form)
    second = render(every_document()[name], form)

    assert first == second


def test_another_process_with_another_hash_seed_makes_the_same_file() -> None:
    here = hashlib.sha256(render(every_document()["report"], "pdf")).hexdigest()
    path = os.pathsep.join([str(_ROOT / "desktop"), str(_ROOT)])

    for seed in ("1", "2"):
        surroundings = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        there = subprocess.run(
            [sys.executable, "-c", _PRINTS],
            capture_output=True,
            text=True,
            check=True,
            env=surroundings,
        )
        assert there.stdout.strip() == here
