"""What the people of the register do, in words."""

_WORDS = {
    "office": "School office",
    "safeguarding_lead": "Safeguarding lead",
    "head": "Headteacher",
    "dpo": "Data protection officer",
}


def role_words(role: str) -> str:
    """Return "School office" for "office"."""
    return _WORDS.get(role, role)


def role_choices() -> list[tuple[str, object]]:
    """Return every role as (words, code), the office first."""
    return [(words, code) for code, words in _WORDS.items()]
