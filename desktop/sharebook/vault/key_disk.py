"""Reading and writing `register.keys`."""

import time
from collections.abc import Callable

from sharebook.domain.errors import Trouble
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_file import KeyFile
from sharebook.vault.key_json import NotAKeyFile, from_json, to_json
from sharebook.vault.replacing import replace_file


def read_key_file(bundle: Bundle) -> KeyFile:
    """Return the key file of a register.

    A sound copy beside a missing or damaged key file is mentioned, never used by itself: the copy
    may be older, and then it would let in a passphrase that was changed or a person who was
    removed. Whoever can delete a file must not be able to bring that about; the office decides.

    Raises:
        Trouble: `keys_no_folder`, `keys_missing`, `keys_damaged` (the last two also with
            `_copy_sound`), `keys_unreadable`, `register_newer`.
    """
    try:
        return from_json(bundle.keys.read_bytes())
    except FileNotFoundError as gone:
        if not bundle.folder.is_dir():
            raise Trouble("keys_no_folder", folder=bundle.folder) from gone
        raise _trouble("keys_missing", bundle) from gone
    except NotAKeyFile as wrong:
        raise _trouble("keys_damaged", bundle) from wrong
    except OSError as wrong:
        raise Trouble("keys_unreadable", file=bundle.keys, reason=wrong.strerror) from wrong


def write_key_file(
    bundle: Bundle, keys: KeyFile, pause: Callable[[float], None] = time.sleep
) -> None:
    """Put `keys` in place of the register's key file, then in place of its copy.

    Raises:
        Trouble: the disk or the folder refused (`keys_not_written`); one whole key file stands.
    """
    text = to_json(keys)
    try:
        replace_file(bundle.keys, text, pause)
        replace_file(bundle.keys_backup, text, pause)
    except OSError as wrong:
        raise Trouble("keys_not_written", folder=bundle.folder, reason=wrong.strerror) from wrong


def commit_key_file(
    bundle: Bundle, keys: KeyFile, pause: Callable[[float], None] = time.sleep
) -> None:
    """Make `keys` the register's key file; from then on they hold, whatever happens next.

    The copy follows when the change is tidied (`leftovers.tidy`): a disk that fills up between the
    two must not make a finished change look like a failed one.

    Raises:
        Trouble: the disk or the folder refused (`keys_not_written`); the old key file stands.
    """
    try:
        replace_file(bundle.keys, to_json(keys), pause)
    except OSError as wrong:
        raise Trouble("keys_not_written", folder=bundle.folder, reason=wrong.strerror) from wrong


def _trouble(code: str, bundle: Bundle) -> Trouble:
    known = code + "_copy_sound" if _copy_is_sound(bundle) else code
    return Trouble(known, folder=bundle.folder)


def _copy_is_sound(bundle: Bundle) -> bool:
    try:
        copy = from_json(bundle.keys_backup.read_bytes())
    except (OSError, NotAKeyFile, Trouble):
        return False
    return bundle.database(copy.database).is_file()
