"""The people who may open a register, their passphrases and the recovery sheet."""

from sharebook.bootstrap.access import Access
from sharebook.bootstrap.clocks import SystemClock
from sharebook.bootstrap.draft_box import carry_over
from sharebook.bootstrap.held_keys import Change, holding
from sharebook.bootstrap.interrupted import finish
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused
from sharebook.domain.names import NO_CODE, Code
from sharebook.domain.people import Person, StaffRole
from sharebook.vault import key_changes, recovery
from sharebook.vault.both_keys import BothKeys
from sharebook.vault.bundle import Bundle
from sharebook.vault.kdf import tuned_strength
from sharebook.vault.key_disk import read_key_file
from sharebook.vault.key_file import KeyFile
from sharebook.vault.strength import Strength
from sharebook.vault.unlocking import unlock


def new_code() -> str:
    """Return a code for a new recovery sheet, as printed; it opens nothing yet."""
    return recovery.printed(recovery.new_secret())


class KeyKeeping:
    """Who may open the register that `access` opens.

    Each verb returns the way in from now on. Where a key was renewed it differs from the one
    before: close every desk opened with the old one and open a new one. Seal and entries stay.

    Who holds the compartment's key is decided by those who hold it: heads and safeguarding leads
    are added, taken off and given passphrases by one of them or with the recovery sheet.

    Args:
        access: of whoever has the register open.
        strength: what a guess at a new passphrase costs; measured on this computer if left out.
    """

    def __init__(
        self, access: Access, clock: Clock | None = None, strength: Strength | None = None
    ) -> None:
        self.access = access
        self._clock = clock or SystemClock()
        self._strength = strength

    def people(self) -> list[Person]:
        """Return everybody who has a passphrase, in the order they were added."""
        slots = read_key_file(Bundle(self.access.folder)).people
        return [Person(slot.name, slot.role) for slot in slots]

    def add(self, person: Person, passphrase: str) -> Access:
        """Give somebody a passphrase of their own.

        Raises:
            Refused: `only_reads`, as `with_person` (`needs_compartment_holder` for a head or a
                safeguarding lead), or somebody else writes.
            Trouble: the disk would not have it; nothing was changed.
        """
        self._refuse_reader()

        def change(keys: KeyFile, both: BothKeys) -> KeyFile:
            return key_changes.with_person(keys, both, person, passphrase, self._cost())

        return self._apply(change, new_key=False)

    def remove(self, name: str) -> Access:
        """Take somebody off and renew the data key, so that their passphrase opens nothing new.

        If they held the compartment's key, that is renewed too. Nobody else needs a new passphrase,
        and the recovery sheet stays good.

        Raises:
            Refused: `only_reads`, as `without_person`, or somebody else writes.
            Trouble: the disk would not have it; nothing was changed.
        """
        self._refuse_reader()

        def change(keys: KeyFile, both: BothKeys) -> KeyFile:
            return key_changes.without_person(keys, both, name, self.access.person)

        return self._apply(change, new_key=True, compartment=self._is_holder(name))

    def change_passphrase(self, old: str, new: str, *, known_to_others: bool = False) -> Access:
        """Change one's own passphrase; the old one is asked again.

        With `known_to_others` the keys are renewed too (the compartment's if one holds it): an old
        copy of the key file and the old passphrase would open the register otherwise.

        Raises:
            Refused: `wrong_passphrase`, `passphrase_same`, `passphrase_weak`, or somebody else
                writes.
            Trouble: the disk would not have it; nothing was changed.
        """
        unlock(self.access.folder, self.access.person, old)
        key_changes.refuse_same_passphrase(old, new)
        return self._renew(self.access.person, new, new_key=known_to_others)

    def replace_lost_passphrase(
        self, name: str, new: str, *, known_to_others: bool = False
    ) -> Access:
        """Give somebody a new passphrase in place of a lost one; needs the recovery sheet.

        With `known_to_others` the keys are renewed too.

        Raises:
            Refused: `needs_recovery_sheet` (the register was opened with a passphrase),
                `person_unknown`, `passphrase_weak`, or somebody else writes.
            Trouble: the disk would not have it; nothing was changed.
        """
        if self.access.role != NO_CODE:
            raise Refused("needs_recovery_sheet")
        return self._renew(name, new, new_key=known_to_others)

    def replace_sheet(self, code: str, *, known_to_others: bool = False) -> Access:
        """Make the sheet that carries `code` the only one; the old sheet opens nothing afterwards.

        Draw the code with `new_code`, print it and have it typed back first: it is kept nowhere.
        With `known_to_others` (the old sheet may be in somebody's hands) the keys are renewed too.

        The sheet holds the compartment's key. Where nobody but a lost sheet held it, what may be in
        there is out of everybody's reach: an empty compartment is begun, and the old one stays
        beside it, for the old sheet and a backup of the time.

        Raises:
            Refused: `only_reads`, `recovery_mistyped`, `needs_compartment_holder_for_sheet` (a
                head or a safeguarding lead can do it), or somebody else writes.
            Trouble: the disk would not have it; nothing was changed.
        """
        self._refuse_reader()
        secret = recovery.secret_from(code)

        def change(keys: KeyFile, both: BothKeys) -> KeyFile:
            return key_changes.with_sheet(keys, both, secret)

        if self._only_the_sheet_holds():
            with holding(self.access, self._clock) as found:
                found.begin_compartment(change)  # its key is for the sheet alone
            return self._apply(_nothing, new_key=True) if known_to_others else self.access
        return self._apply(change, new_key=known_to_others, compartment=True)

    def _renew(self, name: str, passphrase: str, *, new_key: bool) -> Access:
        def change(keys: KeyFile, both: BothKeys) -> KeyFile:
            return key_changes.with_passphrase(keys, both, name, passphrase, self._cost())

        return self._apply(change, new_key=new_key, compartment=self._is_holder(name))

    def _apply(self, change: Change, *, new_key: bool, compartment: bool = False) -> Access:
        before = self.access
        with holding(before, self._clock) as found:
            if new_key:
                self.access = found.renew(change, compartment=compartment)
            else:
                found.change(change)
        if new_key:  # only now does nothing here hold the old data file
            finish(self.access, self._clock)
            carry_over(before, self.access, [before.person, *(it.name for it in self.people())])
        return self.access

    def _cost(self) -> Strength:
        return self._strength or tuned_strength()

    def _is_holder(self, name: str) -> bool:
        slot = read_key_file(Bundle(self.access.folder)).person(name)
        return slot is not None and slot.is_holder

    def _only_the_sheet_holds(self) -> bool:
        keys = read_key_file(Bundle(self.access.folder))
        return bool(keys.sealed) and not keys.holders and self.access.sealed is None

    def _refuse_reader(self) -> None:
        if self.access.role == Code(StaffRole.DATA_PROTECTION_OFFICER):
            raise Refused("only_reads")


def _nothing(keys: KeyFile, _both: BothKeys) -> KeyFile:
    return keys
