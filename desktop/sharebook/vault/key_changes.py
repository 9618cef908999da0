"""What can be changed about who may open a register: pure steps from one key file to the next.

Each step needs the data key, which whoever has the register open holds; none needs another
person's passphrase, because the data key is sealed to everybody's public key. What touches the
compartment's holders needs its key too, and so one of them or the recovery sheet. `stamped` ends
every change.
"""

from dataclasses import replace

from sharebook.domain.errors import Refused
from sharebook.domain.names import Code
from sharebook.domain.people import Person, StaffRole
from sharebook.vault import hpke
from sharebook.vault.authentic import signed
from sharebook.vault.both_keys import BothKeys
from sharebook.vault.kdf import tidy_passphrase
from sharebook.vault.key_file import FORMAT, HOLDERS, KeyFile, PersonSlot, same_name
from sharebook.vault.passphrases import refuse_weak
from sharebook.vault.slots import Purpose, person_slot, recovery_slot, sealed_for
from sharebook.vault.strength import Strength

_LONGEST_NAME = 100  # letters
_HEAD = Code(StaffRole.HEAD)
_ONLY_READS = Code(StaffRole.DATA_PROTECTION_OFFICER)


def with_person(
    keys: KeyFile, both: BothKeys, person: Person, passphrase: str, strength: Strength
) -> KeyFile:
    """Add somebody.

    Raises:
        Refused: `person_unnamed`, `person_name_long`, `person_exists`, `role_unknown`,
            `needs_compartment_holder`, `passphrase_weak`.
        Trouble: `keys_memory`.
    """
    name = " ".join(person.name.split())
    if not name:
        raise Refused("person_unnamed", "person")
    if len(name) > _LONGEST_NAME:
        raise Refused("person_name_long", "person", most=_LONGEST_NAME)
    if keys.person(name) is not None:
        raise Refused("person_exists", "person", person=name)
    _refuse_unknown_role(person)
    if person.role in HOLDERS:
        refuse_without_compartment(keys, both, name, "role")
    refuse_weak(passphrase, about=(keys.school, name))
    slot = person_slot(Person(name, person.role), passphrase, strength, both, purpose_of(keys))
    return replace(keys, people=(*keys.people, slot))


def without_person(keys: KeyFile, both: BothKeys, name: str, by: str) -> KeyFile:
    """Take somebody off. Only together with a new data key does this shut them out.

    `by` is who does it: nobody takes themselves off while they are the only head. Whoever holds
    the compartment's key is taken off together with a new one of that, too.

    Raises:
        Refused: `person_unknown`, `last_person`, `only_head`, `needs_compartment_holder`.
    """
    going = slot_of(keys, name)
    if going.is_holder:
        refuse_without_compartment(keys, both, going.name)
    staying = tuple(slot for slot in keys.people if slot is not going)
    if not any(slot.role != _ONLY_READS for slot in staying):
        raise Refused("last_person", "person", person=going.name)
    heads = [slot for slot in staying if slot.role == _HEAD]
    if going.role == _HEAD and same_name(by) == same_name(going.name) and not heads:
        raise Refused("only_head", "person", person=going.name)
    return replace(keys, people=staying)


def with_passphrase(
    keys: KeyFile, both: BothKeys, name: str, passphrase: str, strength: Strength
) -> KeyFile:
    """Give somebody a new passphrase.

    They get a new key pair with it. Were the old pair wrapped anew, an old copy of the key file
    and the old passphrase would still give their private key, and with it every later data key.

    Raises:
        Refused: `person_unknown`, `needs_compartment_holder`, `passphrase_weak`.
        Trouble: `keys_memory`.
    """
    old = slot_of(keys, name)
    if old.is_holder:
        refuse_without_compartment(keys, both, old.name)
    refuse_weak(passphrase, about=(keys.school, old.name))
    who = Person(old.name, old.role)
    new = person_slot(who, passphrase, strength, both, purpose_of(keys))
    return replace(keys, people=tuple(new if slot is old else slot for slot in keys.people))


