"""Work of a page at a desk of its own, away from the window, followed by its busy panel."""

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, Any

from sharebook.ui.background import Job
from sharebook.ui.busy import Busy
from sharebook.ui.screens.base import Office

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.services.ports import Progress

AtDesk = Callable[["Desk", "Progress"], object]


def do_away(
    office: Office,
    busy: Busy,
    work: AtDesk,
    words: str,
    then: Callable[[Any], None],
    *,
    quiet: bool = False,
) -> Job:
    """Start `work` and return its job; `then` gets what came of it, trouble is told.

    Quiet work only looks something up: an office left alone is locked all the same.
    """
    desk = office.desk

    def away(progress: "Progress") -> object:
        with closing(desk.again()) as own:
            return work(own, progress)

    job = busy.watch(office.background.start(away, quiet=quiet), words)
    job.succeeded.connect(then)
    job.failed.connect(office.telling.tell)
    return job
