"""What a request said before, version by version."""

from typing import TYPE_CHECKING

from sharebook.bootstrap.sealed_log import sealed_log
from sharebook.services.retelling import ToldVersion
from sharebook.ui.screens.requests.rows import Which

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk


def told_versions(desk: "Desk", which: Which) -> tuple[ToldVersion, ...]:
    """Return every version of a request in words, oldest first."""
    kept = sealed_log(desk).remembering if which.sealed else desk.remembering
    return desk.retelling.told("request", kept.history("request", which.number))
