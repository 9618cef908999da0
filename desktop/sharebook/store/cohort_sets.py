"""Who was in a disclosure: a shared bitmap for many pupils, single rows for a few."""

import json
from collections import defaultdict
from collections.abc import Iterable

from sharebook.domain.cohorts import Cohort
from sharebook.domain.names import PupilId
from sharebook.store.sqlite import MAIN, Connection, number

BULK = 10  # pupils; from here on a bitmap is smaller than rows


class CohortSets:
    """Finds and keeps the cohorts of disclosures; `only_look` never stores a new one.

    Args:
        schema: the file they stand in, by the name it is attached under.
    """

    def __init__(
        self, connection: Connection, *, only_look: bool = False, schema: str = MAIN
    ) -> None:
        self._connection = connection
        self._table = f"{schema}.cohort"
        self._members = f"{schema}.disclosure_pupil"
        self._only_look = only_look
        self._numbers: dict[bytes, int] = {}
        self._bulk: dict[int, Cohort] = {}
        self._small: dict[int, Cohort] = {}

    def fetch(self, bulk: Iterable[int], small: Iterable[int]) -> None:
        """Read what decoding will ask for, in two queries.

        Args:
            bulk: numbers of shared cohorts.
            small: places in the chain of disclosures whose pupils stand as rows.
        """
        missing = sorted(set(bulk) - self._bulk.keys())
        if missing:
            self._fetch_bulk(missing)
        self._fetch_small(sorted(set(small)))

    def bulk(self, place: int) -> Cohort:
        """Return a shared cohort that was fetched.

        Raises:
            ValueError: what stands there is no cohort.
        """
        cohort = self._bulk[place]
        if cohort.base < 0:
            raise ValueError(cohort.base)
        return cohort

    def small(self, seq: int) -> Cohort:
        """Return the pupils that stand as rows for the disclosure at `seq`; maybe none."""
        return self._small.get(seq, Cohort())

    def keep(self, cohort: Cohort) -> int | None:
        """Return the number of a large `cohort`, storing it if it is new; None for a small one.

        When only looking, an unknown cohort has the number 0.
        """
        if len(cohort) < BULK:
            return None
        digest = cohort.digest
        if digest not in self._numbers:
            self._numbers[digest] = self._find(digest) or self._store(cohort)
        return self._numbers[digest]

    def keep_small(self, seq: int, cohort: Cohort) -> None:
        """Store the pupils of a small `cohort` as rows of the disclosure at `seq`."""
        if len(cohort) < BULK:
            self._connection.executemany(
                f"INSERT INTO {self._members} (pupil, disclosure) VALUES (?, ?)",  # noqa: S608 - our own names
                [(pupil, seq) for pupil in cohort],
            )

    def forget(self) -> None:
        """Drop what was read: a transaction was undone and numbers may be given again."""
        self._bulk.clear()
        self._small.clear()
        self._numbers.clear()

    def _find(self, digest: bytes) -> int:
        sql = f"SELECT min(number) FROM {self._table} WHERE digest = ?"  # noqa: S608 - our own names
        return number(self._connection, sql, digest)

    def _store(self, cohort: Cohort) -> int:
        if self._only_look:
            return 0
        return number(
            self._connection,
            f"INSERT INTO {self._table} (digest, base, top, bits, n)"  # noqa: S608 - our own names
            " VALUES (?, ?, ?, ?, ?)"
            " RETURNING number",
            cohort.digest,
            cohort.base,
            cohort.top,
            cohort.bits,
            len(cohort),
        )

    def _fetch_bulk(self, numbers: list[int]) -> None:
        rows = self._connection.execute(
            f"SELECT number, base, bits FROM {self._table}"  # noqa: S608 - our own names
            " WHERE number IN (SELECT value FROM json_each(?))",
            (json.dumps(numbers),),
        ).fetchall()
        self._bulk |= {row[0]: Cohort(row[1], row[2]) for row in rows}

    def _fetch_small(self, seqs: list[int]) -> None:
        pupils: defaultdict[int, list[PupilId]] = defaultdict(list)
        for seq, pupil in self._connection.execute(
            f"SELECT disclosure, pupil FROM {self._members}"  # noqa: S608 - our own names
            " WHERE disclosure IN (SELECT value FROM json_each(?))",
            (json.dumps(seqs),),
        ).fetchall():
            pupils[seq].append(PupilId(pupil))
        told = {seq: tuple(ids) for seq, ids in pupils.items()}
        cohorts = {ids: Cohort.of(ids) for ids in set(told.values())}
        self._small = {seq: cohorts[ids] for seq, ids in told.items()}
