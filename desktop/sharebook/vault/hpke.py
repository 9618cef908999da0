"""RFC 9180 in base mode, one message: X25519, HKDF-SHA256, AES-256-GCM.

Only newer versions of `cryptography` carry HPKE, and not every Windows computer gets one.
"""

import hmac

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

PUBLIC_BYTES = 32
_KEM = b"KEM" + (0x0020).to_bytes(2, "big")  # DHKEM(X25519, HKDF-SHA256)
_SUITE = b"HPKE" + b"".join(number.to_bytes(2, "big") for number in (0x0020, 0x0001, 0x0002))
_BASE_MODE = b"\0"


def seal(public: bytes, secret: bytes, info: bytes) -> bytes:
    """Return `secret` so that only the holder of `public`'s other half (32 bytes) reads it.

    `info` says what the secret is for; opening needs the same.
    """
    passing = X25519PrivateKey.generate()
    sent = passing.public_key().public_bytes_raw()
    shared = passing.exchange(X25519PublicKey.from_public_bytes(public))
    key, nonce = _schedule(shared, sent + public, info)
    return sent + AESGCM(key).encrypt(nonce, secret, None)


def open_sealed(private: X25519PrivateKey, sealed: bytes, info: bytes) -> bytes:
    """Return the secret.

    Raises:
        InvalidTag: sealed to somebody else, for something else, or changed since.
    """
    sent, text = sealed[:PUBLIC_BYTES], sealed[PUBLIC_BYTES:]
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(sent))
    except ValueError as weak:  # too short, or a point that makes every secret the same
        raise InvalidTag from weak
    key, nonce = _schedule(shared, sent + private.public_key().public_bytes_raw(), info)
    return AESGCM(key).decrypt(nonce, text, None)


def _schedule(shared: bytes, kem_context: bytes, info: bytes) -> tuple[bytes, bytes]:
    early = _extract(_KEM, b"", b"eae_prk", shared)
    shared_secret = _expand(_KEM, early, b"shared_secret", kem_context, 32)
    id_hash = _extract(_SUITE, b"", b"psk_id_hash", b"")
    info_hash = _extract(_SUITE, b"", b"info_hash", info)
    context = _BASE_MODE + id_hash + info_hash
    secret = _extract(_SUITE, shared_secret, b"secret", b"")
    return _expand(_SUITE, secret, b"key", context, 32), _expand(
        _SUITE, secret, b"base_nonce", context, 12
    )


def _extract(suite: bytes, salt: bytes, label: bytes, text: bytes) -> bytes:
    return hmac.digest(salt, b"HPKE-v1" + suite + label + text, "sha256")


def _expand(suite: bytes, key: bytes, label: bytes, info: bytes, length: int) -> bytes:
    labelled = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info
    return HKDFExpand(SHA256(), length, labelled).derive(key)
