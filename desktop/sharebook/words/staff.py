"""What a person's part in the school is called."""

from sharebook.domain.names import Code
from sharebook.domain.people import StaffRole

_WORDS = {
    StaffRole.OFFICE: "School office",
    StaffRole.SAFEGUARDING_LEAD: "Safeguarding lead",
    StaffRole.HEAD: "Headteacher",
    StaffRole.DATA_PROTECTION_OFFICER: "Data protection officer",
}


def staff_role(role: Code | StaffRole) -> str:
    """Return "School office" for "office"; a role nobody knows is shown as it is."""
    known = {str(each): words for each, words in _WORDS.items()}
    return known.get(str(role), str(role))
