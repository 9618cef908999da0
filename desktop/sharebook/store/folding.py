"""Names as they are searched: without accents, apostrophes, spaces or capitals."""

from anyascii import anyascii


def folded(text: str) -> str:
    """Return `text` as plain letters and digits: "O'Brien" is obrien, "Łukasz" lukasz."""
    plain = anyascii(text.casefold()).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def folded_words(text: str) -> list[str]:
    """Return the words of `text`, folded: "Anne-Marie O'Brien" is anne, marie, obrien."""
    spaced = text.replace("-", " ")
    return [word for word in map(folded, spaced.split()) if word]
