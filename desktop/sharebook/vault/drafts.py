"""A box of half-typed forms: one encrypted file each, in this computer's own folder.

A file is readable for whoever has the box's key *and* asks in the right person's name: the key of a
file is derived from both. That keeps the drafts of one person off another one's screen. It is not
a wall against a colleague with a debugger: whoever holds the register's data key can derive the
key of anybody's drafts from it, as they can read anybody's entries. The drafts of a compartment
are under the compartment's key and look like all others: same names, same sizes, same beginning.

The files' names are chance, behind a mark that tells which data key the register had. A renewed
data key makes a new mark, so drafts that nobody can open any more are known as such and swept out
in time, while a file that is damaged or another person's is left alone.
"""

import contextlib
import os
import unicodedata
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
_END, _PART = ".draft", ".draft.part"
_STALE = timedelta(days=30)


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
        nonce = os.urandom(_NONCE)
        sealed = self._key.encrypt(nonce, _padded(content), self._about + name.encode())
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_file(self.file(name), _MAGIC + nonce + sealed)
        except OSError as wrong:
            raise Trouble("draft_not_kept", reason=wrong.strerror or "") from wrong

    def contents(self) -> dict[str, bytes]:
        """Return this person's drafts by name; what cannot be opened is passed over."""
        found = {}
        for file in self._files(f"{self._mark}-*{_END}"):
            name = file.name.removeprefix(f"{self._mark}-").removesuffix(_END)
            content = self._opened(file, name)
            if content is not None:
                found[name] = content
        return found

    def remove(self, name: str) -> None:
        """Remove one draft; what the system will not remove now stays."""
        with contextlib.suppress(OSError):
            self.file(name).unlink(missing_ok=True)

    def carry_over(self, to: "DraftBox") -> None:
        """Move every draft into the box of the same person under the renewed keys.

        Raises:
            Trouble: as `put`; what was not moved lies where it lay.
        """
        for name, content in self.contents().items():
            to.put(name, content)
            if to.file(name) != self.file(name):  # the compartment's key may be new alone
                self.remove(name)

    def sweep(self, now: datetime) -> None:
        """Remove what a power cut left half-written, and drafts of a data key that is no more.

        Those stay for thirty days: a restored backup may bring their key back.
        """
        for file in (*self._files(f"*{_PART}"), *self._files(f"*{_END}")):
            if file.name.startswith(f"{self._mark}-") and not file.name.endswith(_PART):
                continue
            with contextlib.suppress(OSError):
                written = datetime.fromtimestamp(file.stat().st_mtime, UTC)
                if now - written > _STALE:
                    file.unlink()

    def file(self, name: str) -> Path:
        """Return where the draft of that name lies."""
        return self._folder / f"{self._mark}-{name}{_END}"

    def _files(self, pattern: str) -> list[Path]:
        try:
            return sorted(self._folder.glob(pattern))
        except OSError:
            return []

    def _opened(self, file: Path, name: str) -> bytes | None:
        begin = len(_MAGIC) + _NONCE
        try:
            if file.stat().st_size > _MOST:
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
