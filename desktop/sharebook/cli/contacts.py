"""`contacts`: the adults in a child's life."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sharebook.cli import finding
from sharebook.cli.call import LARGEST, Call
from sharebook.cli.said import Reader, with_said
from sharebook.domain.errors import Refused

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.domain.contacts import Contact

Who = Annotated[str, typer.Argument(help="The child: a UPN, a name or part of one.")]
Said = Annotated[
    list[str], typer.Option("--set", help="NAME=VALUE; may be given again.", show_default=False)
]
contacts_app = typer.Typer(help="The adults in a child's life.", no_args_is_help=True)
_TEXTS = ("name", "relationship", "phone", "email", "address", "evidence")
_WORDS = {"yes": True, "no": False}


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(contacts_app, name="contacts")


@contacts_app.command("list")
def list_(context: typer.Context, pupil: Who) -> None:
    """List a child's contacts in the order the school rings them."""
    call: Call = context.obj
    with call.desk() as desk:
        child = finding.pupil(desk, pupil)
        found = [_json(each) for each in desk.answering.contacts(child.id)]
    lines = [f"{it['number']:>4}  {it['name']}, {it['relationship']}{_marks(it)}" for it in found]
    call.show(found, "\n".join(lines) or "No contacts.")


@contacts_app.command("add")
def add(
    context: typer.Context,
    pupil: Who,
    name: Annotated[str, typer.Option(help="The adult's name.")],
    relationship: Annotated[str, typer.Option(help="What the adult is to the child.")],
    said: Said = [],  # noqa: B006  # typer's own way
) -> None:
    """Add an adult to one child."""
    from sharebook.domain.contacts import Contact
    from sharebook.domain.names import ContactId

    call: Call = context.obj
    with call.desk() as desk:
        child = finding.pupil(desk, pupil)
        new = Contact(ContactId(0), child.id, name, relationship, responsibility=False, rank=0)
        made = desk.pupils.contacting.add(with_said(new, said, _readers()), desk.person)
    call.show(_json(made), f"{made.name} is contact {made.id} of {child.full_name}.")


@contacts_app.command("change")
def change(
    context: typer.Context,
    number: Annotated[int, typer.Argument(min=1, max=LARGEST, help="As `contacts list` says.")],
    because: Annotated[str, typer.Option(help="Why.")],
    said: Said = [],  # noqa: B006  # typer's own way
    end: Annotated[bool, typer.Option("--end", help="Is a contact no longer.")] = False,
) -> None:
    """Change what is known of an adult, or take the adult out."""
    call: Call = context.obj
    with call.desk() as desk:
        if end:
            made = desk.pupils.contacting.end(_known(desk, number).id, because, desk.person)
        else:
            wanted = with_said(_known(desk, number), said, _readers())
            made = desk.pupils.contacting.change(wanted, because, desk.person)
    call.show(_json(made), f"{made.name} {'is a contact no longer' if end else 'was changed'}.")


def _known(desk: "Desk", number: int) -> "Contact":
    from sharebook.domain.contacts import Contact

    for each in desk.register.versions(Contact, number):
        if each.superseded_by is None and not each.record.ended:
            return each.record
    raise Refused("contact_unknown", "contact", number=number)


def _readers() -> dict[str, tuple[str, Reader]]:
    from sharebook.domain.contacts import Restriction

    readers: dict[str, tuple[str, Reader]] = {name: (name, str) for name in _TEXTS}
    readers |= {
        "responsibility": ("responsibility", _one_of(_WORDS, "responsibility")),
        "address-protected": ("address_protected", _one_of(_WORDS, "address-protected")),
        "no-reports": ("no_reports", _one_of(_WORDS, "no-reports")),
        "restriction": (
            "restriction",
            _one_of({each.value: each for each in Restriction}, "restriction"),
        ),
        "why": ("restriction_note", str),
        "order": ("orders", lambda typed: (typed,) if typed else ()),
        "rank": ("rank", _rank),
    }
    return readers


def _one_of(known: dict[str, Any], name: str) -> Callable[[str], Any]:
    def read(typed: str) -> Any:
        if typed.casefold() not in known:
            words = ", ".join(known)
            raise Refused("code_unknown", name, typed=typed, list=name, known=words)
        return known[typed.casefold()]

    return read


def _rank(typed: str) -> int:
    if not typed.isdecimal() or not 0 < int(typed) <= LARGEST:
        raise Refused("contact_rank", "rank", typed=typed)
    return int(typed)


def _json(each: "Contact") -> dict[str, Any]:
    return {
        "number": each.id,
        "name": each.name,
        "relationship": each.relationship,
        "responsibility": each.responsibility,
        "evidence": each.evidence,
        "restriction": each.restriction.value,
        "why": each.restriction_note,
        "orders": list(each.orders),
        "phone": each.phone,
        "email": each.email,
        "address": each.safe_address,
        "address_protected": each.address_protected,
        "no_reports": each.no_reports,
        "rank": each.rank,
    }


def _marks(shown: dict[str, Any]) -> str:
    marks = ["holds parental responsibility"] if shown["responsibility"] else []
    if shown["restriction"] != "none":
        marks.append(shown["restriction"].replace("_", " ").upper())
    if shown["address_protected"]:
        marks.append("address protected")
    return "".join(f"; {mark}" for mark in marks)
