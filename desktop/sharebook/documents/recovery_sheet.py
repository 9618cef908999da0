"""The recovery sheet: one page that opens the register when every passphrase is forgotten."""

from dataclasses import dataclass

from sharebook.documents.frame import Frame
from sharebook.documents.model import (
    Block,
    Bullets,
    Code,
    CutLine,
    Document,
    Heading,
    KeyValues,
    Lead,
)

_IN_A_GROUP = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """The content of the sheet.

    Attributes:
        register: the folder the register is in.
        person: for whom it was made, and by whom.
        code: the letters and digits, in groups or not; hyphens and spaces are ignored.
    """

    frame: Frame
    register: str
    person: str
    code: str


_LEAD = (
    "This code opens the school’s sharing register if nobody remembers a passphrase. "
    "Whoever holds it can read everything in the register."
)
_HOW = (
    "Open Sharebook, choose the register, and then “I have lost my passphrase”.",
    "Type the code. Capitals, spaces and hyphens do not matter.",
    "Choose a new passphrase and put this sheet back. If somebody saw it, make a new one in "
    "Sharebook under “People and keys”, and shred this one.",
)
_WHERE = (
    "In a sealed envelope in the school’s safe, not in the office and not in a photograph.",
    "Never beside the computer, and never in an e-mail.",
)
_CUT = "Cut here, and keep the lower part with the list of what is in the safe."


def build(content: RecoverySheet) -> Document:
    """Return the sheet as a document of one page."""
    school = content.frame.school
    whose = (("School", school), ("Register", content.register), ("Made for", content.person))
    blocks: list[Block] = [
        Lead(_LEAD),
        KeyValues(whose),
        Code(groups(content.code)),
        Heading("How to use it"),
        Bullets(_HOW),
        Heading("Where to keep it"),
        Bullets(_WHERE),
        CutLine(_CUT),
        _receipt(content.frame),
    ]
    return content.frame.holding(
        blocks,
        title="Recovery sheet",
        eyebrow="Keep this paper safe",
        subject="How to open the sharing register without a passphrase",
    )


def _receipt(frame: Frame) -> KeyValues:
    """Return the lower part: what was put away, to be filled in by hand."""
    made = f"{frame.school}, printed {frame.printed_on}"
    blank = (("Put away on", ""), ("Where", ""), ("By", ""))
    return KeyValues((("Recovery sheet of", made), *blank), roomy=True)


def groups(code: str) -> tuple[str, ...]:
    """Return the letters of `code` in groups of five."""
    letters = "".join(part for part in code.upper() if part.isalnum())
    return tuple(
        letters[start : start + _IN_A_GROUP] for start in range(0, len(letters), _IN_A_GROUP)
    )
