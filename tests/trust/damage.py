"""What disks, sticks, sync tools and curious hands do to files."""

from collections.abc import Callable
from pathlib import Path
from random import Random

PAGE = 4096
Harm = Callable[[Path, Random], None]


def _changing(change: Callable[[bytes, Random], bytes]) -> Harm:
    def harm(file: Path, chance: Random) -> None:
        content = file.read_bytes()
        file.write_bytes(change(content, chance) if content else content)

    return harm


def _page(content: bytes, chance: Random) -> int:
    return chance.randrange(max(1, len(content) // PAGE)) * PAGE


def _flip(content: bytes, chance: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 2, 40))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _flip_at_the_start(content: bytes, chance: Random) -> bytes:
    changed = bytearray(content)
    changed[chance.randrange(min(100, len(changed)))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _cut_at_a_page(content: bytes, chance: Random) -> bytes:
    return content[: _page(content, chance)]


def _cut_very_short(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(1, min(4000, len(content)))]


def _swap_pages(content: bytes, chance: Random) -> bytes:
    one, other = sorted((_page(content, chance), _page(content, chance)))
    if one == other:
        return _flip(content, chance)
    return (
        content[:one] + content[other : other + PAGE] + content[one + PAGE : other]
        + content[one : one + PAGE] + content[other + PAGE :]
    )  # fmt: skip


def _page_over_another(content: bytes, chance: Random) -> bytes:
    one, other = _page(content, chance), _page(content, chance)
    return content[:one] + content[other : other + PAGE] + content[one + PAGE :]


def _append(content: bytes, chance: Random) -> bytes:
    return content + chance.randbytes(chance.choice((1, 100, 4095, 5000)))


def _append_pages(content: bytes, chance: Random) -> bytes:
    page = _page(content, chance)
    more = (chance.randbytes(PAGE), bytes(PAGE), content[page : page + PAGE])
    return content + chance.choice(more) * chance.randint(1, 3)


def _insert(content: bytes, chance: Random) -> bytes:
    spot = chance.randrange(len(content))
    return content[:spot] + chance.randbytes(chance.randint(1, 900)) + content[spot:]


def _insert_a_page(content: bytes, chance: Random) -> bytes:
    spot = _page(content, chance)
    return content[:spot] + chance.choice((chance.randbytes(PAGE), bytes(PAGE))) + content[spot:]


def _drop_a_page(content: bytes, chance: Random) -> bytes:
    spot = _page(content, chance)
    return content[:spot] + content[spot + PAGE :]


def _zeros(content: bytes, chance: Random) -> bytes:
    spot = chance.randrange(len(content))
    length = min(chance.choice((1, 16, 512, 6000)), len(content) - spot)
    return content[:spot] + bytes(length) + content[spot + length :]


def _zero_pages(content: bytes, chance: Random) -> bytes:
    spot = _page(content, chance)
    length = min(PAGE * chance.randint(1, 3), len(content) - spot)
    return content[:spot] + bytes(length) + content[spot + length :]


def _empty(_content: bytes, _chance: Random) -> bytes:
    return b""


def _noise(content: bytes, chance: Random) -> bytes:
    return chance.randbytes(len(content))


def _gone(file: Path, _chance: Random) -> None:
    file.unlink()


def _beside(file: Path, chance: Random) -> None:
    """Put something with a name SQLite knows beside the file."""
    name = file.name + chance.choice(("-journal", "-wal", "-shm"))
    start = chance.choice((b"", bytes.fromhex("d9d505f920a163d7")))  # how a journal begins
    file.with_name(name).write_bytes(start + chance.randbytes(chance.choice((0, 504, 9000))))


BYTES: dict[str, Harm] = {
    "bits flipped": _changing(_flip),
    "a bit of the first 100 bytes": _changing(_flip_at_the_start),
    "cut": _changing(_cut),
    "cut to almost nothing": _changing(_cut_very_short),
    "garbage appended": _changing(_append),
    "garbage inserted": _changing(_insert),
    "zeros in a range": _changing(_zeros),
    "emptied": _changing(_empty),
    "all noise": _changing(_noise),
    "gone": _gone,
}
PAGES: dict[str, Harm] = {
    "cut at a page": _changing(_cut_at_a_page),
    "pages swapped": _changing(_swap_pages),
    "a page over another": _changing(_page_over_another),
    "pages appended": _changing(_append_pages),
    "a page inserted": _changing(_insert_a_page),
    "a page dropped": _changing(_drop_a_page),
    "pages zeroed": _changing(_zero_pages),
    "a journal beside it": _beside,
}
DATA = BYTES | PAGES


def harm(folder: Path, chance: Random) -> str:
    """Harm a register in one way, sometimes in several; return in which."""
    ways = [*[_harm_data] * 10, *[_harm_sealed] * 3, *[_harm_keys] * 3, _harm_several]
    return chance.choice(ways)(folder, chance)


def _harm_data(folder: Path, chance: Random) -> str:
    return _harmed(folder / "register-1.db", DATA, chance)


def _harm_sealed(folder: Path, chance: Random) -> str:
    return _harmed(folder / "sealed-1.db", DATA, chance)


def _harm_keys(folder: Path, chance: Random) -> str:
    name = chance.choice(("register.keys", "register.keys", "register.keys.bak"))
    return _harmed(folder / name, BYTES, chance)


def _harm_several(folder: Path, chance: Random) -> str:
    for _ in range(chance.randint(2, 4)):
        chance.choice((_harm_data, _harm_sealed, _harm_keys))(folder, chance)
    return "several at once"


def _harmed(file: Path, kinds: dict[str, Harm], chance: Random) -> str:
    kind = chance.choice(list(kinds))
    if file.exists():
        kinds[kind](file, chance)
    return f"{file.name}: {kind}"
