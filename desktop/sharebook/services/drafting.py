"""Keep what is half-typed, so that a lock, a crash or a telephone call loses nothing."""

import secrets
import threading
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Protocol, TypeVar

from sharebook.domain.clock import Clock
from sharebook.domain.disposal import Disposal, Disposed
from sharebook.domain.errors import Trouble
from sharebook.domain.kept_drafts import CALL, ENTRY, RECORD, KeptDraft, RecordForm, Texts

T = TypeVar("T")
MOST_WAITING = 20
_NONE: Mapping[str, bytes] = MappingProxyType({})


class Box(Protocol):
    """Where drafts lie, one person's."""

    def put(self, name: str, content: bytes) -> None:
        """Write one.

        Raises:
            Trouble: `draft_not_kept`.
        """
        ...

    def contents(self) -> dict[str, bytes]:
        """Return all by name."""
        ...

    def remove(self, name: str) -> None:
        """Remove one with its files."""
        ...

    def put_copy(self, name: str, key: str, content: bytes) -> None:
        """Write a file that belongs to a draft.

        Raises:
            Trouble: `copy_not_kept`.
        """
        ...

    def copies(self, name: str) -> dict[str, bytes]:
        """Return the files of a draft by key."""
        ...

    def keep_only(self, name: str, keys: Collection[str]) -> None:
        """Remove the files of a draft that do not belong to it any more."""
        ...


class Drafting:
    """The half-typed forms of one person; any thread may ask, as no register is touched.

    Args:
        box: the person's own.
        sealed: for forms about the compartment; None for whoever may not open it.
        clock: says when something was typed.
    """

    def __init__(self, box: Box, sealed: Box | None, clock: Clock) -> None:
        self._boxes = (box, sealed) if sealed else (box,)
        self._clock = clock
        self._one_at_a_time = threading.Lock()
        self._written: set[tuple[str, str, bool]] = set()  # files that lie in a box as they should

    def waiting(self, kind: str = "") -> list[KeptDraft]:
        """Return what is half-typed, newest first; of one kind of form, or of all."""
        found = [
            draft
            for box in self._boxes
            for name, content in box.contents().items()
            if (draft := _read(name, content)) is not None and kind in ("", draft.kind)
        ]
        return sorted(found, key=lambda draft: draft.kept_at, reverse=True)

    def has_room(self) -> bool:
        """Say whether one more may be put aside."""
        return len(self.waiting()) < MOST_WAITING

    def keep(
        self,
        kind: str,
        words: str,
        state: object,
        *,
        name: str = "",
        sealed: bool = False,
        copies: Mapping[str, bytes] = _NONE,
    ) -> KeptDraft:
        """Keep what stands in a form now, in the place of what `name` held; return it.

        Args:
            kind: which form.
            words: what it is about, for a list.
            state: a dataclass of plain values.
            name: of the same form kept before; "" gives it a new one.
            sealed: nobody without the key of the compartment may know of it.
            copies: the files that belong to it, by key; no others are left.

        Raises:
            Trouble: `draft_not_kept`; what was kept before is untouched. `copy_not_kept`; all but
                that file is kept.
        """
        import msgspec

        encoded = msgspec.json.encode(state)
        draft = KeptDraft(
            name or new_name(), kind, words, self._clock.now(), encoded, sealed=sealed
        )
        self.put_back(draft, copies)
        with self._one_at_a_time:
            self._boxes[0].keep_only(draft.name, copies)
            self._written -= {it for it in self._written if it[0] == draft.name} - {
                (draft.name, key, sealed) for key in copies
            }
        return draft

    def put_back(self, draft: KeptDraft, copies: Mapping[str, bytes] = _NONE) -> None:
        """Keep `draft` just as it is: after it was thrown away, put aside, or taken up again.

        Args:
            draft: as it was kept.
            copies: files that belong to it, by key; those that lie there already stay.

        Raises:
            LookupError: it is sealed, and this person has no compartment.
            Trouble: `draft_not_kept`; `copy_not_kept`, where all but that file is kept.
        """
        import msgspec

        if draft.sealed and len(self._boxes) == 1:
            raise LookupError("no box for sealed drafts")
        with self._one_at_a_time:
            trouble = self._put_copies(draft, copies)  # first: what a draft names is there
            self._boxes[draft.sealed].put(draft.name, msgspec.json.encode(draft))
        if trouble is not None:
            raise trouble

    def copies(self, draft: KeptDraft) -> dict[str, bytes]:
        """Return the files that were attached to a form, by key; those that can still be read."""
        if draft.sealed and len(self._boxes) == 1:
            return {}
        return self._boxes[draft.sealed].copies(draft.name)

    def _put_copies(self, draft: KeptDraft, copies: Mapping[str, bytes]) -> Trouble | None:
        """Write what does not lie there yet; return why one would not go."""
        for key, content in copies.items():
            place = (draft.name, key, draft.sealed)
            if place in self._written:
                continue
            try:
                self._boxes[draft.sealed].put_copy(draft.name, key, content)
            except Trouble as trouble:
                return trouble
            self._written.add(place)
        return None

    def throw_away(self, draft: KeptDraft) -> None:
        """Remove it; `put_back` brings it back."""
        self.drop(draft.name)

    def drop(self, name: str) -> None:
        """Remove the draft of that name, if there is one."""
        with self._one_at_a_time:
            self._boxes[0].remove(name)
            self._written = {each for each in self._written if each[0] != name}

    def forget(self, disposals: Iterable[Disposal]) -> int:
        """Remove what is half-typed about children and entries that were disposed of.

        Returns:
            How many drafts went.
        """
        made = list(disposals)
        pupils = {int(it.pupil) for it in made if it.what is Disposed.PUPIL and it.pupil}
        entries = {number for it in made for number in it.entries}
        if not made:
            return 0
        gone = [it for it in self.waiting() if self._is_about(it, pupils, entries)]
        for draft in gone:
            self.drop(draft.name)
        return len(gone)

    def _is_about(self, draft: KeptDraft, pupils: set[int], entries: set[int]) -> bool:
        if draft.kind == RECORD:
            form = self.state(draft, RecordForm)
            return form is not None and form.is_about(pupils, entries)
        texts = self.state(draft, Texts)
        if texts is None or texts.about is None:
            return False
        return texts.about in {CALL: pupils, ENTRY: entries}.get(draft.kind, set())

    def state(self, draft: KeptDraft, kind: type[T]) -> T | None:
        """Return what stood in the form; None if another version of Sharebook wrote it."""
        import msgspec

        try:
            return msgspec.json.decode(draft.state, type=kind)
        except ValueError:  # msgspec's errors are ValueErrors
            return None


def new_name() -> str:
    """Return a name for a form that was not kept before."""
    return secrets.token_hex(16)


def _read(name: str, content: bytes) -> KeptDraft | None:
    import msgspec

    try:
        draft = msgspec.json.decode(content, type=KeptDraft)
    except ValueError:
        return None
    return draft if draft.name == name else None
