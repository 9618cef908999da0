"""Whether new regular sharing leaves children out whose whereabouts are protected."""

from sharebook.domain.catalogue import RecipientKind


def leaves_out_protected(kind: RecipientKind | None) -> bool:
    """Say whether a new flow to a recipient of this kind leaves protected children out.

    A child in hiding is found through the photographer, the club or the app that nobody thought
    of. So new sharing leaves such a child out until somebody lets it in by name. It is otherwise
    with those who are told of every child, by their work for the school or by law
    (`RecipientKind.whole_roll`): a pupil records system without the child is no record, and a
    return without it breaks a duty. Their address-like items are refused by other checks.
    """
    return kind is None or not kind.whole_roll
