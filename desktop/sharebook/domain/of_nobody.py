"""A form without what was said of one child, to be used for others."""

from dataclasses import replace

from sharebook.domain.considered import Considered, NotTold
from sharebook.domain.drafts import Draft


def of_nobody(draft: Draft) -> Draft:
    """Return `draft` without its pupils, and without words that may name or mean one of them.

    A consent, a reason or what a child said counts for that child alone; left in the form, it would
    stand in another child's log.
    """
    old = draft.considered
    return replace(
        draft,
        pupils=(),
        reason="",
        emergency="",
        consent="",
        note="",
        tracking="",
        request=None,
        considered=Considered(
            necessity=old.necessity, power=old.power, retention=old.retention, capacity=old.capacity
        ),
        not_told=NotTold(),
    )
