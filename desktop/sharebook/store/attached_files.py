"""The bytes of attached files, kept once however many entries name them."""

import hashlib

from sharebook.store.sqlite import MAIN, Connection


def keep(connection: Connection, content: bytes, schema: str = MAIN) -> str:
    """Store `content` in a running transaction, unless it is there; return its SHA-256 in hex."""
    digest = hashlib.sha256(content).hexdigest()
    connection.execute(
        f"INSERT OR IGNORE INTO {schema}.attached_file (digest, content) VALUES (?, ?)",  # noqa: S608 - our own name
        (digest, content),
    )
    return digest


def read(connection: Connection, digest: str) -> bytes | None:
    """Return the bytes with that digest, or None where they are not here."""
    sql = "SELECT content FROM attached_file WHERE digest = ?"
    row = connection.execute(sql, (digest,)).fetchone()
    return None if row is None else bytes(row[0])
