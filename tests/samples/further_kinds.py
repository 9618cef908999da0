"""One record of every kind that a golden register holds beside its log and its map."""

import hashlib
from datetime import date

from sharebook.bootstrap.desk import Desk
from sharebook.domain.acknowledgements import About, Acknowledgement
from sharebook.domain.amendments import Amendment, AmendmentId, Switch
from sharebook.domain.attachments import Attachment
from sharebook.domain.considered import Considered, NotTold
from sharebook.domain.disclosures import Asker
from sharebook.domain.drafts import Draft
from sharebook.domain.flows import CohortRule, Reach
from sharebook.domain.holds import Hold, HoldId, HoldReason
from sharebook.domain.households import Household
from sharebook.domain.incidents import Incident
from sharebook.domain.names import (
    AcknowledgementId,
    AttachmentId,
    Code,
    HouseholdId,
    IncidentId,
    PupilId,
    RequestId,
    SafeguardSetId,
    TemplateId,
)
from sharebook.domain.requests import Request
from sharebook.domain.retention import Keeping, KeepingId
from sharebook.domain.safeguards import SafeguardSet
from sharebook.domain.school_dates import Chase, ChaseId, DateKind, SchoolDate, SchoolDateId
from sharebook.domain.templates import Template
from tests.builders import CATERER, JUNO

DAY = date(2026, 9, 14)
FILE = b"a copy of what was sent"


def further_records() -> list[object]:
    """Return one record of each, every one about the register of `make_register`."""
    return [
        SchoolDate(SchoolDateId(1), DateKind.TERM, "Autumn term", DAY, date(2026, 12, 18)),
        Chase(ChaseId(1), 1, DAY),
        Hold(HoldId(1), HoldReason.OTHER, "the case of the lunch", DAY, PupilId(4)),
        Keeping(KeepingId(1), Code("PUPIL"), 30, "the governors", in_use=True),
        Amendment(
            AmendmentId(1),
            Code("gateways"),
            Code("GW_16LA"),
            Switch.OFF,
            DAY,
            words="",
            because="not begun",
            approved_by="Dee Pio, data protection officer",
        ),
        Request(
            *(RequestId(1), DAY, Code(""), CATERER, Asker("Lee Ladle", "cook", "Example Catering")),
            pupils=(JUNO,),
            asked_for="what Juno may eat",
            purpose="lunch on the trip",
        ),
        Incident(IncidentId(1), 2, DAY, "10:15", what="sent to the wrong kitchen", owner="Pat"),
        Attachment(*(AttachmentId(1), 2, "list.txt", len(FILE), hashlib.sha256(FILE).hexdigest())),
        SafeguardSet(SafeguardSetId(1), "As the council asks", (Code("encrypted"),)),
        Template(
            *(TemplateId(1), "Lunch list"),
            Draft(
                recipient=CATERER,
                items=(Code("name"),),
                purpose="so that lunch is safe",
                considered=Considered(necessity="nothing less would do"),
                not_told=NotTold(owner="Pat"),
            ),
            CohortRule(Reach.CLASSES, ("Kingfisher",)),
        ),
        Household(HouseholdId(1), (JUNO, PupilId(2))),
        Acknowledgement(
            *(AcknowledgementId(1), About.ENTRY, 2, "decider_unnamed", "the office decides", DAY)
        ),
    ]


def write_further(desk: Desk, person: str) -> None:
    """Write them into a register that holds everything else."""
    with desk.register.writing(person) as writer:
        writer.attach(FILE)
        for record in further_records():
            writer.add(record)
