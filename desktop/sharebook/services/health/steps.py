"""The steps of the whole check in words, over one bar from its beginning to its end."""

from dataclasses import dataclass

from sharebook.services.ports import Progress

_WORDS = {
    "pages": "Reading every page of the file",
    "structure": "Looking whether the file’s parts fit together",
    "schema": "Comparing the file’s plan",
    "log": "Following the chain of entries",
    "search": "Comparing the search",
    "letters": "Looking for letters that cannot be printed",
    "backup": "Reading the newest backup",
}
_OTHER = "Comparing each record with its entry"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of long work: from `begins` to `ends` of a bar of 100."""

    progress: Progress
    begins: int
    ends: int

    def report(self, done: int, total: int, doing: str = "") -> None:
        """Tell how far the part has come.

        Raises:
            Cancelled: the person pressed Stop.
        """
        share = done / total if total else 1.0
        at = self.begins + round((self.ends - self.begins) * min(share, 1.0))
        words = _WORDS.get(doing, _OTHER) if doing else ""
        self.progress.report(at, 100, words)
