"""Copies of what was sent; their bytes stand in a table of their own."""

from sharebook.domain.attachments import Attachment
from sharebook.store.columns import flag, number, text
from sharebook.store.family import Family

ATTACHMENT = Family(
    Attachment,
    "attachment",
    (
        number("entry"),
        text("name"),
        number("size"),
        text("digest"),
        flag("removed"),
    ),
)
