"""Whether the key file, the data file and the compartment are of one age."""

from sharebook.bootstrap.access import Access
from sharebook.domain.errors import Trouble


def refuse_old(access: Access, keys_know: int, file_knows: int) -> None:
    """Let a key file pass that is as new as the data file, or one change ahead of it.

    One change ahead, with its MAC right, is a change that was interrupted.

    Args:
        access: whose files these are.
        keys_know: the generation of the key file.
        file_knows: the generation that the data file repeats.

    Raises:
        Trouble: `keys_older`, an old key file was put back; `register_older`, an old data file.
    """
    if keys_know < file_knows:
        raise Trouble("keys_older", folder=access.folder)
    if keys_know > file_knows + 1:
        raise Trouble("register_older", folder=access.folder)


def refuse_old_compartment(access: Access, keys_know: int, file_knows: int) -> None:
    """Let a compartment pass that is as new as its part of the key file, or one change behind it.

    Args:
        access: whose files these are.
        keys_know: the generation of the compartment's part of the key file.
        file_knows: the generation that the compartment repeats.

    Raises:
        Trouble: `keys_older`, an old key file was put back; `compartment_older`, an old file
            of the compartment.
    """
    if keys_know < file_knows:
        raise Trouble("keys_older", folder=access.folder)
    if keys_know > file_knows + 1:
        raise Trouble("compartment_older", folder=access.folder)
