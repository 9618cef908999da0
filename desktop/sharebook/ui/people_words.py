"""What the people of the register do, in words."""

_WORDS = {
    "office": "School office",
    "safeguarding_lead": "Safeguarding lead",
    "head": "Headteacher",
    "dpo": "Data protection officer",
}
_KEEPS = "Records, puts right and prints; answers families."
_SEALED = "Opens and writes sealed safeguarding entries."
_ANYBODY = "Adds and takes off anybody."
_MAY = {
    "office": (
        _KEEPS,
        "Adds and takes off people of the office and the data protection officer.",
        "Cannot open sealed safeguarding entries.",
    ),
    "safeguarding_lead": (_KEEPS, _SEALED, _ANYBODY),
    "head": (_KEEPS, _SEALED, _ANYBODY),
    "dpo": (
        "Reads, checks and prints.",
        "Changes nothing but their own passphrase.",
        "Cannot open sealed safeguarding entries.",
    ),
}


def role_words(role: str) -> str:
    """Return "School office" for "office"."""
    return _WORDS.get(role, role)


def role_choices() -> list[tuple[str, object]]:
    """Return every role as (words, code), the office first."""
    return [(words, code) for code, words in _WORDS.items()]


def keeper_choices() -> list[tuple[str, object]]:
    """Return the roles of those who can keep a register, for its first person."""
    return [(words, code) for words, code in role_choices() if code != "dpo"]


def may_words(role: str) -> tuple[str, ...]:
    """Return what somebody of this role may do, a sentence each."""
    return _MAY.get(role, ())
