"""The end of the chain, and where it begins."""

import hashlib

from sharebook.domain.chain import Head
from sharebook.domain.names import Seq
from sharebook.store.sqlite import MAIN, Connection


def register_id(connection: Connection, schema: str = MAIN) -> str:
    """Return which register this file says it is; "" if it does not say."""
    sql = f"SELECT value FROM {schema}.meta WHERE key = 'register_id'"  # noqa: S608 - ours
    row = connection.execute(sql).fetchone()
    return str(row[0]) if row else ""


def beginning(identity: str) -> bytes:
    """Return the hash before the first entry.

    It holds the register's identity, so no entry of one register fits another's chain and the
    identity cannot be edited without breaking the chain.
    """
    return hashlib.sha256(b"register" + identity.encode()).digest()


def read_head(connection: Connection, schema: str = MAIN) -> Head:
    """Return the newest entry's place and hash; place 0 in an empty register."""
    sql = f"SELECT seq, hash FROM {schema}.log ORDER BY seq DESC LIMIT 1"  # noqa: S608 - ours
    row = connection.execute(sql).fetchone()
    if row is None:
        return Head(Seq(0), beginning(register_id(connection, schema)))
    return Head(Seq(row[0]), row[1])
