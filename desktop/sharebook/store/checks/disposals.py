"""Whether what was disposed of is gone, and what stays of it is as it was left."""

from collections import defaultdict
from collections.abc import Iterator

from sharebook.domain.disposal import Bone, skeleton_digest
from sharebook.domain.errors import Trouble
from sharebook.domain.findings import Finding
from sharebook.store.checks.stop import stop, warning
from sharebook.store.disposing import DISPOSABLE
from sharebook.store.families.disposal import DISPOSAL
from sharebook.store.reading import Reader
from sharebook.store.shelves import Shelves
from sharebook.store.sqlite import Connection
from sharebook.store.sweeping import owed


def differences(connection: Connection) -> Iterator[Finding]:
    """Yield disposals whose records were changed afterwards, or that cover others than they say."""
    left = _left(connection)
    reader = Reader(connection, Shelves.of(connection, only_look=True))
    for each in reader.read(DISPOSAL):
        bones = sorted(left.pop(int(each.seq), []), key=lambda bone: bone.seq)
        told = each.record
        if len(bones) != told.records or skeleton_digest(bones) != told.skeleton:
            yield stop("check_disposed_changed", number=told.id)
    for seq in sorted(left):
        yield stop("check_disposal_missing", seq=seq)
    if owed(connection):
        yield warning("check_disposal_unswept")


def _left(connection: Connection) -> dict[int, list[Bone]]:
    """Return what stays of each disposal's records, by the disposal's place in the chain."""
    disposals = dict(connection.execute("SELECT seq, disposal FROM disposed").fetchall())
    reader = Reader(connection, Shelves.of(connection, only_look=True))
    left: defaultdict[int, list[Bone]] = defaultdict(list)
    for family in DISPOSABLE:
        where = "WHERE r.seq IN (SELECT seq FROM disposed)"
        try:
            found = reader.read(family, where)
        except Trouble:
            continue  # the step of that family says which record cannot be read
        for each in found:
            bone = Bone(family.entity, each.seq, each.supersedes, each.record)
            left[disposals[each.seq]].append(bone)
    return left
