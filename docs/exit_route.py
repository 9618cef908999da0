"""Opens a Sharebook register without Sharebook; docs/exit-route.md tells how and why.

python exit_route.py "Example Lane.sharebook" "Pat Inkwell" readable.db
python exit_route.py "Example Lane.sharebook/register-1.db" readable.db
"""

import base64
import getpass
import hashlib
import hmac
import json
import sqlite3
import sys
import unicodedata
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

# ---------------------------------------------------------------- from the data key to plain SQLite

PAGE, IV, MAC = 4096, 16, 64  # bytes; each page ends with its IV and its HMAC-SHA-512
HEADER = b"SQLite format 3\0"  # a register has 16 random bytes, its salt, in this place


def decrypted(register: bytes, data_key: bytes) -> bytes:
    """Return an ordinary SQLite file; ValueError names the first page that is not as written."""
    salt = register[: len(HEADER)]
    mac_key = hashlib.pbkdf2_hmac("sha512", data_key, bytes(each ^ 0x3A for each in salt), 2, 32)
    plain = bytearray()
    for number, start in enumerate(range(0, len(register), PAGE), 1):
        page = register[start : start + PAGE]
        text, iv, mac = page[: -IV - MAC], page[-IV - MAC : -MAC], page[-MAC:]
        text = text[len(HEADER) :] if number == 1 else text
        right = hmac.digest(mac_key, text + iv + number.to_bytes(4, "little"), "sha512")
        if len(page) != PAGE or not hmac.compare_digest(mac, right):
            raise ValueError(f"page {number} was changed, or this is not its key")
        decryptor = Cipher(AES256(data_key), CBC(iv)).decryptor()
        plain += HEADER if number == 1 else b""
        plain += decryptor.update(text) + bytes(IV + MAC)
    if int.from_bytes(plain[28:32], "big") * PAGE != len(plain):
        raise ValueError("pages are missing at the end")
    return bytes(plain)


# ---------------------------------------------------- from key file and passphrase to the data key


def private_key(slot: dict[str, Any], passphrase: str) -> X25519PrivateKey:
    """Return a person's private key; `slot` is theirs in register.keys. InvalidTag: a wrong one."""
    salt, text, public = (
        base64.b64decode(slot[name]) for name in ("salt", "private_key", "public_key")
    )
    cost = slot["strength"]
    argon2 = Argon2id(
        salt=salt,
        length=32,
        iterations=cost["passes"],
        lanes=cost["lanes"],
        memory_cost=cost["memory"],
    )
    typed = " ".join(unicodedata.normalize("NFKC", passphrase).split())
    bound = [1, slot["name"], cost["memory"], cost["passes"], cost["lanes"], public.hex()]
    private = AESGCM(argon2.derive(typed.encode())).decrypt(
        text[:12], text[12:], json.dumps(bound).encode()
    )
    return X25519PrivateKey.from_private_bytes(private)


def data_keys(keys: dict[str, Any], person: str, passphrase: str) -> dict[str, bytes]:
    """Return the key of each data file this person may read, by its name; the register's first."""
    slot = next(each for each in keys["people"] if each["name"] == person)
    private = private_key(slot, passphrase)
    sealed = [("database", "data_key", "data")]
    sealed += [("sealed", "sealed_key", "compartment")] if slot.get("sealed_key") else []
    hpke = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    return {
        keys[file]: hpke.decrypt(
            base64.b64decode(slot[key]),
            private,
            info=f"Sharebook {what} key {keys['register_id']} {keys[file]}".encode(),
        )
        for file, key, what in sealed
    }


# ---------------------------------------------------------------------------------- both together


def main(folder: Path, person: str, target: Path) -> None:
    """Write the readable register; beside it the compartment, for who may read that."""
    keys = json.loads((folder / "register.keys").read_bytes())
    found = data_keys(keys, person, getpass.getpass(f"Passphrase of {person}: "))
    for name, key in found.items():
        if (folder / name).exists():
            there = (
                target if name == keys["database"] else target.with_stem(target.stem + "-sealed")
            )
            write_readable(folder / name, key, there)


def write_readable(source: Path, key: bytes, target: Path) -> None:
    """Write one data file as ordinary SQLite, and say how many rows each table has."""
    journal = source.with_name(source.name + "-journal")
    if journal.exists() and journal.stat().st_size:
        raise ValueError(f"{source.name} is being written, or writing it was interrupted")
    target.write_bytes(decrypted(source.read_bytes(), key))
    connection = sqlite3.connect(target)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
        count = f'SELECT count(*) FROM "{name}"'  # noqa: S608  # names are the register's own
        if not name.startswith("pupil_fts"):
            sys.stdout.write(f"{connection.execute(count).fetchone()[0]:8}  {name}\n")
    connection.close()


if __name__ == "__main__":
    if len(sys.argv) == 4:  # noqa: PLR2004  # folder, person, target
        main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
    else:
        raw = bytes.fromhex(getpass.getpass("Data key, 64 hexadecimal letters: "))
        write_readable(Path(sys.argv[1]), raw, Path(sys.argv[2]))
