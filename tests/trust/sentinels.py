"""Names that stand nowhere else, and every way they might be spelt in a file."""

from collections.abc import Iterator
from pathlib import Path

SURNAME, FORENAME, CONTACT = "Sentinelworth", "Xanthippina", "Quillonbury"
NOTE, REASON, ADDRESS = "zephyrnotable", "wherefornotable", "99 Nowhereville Road"
IMPORTED, SEALED, TYPED, CRASHED = "Importington", "Sealedsaying", "Halftypedly", "Crashedwordly"
EVERY = (SURNAME, FORENAME, CONTACT, NOTE, REASON, ADDRESS, IMPORTED, SEALED, TYPED, CRASHED)
PASSPHRASE = "teapot lantern walrus gravel comet"  # noqa: S105  # opens an invented school only


def forms(*secrets: str) -> dict[bytes, str]:
    """Return each secret as it would stand in a file, by letters and coding."""
    return {
        spelt.encode(coding): secret
        for secret in secrets
        for spelt in (secret, secret.lower(), secret.upper())
        for coding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")
    }


def files(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.is_file())


def hits(looked_for: dict[bytes, str], *folders: Path) -> list[str]:
    """Return which file shows what, by its name or by what stands in it."""
    found = []
    for path in files(*folders):
        seen = path.name.encode() + b"\0" + path.read_bytes()
        found += [f"{path.name}: {said}" for form, said in looked_for.items() if form in seen]
    return found
