"""The end of the chain, and where it begins."""

import hashlib

from sharebook.domain.chain import Head
from sharebook.domain.names import Seq
from sharebook.store.sqlite import Connection


def register_id(connection: Connection) -> str:
    """Return which register this file says it is; "" if it does not say."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'register_id'").fetchone()
    return str(row[0]) if row else ""


def beginning(identity: str) -> bytes:
    """Return the hash before the first entry.

    It holds the register's identity, so no entry of one register fits another's chain and the
    identity cannot be edited without breaking the chain.
    """
    return hashlib.sha256(b"register" + identity.encode()).digest()


def read_head(connection: Connection) -> Head:
    """Return the newest entry's place and hash; place 0 in an empty register."""
    row = connection.execute("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1").fetchone()
    return Head(Seq(row[0]), row[1]) if row else Head(Seq(0), beginning(register_id(connection)))
