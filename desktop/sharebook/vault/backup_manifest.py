"""A backup's manifest as JSON text, strictly: nothing missing, nothing extra."""

import json
from datetime import datetime

from sharebook.domain.backups import BEFORE_COMPARTMENTS, FORMAT, Manifest
from sharebook.domain.errors import Trouble
from sharebook.vault.backup_zip import NotABackup

_DIGEST = 64  # hexadecimal letters


def to_json(manifest: Manifest) -> bytes:
    """Return the bytes of `manifest.json`."""
    return json.dumps(_plain(manifest), indent=1, ensure_ascii=False).encode() + b"\n"


def from_json(text: bytes) -> Manifest:
    """Return the manifest that `text` holds.

    Raises:
        NotABackup: cut, changed or never a manifest.
        Trouble: written by a newer Sharebook (`backup_newer`).
    """
    import msgspec

    try:
        plain = json.loads(text)
        _refuse_newer(plain)
        manifest = msgspec.convert(plain, Manifest)
        zoned = datetime.fromisoformat(manifest.made_at).tzinfo is not None
        whole = _plain(manifest) == plain and len(bytes.fromhex(manifest.head)) == _DIGEST // 2
    except (ValueError, RecursionError) as wrong:
        raise NotABackup(str(wrong)) from wrong
    if not (zoned and whole and manifest.seq >= 0):
        raise NotABackup
    return manifest


def _refuse_newer(plain: object) -> None:
    found = plain.get("format") if isinstance(plain, dict) else None
    if isinstance(found, int) and found > FORMAT:
        raise Trouble("backup_newer", found=found, known=FORMAT)


def _plain(manifest: Manifest) -> object:
    import msgspec

    plain = json.loads(msgspec.json.encode(manifest))
    if manifest.format == BEFORE_COMPARTMENTS:
        del plain["sealed"]
    return plain
