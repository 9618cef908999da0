"""The two families of expected failure; anything else is a bug and stays loud."""


class SharebookError(Exception):
    """Root of both families.

    Attributes:
        code: names the sentence in ``resources/sentences``.
        facts: values that the sentence mentions, by name.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


class Refused(SharebookError):
    """The person can put it right; shown beside the field it belongs to.

    Attributes:
        field: the field the sentence stands under, or "" for the whole form.
    """

    def __init__(self, code: str, field: str = "", **facts: object) -> None:
        super().__init__(code, **facts)
        self.field = field


class Trouble(SharebookError):
    """The surroundings failed (disk, lock, damage); says what is safe and what to do next."""


class Cancelled(Exception):
    """The person pressed Stop; nothing was half-done."""
