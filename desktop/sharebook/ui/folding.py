"""What was typed and what is searched, made alike: without accents or capitals."""

from functools import lru_cache

from anyascii import anyascii


def folded(text: str) -> str:
    """Return `text` in plain small letters: "Ẹniọlá" is eniola, "Łukasz" lukasz."""
    return anyascii(text.casefold()).casefold().replace("'", "").replace("’", "")


@lru_cache(maxsize=16)
def _wanted(words: str) -> tuple[str, ...]:
    return tuple(folded(words).split())


def fits(words: str, searched: str) -> bool:
    """Say whether every typed word stands in `searched`, which is folded already."""
    return all(word in searched for word in _wanted(words))
