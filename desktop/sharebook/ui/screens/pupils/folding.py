"""What was typed and what is searched, made alike: without accents or capitals."""

from anyascii import anyascii


def folded(text: str) -> str:
    """Return `text` in plain small letters: "Ẹniọlá" is eniola, "Łukasz" lukasz."""
    return anyascii(text.casefold()).casefold().replace("'", "").replace("’", "")


def fits(words: str, searched: str) -> bool:
    """Say whether every typed word stands in `searched`, which is folded already."""
    return all(word in searched for word in folded(words).split())
