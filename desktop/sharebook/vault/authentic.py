"""The two MACs of the key file: who wrote it held the data key, and the compartment's for its part.

Everybody who can open the register holds the data key, so the first MAC keeps strangers out. The
second is under the compartment's key and covers who is given that key. Without it somebody from
the office could put a slot of their own making into the file and wait until a head changes keys.
"""

import hmac
import json
from dataclasses import replace

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sharebook.vault.both_keys import BothKeys
from sharebook.vault.key_file import KeyFile, PersonSlot
from sharebook.vault.key_json import authenticated


def signed(keys: KeyFile, both: BothKeys) -> KeyFile:
    """Return `keys` with the right MACs; the compartment's stays where its key is not held."""
    if both.sealed:
        keys = replace(keys, sealed_mac=_sealed_mac(keys, both.sealed))
    return replace(keys, mac=_mac(keys, both.data))


def is_authentic(keys: KeyFile, data_key: bytes) -> bool:
    """Tell whether nothing in `keys` changed since Sharebook wrote it."""
    return hmac.compare_digest(keys.mac, _mac(keys, data_key))


def is_sealed_part_authentic(keys: KeyFile, sealed_key: bytes) -> bool:
    """Tell whether a holder of the compartment's key wrote who else holds it."""
    return hmac.compare_digest(keys.sealed_mac, _sealed_mac(keys, sealed_key))


def _mac(keys: KeyFile, data_key: bytes) -> bytes:
    own_key = HKDF(SHA256(), 32, None, b"Sharebook key file").derive(data_key)
    return hmac.digest(own_key, authenticated(keys), "sha256")


def _sealed_mac(keys: KeyFile, sealed_key: bytes) -> bytes:
    """Cover what only holders may change: not the data key, which others renew without them."""
    own_key = HKDF(SHA256(), 32, None, b"Sharebook compartment holders").derive(sealed_key)
    sheet = keys.recovery
    covered = [
        keys.register_id,
        keys.sealed,
        keys.sealed_generation,
        [_covered(slot) for slot in keys.holders],
        [sheet.public_key.hex(), sheet.sealed_key.hex()],
    ]
    return hmac.digest(own_key, json.dumps(covered).encode(), "sha256")


def _covered(slot: PersonSlot) -> list[object]:
    cost = slot.strength
    parts = (slot.salt, slot.public_key, slot.private_key, slot.sealed_key)
    return [
        slot.name,
        slot.role,
        [cost.memory, cost.passes, cost.lanes],
        *(part.hex() for part in parts),
    ]
