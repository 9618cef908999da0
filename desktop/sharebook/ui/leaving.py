"""What the window shows while the day's backup is made before it closes."""

from sharebook.ui.background import Job
from sharebook.ui.busy import Busy
from sharebook.ui.widgets.door import Door
from sharebook.ui.widgets.labels import label

_WORDS = (
    "The register is locked and everything is saved. Sharebook closes by itself when the backup is "
    "made and proved. Stop closes it at once; the backup is then made next time."
)


class Leaving(Door):
    """A door with nothing to do but wait, or stop."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.busy = Busy()
        self.column.addWidget(label("Making today’s backup", "h1", wrap=True))
        self.column.addWidget(label(_WORDS, "muted", wrap=True))
        self.column.addWidget(self.busy)
        self.busy.watch(job, "Backing up")
        self.busy.show()
        self.setFocusProxy(self.busy.stop)
