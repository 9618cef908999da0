"""The MAC over the key file: only somebody who holds the data key can have written it."""

import hmac
from dataclasses import replace

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sharebook.vault.key_file import KeyFile
from sharebook.vault.key_json import authenticated


def signed(keys: KeyFile, data_key: bytes) -> KeyFile:
    """Return `keys` with the right MAC."""
    return replace(keys, mac=_mac(keys, data_key))


def is_authentic(keys: KeyFile, data_key: bytes) -> bool:
    """Tell whether nothing in `keys` changed since Sharebook wrote it."""
    return hmac.compare_digest(keys.mac, _mac(keys, data_key))


def _mac(keys: KeyFile, data_key: bytes) -> bytes:
    own_key = HKDF(SHA256(), 32, None, b"Sharebook key file").derive(data_key)
    return hmac.digest(own_key, authenticated(keys), "sha256")
