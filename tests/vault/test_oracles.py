"""Our HPKE and our Argon2id give what other people's give."""

import importlib.util
from collections.abc import Callable

import argon2.low_level
import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain.errors import Trouble
from sharebook.vault import hpke, kdf
from sharebook.vault.strength import FLOOR, LEAST, MIB, Strength

HAS_ORACLE = importlib.util.find_spec("cryptography.hazmat.primitives.hpke") is not None
private_keys = st.binary(min_size=32, max_size=32).map(X25519PrivateKey.from_private_bytes)


@given(private_keys, st.binary(max_size=100), st.binary(max_size=100))
def test_a_sealed_secret_opens_for_its_holder(
    private: X25519PrivateKey, secret: bytes, info: bytes
) -> None:
    sealed = hpke.seal(private.public_key().public_bytes_raw(), secret, info)
    assert hpke.open_sealed(private, sealed, info) == secret


@pytest.mark.skipif(not HAS_ORACLE, reason="this cryptography carries no HPKE of its own")
@given(private_keys, st.binary(max_size=100), st.binary(max_size=100))
def test_hpke_goes_both_ways_with_another_implementation(
    private: X25519PrivateKey, secret: bytes, info: bytes
) -> None:
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    theirs = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    ours = hpke.seal(private.public_key().public_bytes_raw(), secret, info)
    assert theirs.decrypt(ours, private, info=info) == secret
    sealed = theirs.encrypt(secret, private.public_key(), info=info)
    assert hpke.open_sealed(private, sealed, info) == secret


@pytest.mark.parametrize(
    "spoil",
    [
        lambda sealed: sealed[:-1],
        lambda sealed: sealed[:10],
        lambda sealed: bytes(32) + sealed[32:],
        lambda sealed: sealed[:40] + bytes([sealed[40] ^ 1]) + sealed[41:],
    ],
    ids=["cut", "cut short", "weak point", "one bit"],
)
def test_a_spoilt_secret_does_not_open(spoil: Callable[[bytes], bytes]) -> None:
    private = X25519PrivateKey.generate()
    sealed = hpke.seal(private.public_key().public_bytes_raw(), b"k" * 32, b"register")
    with pytest.raises(InvalidTag):
        hpke.open_sealed(private, spoil(sealed), b"register")
    with pytest.raises(InvalidTag):
        hpke.open_sealed(private, sealed, b"another register")


@pytest.mark.parametrize("strength", [LEAST, Strength(64 * MIB, 3, 1)])
def test_argon2_gives_what_the_reference_gives(strength: Strength) -> None:
    salt, passphrase = b"0123456789abcdef", "teapot lantern"
    assert kdf.key_from(passphrase, salt, strength) == argon2.low_level.hash_secret_raw(
        passphrase.encode(),
        salt,
        time_cost=strength.passes,
        memory_cost=strength.memory,
        parallelism=strength.lanes,
        hash_len=32,
        type=argon2.low_level.Type.ID,
    )


@pytest.mark.parametrize(("took", "passes"), [(0.6, 3), (3.0, 3), (0.3, 5), (0.09, 16), (0.0, 16)])
def test_a_fast_computer_makes_more_passes_and_a_slow_one_keeps_the_floor(
    took: float, passes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kdf, "key_from", lambda *_: b"")
    ticks = iter([10.0, 10.0 + took])
    assert kdf.tuned_strength(lambda: next(ticks)) == Strength(FLOOR.memory, passes, FLOOR.lanes)


@pytest.mark.parametrize(
    ("memory", "passes", "lanes"),
    [(63 * MIB, 3, 4), (1025 * MIB, 3, 4), (64 * MIB, 1, 4), (64 * MIB, 17, 4), (64 * MIB, 3, 0)],
)
def test_costs_outside_the_range_are_refused(memory: int, passes: int, lanes: int) -> None:
    with pytest.raises(ValueError, match="accepted range"):
        Strength(memory, passes, lanes)


def test_too_little_memory_is_trouble_with_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    class Starved:
        def __init__(self, **_: object) -> None:
            pass

        def derive(self, _: bytes) -> bytes:
            raise MemoryError

    monkeypatch.setattr(kdf, "Argon2id", Starved)
    with pytest.raises(Trouble) as trouble:
        kdf.key_from("any", b"s" * 16, LEAST)
    assert (trouble.value.code, trouble.value.facts) == ("keys_memory", {"needed": 64})
