"""Something half-typed, kept for the person who typed it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sharebook.domain.drafts import Draft
from sharebook.domain.names import PupilId

RECORD, CALL, ENTRY = "record", "answer", "log"  # forms about children and entries, by kind


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """One half-typed form, as it lies in the box of drafts.

    Attributes:
        name: 32 hex digits of chance; the same as long as it is the same form.
        kind: which form: "record", "call" and so on; also the screen that carries on with it.
        words: what it is about, as a person reads it in a list.
        kept_at: when it was last typed in, UTC.
        state: what stands in the fields, encoded; `Drafting.state` reads it.
        open: stands in its form and comes back there by itself; others wait to be chosen.
        sealed: only for those who may open the compartment.
    """

    name: str
    kind: str
    words: str
    kept_at: datetime
    state: bytes = field(repr=False)
    open: bool = True
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """A chip of "About which pupils?": a group, a child, or a child left out."""

    kind: str
    name: str
    pupils: tuple[PupilId, ...]


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A file attached to a form; its bytes lie beside the draft under `key`."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class RecordForm:
    """Everything that stands in the form of one disclosure.

    Attributes:
        draft: what it would save.
        chips: the pupils as they were picked.
        items: the items as they were picked, own words too.
        typed: letters in a field that picked nothing yet, by the field's name.
        own_purpose: the purpose is the person's own and outlives another choice of recipient.
        caret: the name of the field that had the caret, or "".
        corrects: the number of the entry it puts right, or None.
        reason: what was wrong with that entry.
        sealed: it is for the sealed log; so is the entry it puts right.
        copies: the files that are to be attached.
        stays: it can go into no other log: what stands in it comes from that one.
    """

    draft: Draft
    chips: tuple[Chip, ...] = ()
    items: tuple[str, ...] = ()
    typed: Mapping[str, str] = field(default_factory=dict)
    own_purpose: bool = False
    caret: str = ""
    corrects: int | None = None
    reason: str = ""
    sealed: bool = False
    stays: bool = False
    copies: tuple[KeptCopy, ...] = ()

    def is_about(self, pupils: Collection[int], entries: Collection[int]) -> bool:
        """Say whether it names one of `pupils`, or puts right one of `entries` of the open log."""
        named = {*self.draft.pupils, *(it for chip in self.chips for it in chip.pupils)}
        rights = not self.sealed and self.corrects in entries
        return rights or not named.isdisjoint(pupils)


@dataclass(frozen=True, slots=True)
class Texts:
    """What stands in the lines of a form that saves nothing but texts, by the field's name.

    Attributes:
        about: whom the form was about, if it was about somebody.
        choices: what was chosen or ticked, by the field's name.
        part: which dialog of its screen, where a screen has several; "" is the first.
    """

    lines: Mapping[str, str]
    about: int | None = None
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    caret: str = ""
    part: str = ""