def refuse_same_passphrase(old: str, new: str) -> None:
    """Let a passphrase pass that differs from the old one.

    Raises:
        Refused: `passphrase_same`.
    """
    if tidy_passphrase(old) == tidy_passphrase(new):
        raise Refused("passphrase_same", "passphrase")


def with_sheet(keys: KeyFile, both: BothKeys, secret: bytes) -> KeyFile:
    """Make the sheet whose code stands for `secret` (20 bytes) the only one.

    Raises:
        Refused: `needs_compartment_holder_for_sheet`; the new sheet could not open the compartment.
    """
    if keys.sealed and not both.sealed:
        raise Refused("needs_compartment_holder_for_sheet")
    return replace(keys, recovery=recovery_slot(secret, both, purpose_of(keys)))


def with_data_key(keys: KeyFile, data_key: bytes, database: str) -> KeyFile:
    """Seal a new data key, of the data file named `database`, to everybody and to the sheet."""
    moved = replace(keys, database=database)
    info = purpose_of(moved).info()
    people = tuple(
        replace(slot, data_key=hpke.seal(slot.public_key, data_key, info)) for slot in keys.people
    )
    sheet = replace(keys.recovery, data_key=hpke.seal(keys.recovery.public_key, data_key, info))
    return replace(moved, people=people, recovery=sheet)


def with_sealed_key(keys: KeyFile, sealed_key: bytes, sealed: str) -> KeyFile:
    """Seal a new key, of the compartment's file named `sealed`, to its holders and to the sheet."""
    moved = replace(keys, format=FORMAT, sealed=sealed)
    purpose = purpose_of(moved)

    def key_for(slot: PersonSlot) -> bytes:
        return sealed_for(slot.public_key, sealed_key, purpose) if slot.is_holder else b""

    people = tuple(replace(slot, sealed_key=key_for(slot)) for slot in keys.people)
    sheet = sealed_for(keys.recovery.public_key, sealed_key, purpose)
    return replace(moved, people=people, recovery=replace(keys.recovery, sealed_key=sheet))


def with_new_compartment(keys: KeyFile, sealed_key: bytes, sealed: str) -> KeyFile:
    """Begin a compartment in the new file named `sealed`, which has heard of no change yet."""
    return replace(with_sealed_key(keys, sealed_key, sealed), sealed_generation=0)


def stamped(keys: KeyFile, both: BothKeys) -> KeyFile:
    """Return the finished next key file: one generation on, with its MACs.

    The compartment's own generation goes on too where its key is at hand.
    """
    onward = replace(keys, generation=keys.generation + 1)
    if both.sealed:
        onward = replace(onward, sealed_generation=keys.sealed_generation + 1)
    return signed(onward, both)


def purpose_of(keys: KeyFile) -> Purpose:
    """Return what the keys of `keys` open."""
    return Purpose(keys.register_id, keys.database, keys.sealed)


def refuse_without_compartment(
    keys: KeyFile, both: BothKeys, person: str, field: str = "person"
) -> None:
    """Let somebody pass who can answer for the compartment, or everybody where there is none.

    Raises:
        Refused: `needs_compartment_holder`.
    """
    if keys.sealed and not both.sealed:
        raise Refused("needs_compartment_holder", field, person=person)


def slot_of(keys: KeyFile, name: str) -> PersonSlot:
    """Return the slot of the person called `name`.

    Raises:
        Refused: `person_unknown`.
    """
    slot = keys.person(name)
    if slot is None:
        raise Refused("person_unknown", "person", person=name, school=keys.school)
    return slot


def _refuse_unknown_role(person: Person) -> None:
    known = [role.value for role in StaffRole]
    if person.role not in known:
        raise Refused("role_unknown", "role", typed=person.role, known=", ".join(known))
