"""The key file as JSON text, strictly: nothing missing, nothing extra, every length right."""

import json
from dataclasses import replace

from sharebook.domain.errors import Trouble
from sharebook.vault.key_file import BEFORE_COMPARTMENTS, FORMAT, KeyFile

_LARGEST = 256 * 1024  # bytes; a hundred people take 75 KB
_SINCE_COMPARTMENTS = ("sealed", "sealed_generation", "sealed_mac")


class NotAKeyFile(ValueError):
    """The bytes are not what Sharebook writes."""


def to_json(keys: KeyFile) -> bytes:
    """Return the bytes of `register.keys`."""
    return json.dumps(_plain(keys), indent=1).encode() + b"\n"


def authenticated(keys: KeyFile) -> bytes:
    """Return the bytes the MAC covers: everything but the MAC, in one unambiguous spelling."""
    plain = _plain(replace(keys, mac=b""))
    return json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()


def from_json(text: bytes) -> KeyFile:
    """Return the key file that `text` holds.

    Raises:
        NotAKeyFile: cut, changed or never a key file.
        Trouble: written by a newer Sharebook (`register_newer`).
    """
    import msgspec

    plain = _parsed(text)
    _refuse_newer(plain)
    try:
        keys = msgspec.convert(plain, KeyFile)
        whole = _plain(keys) == plain  # a part too many would not be covered by the MAC
    except ValueError as wrong:
        raise NotAKeyFile(str(wrong)) from wrong
    if not (whole and keys.is_finished):
        raise NotAKeyFile
    return keys


def _parsed(text: bytes) -> object:
    if len(text) > _LARGEST:
        raise NotAKeyFile
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as wrong:
        raise NotAKeyFile(str(wrong)) from wrong


def _refuse_newer(plain: object) -> None:
    found = plain.get("format") if isinstance(plain, dict) else None
    if isinstance(found, int) and found > FORMAT:
        raise Trouble("register_newer", found=found, known=FORMAT)


def _plain(keys: KeyFile) -> object:
    import msgspec

    plain = json.loads(msgspec.json.encode(keys))  # bytes become base64
    if keys.format == BEFORE_COMPARTMENTS:  # written as it always was, or its MAC would not fit
        for name in _SINCE_COMPARTMENTS:
            del plain[name]
        for slot in (*plain["people"], plain["recovery"]):
            del slot["sealed_key"]
    return plain
