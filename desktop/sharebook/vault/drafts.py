"""A box of half-typed forms: one encrypted file each, in this computer's own folder.

A file is readable for whoever has the box's key *and* asks in the right person's name: the key of a
file is derived from both. That keeps the drafts of one person off another one's screen. It is not
a wall against a colleague with a debugger: whoever holds the register's data key can derive the
key of anybody's drafts from it, as they can read anybody's entries. The drafts of a compartment
are under the compartment's key and look like all others: same names, same sizes, same beginning.

The files' names are chance, behind a mark that tells which data key the register had. A renewed
data key makes a new mark, so drafts that nobody can open any more are known as such and swept out
in time, while a file that is damaged or another person's is left alone.

A file attached to a form lies beside its draft, encrypted in the same way under a name that begins
as the draft's: it goes with the draft, and what was left of one that is gone is swept out.
"""

import contextlib
import os
import unicodedata
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sharebook.domain.errors import Trouble
from sharebook.vault.replacing import replace_file

_MAGIC = b"SBDRAFT1"
_NONCE, _LENGTH = 12, 4
_STEP = 8 * 1024  # bytes; then 16, 32, 64 ... so that a file's size tells little of its words
_MOST = 16 * 1024 * 1024  # no form is that long
_MOST_COPY = 2 * _MOST  # and no file that may be attached, padded
_END, _COPY, _PART = ".draft", ".copy", ".part"
_STALE = timedelta(days=30)
_ORPHANED = timedelta(days=1)  # a copy whose draft is not there yet is not swept from under it


class DraftBox:
    """The half-typed forms of one person at one register.

    Args:
        folder: where the files lie; made when the first one is written.
        register_id: whose register it is.
        person: who types.
        key: 32 bytes; the register's data key, or the compartment's.
        data_key: 32 bytes; the register's data key, for the mark on the names.
    """

    def __init__(
        self, folder: Path, register_id: str, person: str, key: bytes, data_key: bytes
    ) -> None:
        self._folder = folder
        who = unicodedata.normalize("NFC", person).encode()
        self._about = b"\0".join((_MAGIC, register_id.encode(), who))
        self._key = AESGCM(_derived(key, b"draft\0" + self._about, 32))
        self._mark = _derived(data_key, b"draft mark\0" + register_id.encode(), 8).hex()

    def put(self, name: str, content: bytes) -> None:
        """Write a draft in the place of the one called `name`, or as a new one; any thread may.

        Raises:
            Trouble: `draft_not_kept`; the older one is untouched.
        """
        try:
            self._write(self.file(name), name, content)
        except OSError as wrong:
            raise Trouble("draft_not_kept", reason=wrong.strerror or "") from wrong

    def put_copy(self, name: str, key: str, content: bytes) -> None:
        """Write a file that belongs to the draft called `name`, under a key of 32 hex digits.

        Raises:
            Trouble: `copy_not_kept`.
        """
        try:
            self._write(self._copy(name, key), f"{name}-{key}", content)
        except OSError as wrong:
            raise Trouble("copy_not_kept", reason=wrong.strerror or "") from wrong

    def copies(self, name: str) -> dict[str, bytes]:
        """Return the files of a draft by key; what cannot be opened is passed over."""
        found = {}
        for file in self._files(f"{self._mark}-{name}-*{_COPY}"):
            key = file.name.removeprefix(f"{self._mark}-{name}-").removesuffix(_COPY)
            content = self._opened(file, f"{name}-{key}", _MOST_COPY)
            if content is not None:
                found[key] = content
        return found

    def keep_only(self, name: str, keys: Collection[str]) -> None:
        """Remove the files of a draft that do not belong to it any more."""
        wanted = {self._copy(name, key) for key in keys}
        for file in self._files(f"{self._mark}-{name}-*{_COPY}"):
            if file not in wanted:
                with contextlib.suppress(OSError):
                    file.unlink(missing_ok=True)

    def contents(self) -> dict[str, bytes]:
        """Return this person's drafts by name; what cannot be opened is passed over."""
        found = {}
        for file in self._files(f"{self._mark}-*{_END}"):
            name = file.name.removeprefix(f"{self._mark}-").removesuffix(_END)
            content = self._opened(file, name, _MOST)
            if content is not None:
                found[name] = content
        return found

    def remove(self, name: str) -> None:
        """Remove one draft and its files; what the system will not remove now stays."""
        with contextlib.suppress(OSError):
            self.file(name).unlink(missing_ok=True)
        self.keep_only(name, ())

    def carry_over(self, to: "DraftBox") -> None:
        """Move every draft, with its files, to the same person's box under the renewed keys.

        Raises:
            Trouble: as `put`; what was not moved lies where it lay.
        """
        for name, content in self.contents().items():
            for key, copy in self.copies(name).items():
                to.put_copy(name, key, copy)
            to.put(name, content)
            if to.file(name) != self.file(name):  # the compartment's key may be new alone
                self.remove(name)

    def sweep(self, now: datetime) -> None:
        """Remove what a power cut left half-written, and drafts of a data key that is no more.

        Those stay for thirty days: a restored backup may bring their key back. A file whose draft
        is gone stays for a day.
        """
        for end in (_PART, _END, _COPY):
            for file in self._files(f"*{end}"):
                kept = self._keeps(file)
                with contextlib.suppress(OSError):
                    written = datetime.fromtimestamp(file.stat().st_mtime, UTC)
                    if kept is not None and now - written > kept:
                        file.unlink()

    def _keeps(self, file: Path) -> timedelta | None:
        """Return how long a file stays that nobody writes any more; None for good."""
        if not file.name.startswith(f"{self._mark}-") or file.name.endswith(_PART):
            return _STALE
        whole = file.name.endswith(_END) or self.file(file.name.split("-")[1]).exists()
        return None if whole else _ORPHANED

    def file(self, name: str) -> Path:
        """Return where the draft of that name lies."""
        return self._folder / f"{self._mark}-{name}{_END}"

    def _copy(self, name: str, key: str) -> Path:
        return self._folder / f"{self._mark}-{name}-{key}{_COPY}"

    def _write(self, file: Path, name: str, content: bytes) -> None:
        nonce = os.urandom(_NONCE)
        sealed = self._key.encrypt(nonce, _padded(content), self._about + name.encode())
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_file(file, _MAGIC + nonce + sealed)

    def _files(self, pattern: str) -> list[Path]:
        try:
            return sorted(self._folder.glob(pattern))
        except OSError:
            return []

    def _opened(self, file: Path, name: str, most: int) -> bytes | None:
        begin = len(_MAGIC) + _NONCE
        try:
            if file.stat().st_size > most:
                return None
            whole = file.read_bytes()
            if not whole.startswith(_MAGIC):
                return None
            nonce, sealed = whole[len(_MAGIC) : begin], whole[begin:]
            plain = self._key.decrypt(nonce, sealed, self._about + name.encode())
        except (OSError, InvalidTag, ValueError):  # gone, another person's, cut short or damaged
            return None
        length = int.from_bytes(plain[:_LENGTH], "big")
        return plain[_LENGTH : _LENGTH + length]


def _padded(content: bytes) -> bytes:
    plain = len(content).to_bytes(_LENGTH, "big") + content
    size = _STEP
    while size < len(plain):
        size *= 2
    return plain.ljust(size, b"\0")


def _derived(key: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt=None, info=b"Sharebook " + info).derive(key)
