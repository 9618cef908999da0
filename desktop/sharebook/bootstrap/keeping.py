"""The rules of keeping, read from ``resources/backups/keeping.toml``."""

import tomllib
from datetime import timedelta
from functools import cache

import msgspec

from sharebook import assets
from sharebook.domain.backups import Keeping, Rule


@cache
def keeping() -> Keeping:
    """Return how long backups are kept.

    Raises:
        msgspec.ValidationError: the file holds something else; a fault in the program's own files.
    """
    plain = tomllib.loads(assets.read_text("backups", "keeping.toml"))
    rules = msgspec.convert(plain["rule"], tuple[Rule, ...])
    return Keeping(rules, timedelta(days=plain["after_restore"]["pause_days"]))
