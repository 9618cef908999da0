"""Codes into sentences: ``resources/sentences/<area>.toml`` holds ``code = "Plain English."``."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache

from sharebook import assets
from sharebook.domain.errors import SharebookError
from sharebook.domain.findings import Finding
from sharebook.words.days import long_day


@cache
def all_sentences() -> Mapping[str, str]:
    """Return every sentence by its code.

    Raises:
        ValueError: two files hold the same code.
    """
    found: dict[str, str] = {}
    for name in assets.names("sentences"):
        for code, sentence in tomllib.loads(assets.read_text("sentences", name)).items():
            if code in found:
                message = f"two sentences for {code}"
                raise ValueError(message)
            found[code] = sentence
    return found


def sentence(code: str, facts: Mapping[str, object] | None = None) -> str:
    """Return the sentence for `code` with its `facts` put in.

    Raises:
        KeyError: nobody wrote a sentence for `code` (a bug, kept loud).
    """
    told_facts = {name: _said(value) for name, value in (facts or {}).items()}
    return all_sentences()[code].format(**told_facts)


def told(problem: SharebookError | Finding) -> str:
    """Return the sentence for an error or a finding."""
    return sentence(problem.code, problem.facts)


def _said(value: object) -> object:
    return long_day(value) if isinstance(value, date) else value
