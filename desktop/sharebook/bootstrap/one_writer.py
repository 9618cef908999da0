"""The register as a desk sees it: anybody reads, one program writes.

Reading never waits for this lock. With the rollback journal every read is short and sees the last
whole transaction. The lock is taken at the first write, not at opening, so a window that only
looks things up keeps nobody from writing; from then on it is kept until the desk is closed. Each
transaction reads the end of the chain anew before its first entry. A window that is opened while
another program holds the lock gets a snapshot (`snapshot`), so that it never keeps a file open
for long that another program writes to.
"""

import os
from contextlib import AbstractContextManager
from pathlib import Path

from sharebook.bootstrap.upgrading import Claim, alone
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused, Trouble
from sharebook.store.opening import open_database
from sharebook.store.register import SqlRegister
from sharebook.store.writing import SqlWriter
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_disk import read_key_file
from sharebook.vault.leftovers import remove_copies


class OneWriterRegister(SqlRegister):
    """A register that claims the writer's lock before it writes.

    Args:
        database: the data file, in the register's folder.
        data_key: 32 bytes.
        lock: this desk's claim.
        only_reads: whoever opened it changes nothing.
    """

    def __init__(
        self,
        database: Path,
        data_key: bytes,
        clock: Clock,
        lock: Claim,
        *,
        only_reads: bool = False,
    ) -> None:
        super().__init__(open_database(database, data_key, lambda: alone(lock)), clock)
        self._database = database
        self._file = database.stat()
        self._lock = lock
        self._only_reads = only_reads

    def writing(self, person: str) -> AbstractContextManager[SqlWriter]:
        """Open one transaction in `person`'s name; all of it is kept or none.

        Raises:
            Refused: `only_reads`, `register_being_written` (or `_by_somebody`), and
                `register_moved_on` where the keys were changed or a backup was restored since
                this desk was opened.
            Trouble: `data_file_gone`, as `WriterLock.take`, or the key file cannot be read.
        """
        if self._only_reads:
            raise Refused("only_reads")
        self._lock.take()
        self._refuse_a_stale_desk()
        return super().writing(person)

    def sweep(self) -> bool:
        """Write the file anew after a disposal, if that is owed; say whether it was done.

        Copies kept before upgrades hold what was disposed of, and go first.

        Raises:
            Refused, Trouble: as `writing`, or the disk failed; it is still owed then.
        """
        if not self.owes_a_sweep():
            return False
        self._lock.take()
        self._refuse_a_stale_desk()
        remove_copies(self._database)
        return super().sweep()

    def close(self) -> None:
        """Let go of the file, the key and the lock."""
        super().close()
        self._lock.let_go()

    def is_left_behind(self) -> bool:
        """Say whether the keys name another file by now, or another file took its place.

        Raises:
            Trouble: the folder or the data file is out of reach.
        """
        try:
            self._refuse_a_stale_desk()
        except Refused:
            return True
        return False

    def _refuse_a_stale_desk(self) -> None:
        """What was written now would go into a file that no key file names any more."""
        if read_key_file(Bundle(self._database.parent)).database != self._database.name:
            raise Refused("register_moved_on")
        try:
            found = self._database.stat()
        except OSError as gone:
            raise Trouble("data_file_gone", file=self._database) from gone
        if not os.path.samestat(self._file, found):
            raise Refused("register_moved_on")
