"""A form filled in beforehand, for what is recorded again and again."""

from dataclasses import dataclass, field

from sharebook.domain.drafts import Draft
from sharebook.domain.flows import CohortRule, Reach
from sharebook.domain.names import TemplateId


@dataclass(frozen=True, slots=True)
class Template:
    """A named form; the pupils are found anew each time it is used.

    Attributes:
        draft: what it fills in; it names no pupil.
        about: whom it is about, found on the day it is used; nobody picked: asked each time.
        removed: offered no longer.
    """

    id: TemplateId
    name: str
    draft: Draft = field(default_factory=Draft)
    about: CohortRule = field(default_factory=lambda: CohortRule(Reach.PICKED))
    removed: bool = False
