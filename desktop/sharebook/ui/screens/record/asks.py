"""The form's further questions, as a table: where each answer stands, when it is asked."""

from dataclasses import dataclass

from sharebook.ui.screens.record.matters import When


@dataclass(frozen=True, slots=True)
class Ask:
    """One question.

    Attributes:
        name: of its row, as findings and refusals name it.
        path: where the answer stands in a draft: "considered.necessity".
        kind: "text", "day", "ahead" (a day to come), "time", or the catalogue to choose from.
        when: when the question opens by itself.
        waits: an orange dot waits for the answer; others may well stay empty.
    """

    name: str
    words: str
    path: str
    kind: str
    when: When
    hint: str = ""
    waits: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """Questions that belong together under a heading."""

    words: str
    asks: tuple[Ask, ...]


def _never(_matters: object) -> bool:
    return False


PARTS = (
    Part(
        "The decision",
        (
            Ask(
                "reason",
                "Wh&y?",
                "reason",
                "text",
                lambda it: it.decided or it.went_wrong,
                "The reason, and what it rests on",
            ),
            Ask(
                "asked_for",
                "What was asked for?",
                "considered.asked_for",
                "text",
                lambda it: it.part,
                "Everything they asked for",
            ),
            Ask(
                "necessity",
                "Why was sharing necessary?",
                "considered.necessity",
                "text",
                lambda it: it.part,
                "And why nothing less would do",
            ),
            Ask(
                "decided_post",
                "The decider’s post",
                "decided_post",
                "text",
                lambda it: it.decider_unknown and (it.decided or it.threat),
                waits=False,
            ),
            Ask(
                "advice",
                "Advice taken",
                "considered.advice",
                "text",
                lambda it: it.decided or it.safeguarding,
                "From whom, when, and what",
                waits=False,
            ),
        ),
    ),
    Part(
        "Who asked",
        (
            Ask(
                "requested_on",
                "When did they ask?",
                "considered.requested_on",
                "day",
                lambda it: it.requested,
            ),
            Ask(
                "wanted_by",
                "By when do they want it?",
                "considered.wanted_by",
                "ahead",
                lambda it: it.requested,
                waits=False,
            ),
            Ask(
                "power",
                "Which law do they name?",
                "considered.power",
                "text",
                lambda it: it.requested,
                "In their own words",
                waits=False,
            ),
        ),
    ),
    Part(
        "The child",
        (
            Ask(
                "capacity",
                "Does the child understand?",
                "considered.capacity",
                "capacities",
                lambda it: it.safeguarding,
            ),
            Ask(
                "child_view",
                "What does the child say?",
                "considered.child_view",
                "text",
                lambda it: it.safeguarding,
                waits=False,
            ),
            Ask(
                "best_interest",
                "The child’s best interest",
                "considered.best_interest",
                "text",
                lambda it: it.safeguarding,
            ),
            Ask(
                "public_interest",
                "The public interest",
                "considered.public_interest",
                "text",
                _never,
            ),
            Ask(
                "confidentiality",
                "How is the confidence met?",
                "basis.confidentiality",
                "confidentiality",
                lambda it: it.safeguarding,
            ),
            Ask(
                "no_consent_reason",
                "Why was consent not asked?",
                "basis.no_consent_reason",
                "no_consent_reasons",
                lambda it: it.safeguarding and it.gives,
            ),
        ),
    ),
    Part(
        "Telling the family",
        (
            Ask(
                "family_told",
                "Was the family told?",
                "family_told",
                "family_told",
                lambda it: it.gives and (it.safeguarding or it.threat or it.went_wrong),
            ),
            Ask(
                "not_told_because",
                "Why not?",
                "not_told.because",
                "text",
                lambda it: it.withheld,
                "No print for the family says so",
            ),
            Ask(
                "not_told_owner",
                "Whose decision is that?",
                "not_told.owner",
                "text",
                lambda it: it.withheld,
            ),
            Ask("not_told_until", "Until when?", "not_told.until", "ahead", lambda it: it.withheld),
        ),
    ),
    Part(
        "Proof",
        (
            Ask(
                "addressed_to",
                "To which person?",
                "considered.addressed_to",
                "text",
                lambda it: it.addressed,
                "Name and post",
            ),
            Ask(
                "tracking",
                "Tracking reference",
                "tracking",
                "text",
                lambda it: it.addressed,
                waits=False,
            ),
            Ask("note", "Anything else?", "note", "text", _never),
        ),
    ),
    Part(
        "What it rests on",
        (
            Ask("trigger", "What set it off?", "trigger", "triggers", _never),
            Ask("lawful_basis", "Lawful basis", "basis.lawful_basis", "lawful_bases", _never),
            Ask("gateway", "The law that says so", "basis.gateway", "gateways", _never),
            Ask("condition", "For sensitive data", "basis.condition", "conditions", _never),
            Ask("schedule1", "With", "basis.schedule1", "schedule1", _never),
            Ask("criminal", "For offence data", "basis.criminal", "schedule1", _never),
            Ask("retention", "How long do they keep it?", "considered.retention", "text", _never),
            Ask("assessment", "Impact assessment", "considered.assessment", "text", _never),
        ),
    ),
)
