"""Invented contents for the report, the record, the agreement, disposals and the recovery sheet."""

from sharebook.documents.agreement import AgreementSheet, ApprovalLine, FlowLine, HistoryLine
from sharebook.documents.annual_report import (
    AnnualReport,
    Counted,
    OverdueReview,
    Signatory,
    TopRecipient,
)
from sharebook.documents.chase_letter import ChaseLetter
from sharebook.documents.disposals import DisposalLine, DisposalRegister, DueLine, DueList
from sharebook.documents.frame import Frame
from sharebook.documents.recovery_sheet import RecoverySheet
from sharebook.documents.request_form import RequestForm
from sharebook.documents.ropa import Activity, ProcessingRecord
from tests.documents.builders import a_frame

MONTHS = ("Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug")


def a_report() -> AnnualReport:
    return AnnualReport(
        frame=a_frame(marking="OFFICIAL-SENSITIVE"),
        year="2025–26",
        lead="In 2025–26 we shared pupil information 1,284 times with 41 organisations. Every "
        "disclosure has a recorded legal basis; 9 in 10 went by a secure route.",
        figures=(
            ("1,284", "disclosures recorded"),
            ("41", "organisations"),
            ("100%", "with a legal basis"),
            ("6", "entries corrected, reasons kept"),
        ),
        by_basis=(
            ("Public task", 742),
            ("Legal obligation", 391),
            ("Consent", 96),
            ("Vital interests", 41),
            ("Legal claims", 14),
        ),
        months=MONTHS,
        series=(
            ("Planned returns", (96, 88, 52, 41, 130, 60, 58, 37, 74, 62, 49, 12)),
            ("One-off requests", (44, 52, 47, 27, 40, 42, 61, 33, 57, 71, 47, 7)),
        ),
        most=(
            TopRecipient(
                organisation="Department for Education",
                basis="Legal obligation",
                times=212,
                pupils=418,
                route="Census upload",
            ),
            TopRecipient(
                organisation="Sampleton Council: admissions and attendance",
                basis="Public task",
                times=187,
                pupils=304,
                route="Secure e-mail",
            ),
            TopRecipient(
                organisation="Pretend NHS Trust: school nursing team",
                basis="Public task",
                times=118,
                pupils=402,
                route="Secure portal",
            ),
        ),
        changes=(
            "Two recipients were added: Pretend Runners and Sample Sums.",
            "Sharing with Old Tracker ended on 31 December 2025.",
        ),
        gaps=("Three recipients have no contract on file.", "One flow is not in the notice."),
        reviews=(
            OverdueReview(
                title="SEND information sharing agreement",
                partner="Sampleton Council",
                due="30 April 2022",
                overdue="4 years",
            ),
        ),
        few=(
            Counted(kind="Requests refused", number="7", note="Two were asked again and met."),
            Counted(kind="Emergencies", number="under 5", note="All were told to the family."),
        ),
        notes=(
            "Requests from the council rose by 22 per cent; all were answered in two working days.",
            "Four agreements fall due for review before 31 December 2026.",
            "One disclosure went to a wrong address, was reported within a day and is closed.",
        ),
        signatories=(
            Signatory(post="Headteacher", name="Alex Blotter"),
            Signatory(post="Data protection officer", name="Pat Inkwell"),
            Signatory(post="Chair of governors"),
        ),
    )


def flow_lines(count: int = 6) -> tuple[FlowLine, ...]:
    return tuple(
        FlowLine(
            description=(
                "Daily update of pupil changes from the school’s records to the council",
                "Termly census return as given to the Department for Education",
                "Admission of pupils with SEND through the naming process",
            )[number % 3],
            how=("Automated daily transfer", "Secure file transfer", "Secure e-mail")[number % 3],
            items=(
                ("Pupil characteristics, exclusions and attendance",),
                ("All census items of the department’s specification",),
                ("Name, address, sex, date of birth", "Parent or carer", "UPN and school"),
            )[number % 3],
            cycle=("Daily (changes only)", "January, May, October", "Case by case")[number % 3],
            purposes=(
                (
                    "To follow new starters and leavers",
                    "To carry out attendance functions",
                    "To keep records consistent for all pupils",
                ),
                ("To work out the budget", "To plan school places"),
                ("To offer school places to children with SEND",),
            )[number % 3],
            safeguards="Only trained staff with an enhanced DBS check. Encrypted transfer.",
        )
        for number in range(count)
    )


def an_agreement(flows: tuple[FlowLine, ...] | None = None) -> AgreementSheet:
    return AgreementSheet(
        frame=a_frame(marking="OFFICIAL-SENSITIVE"),
        title="SEND information sharing agreement",
        version="3",
        cover=(
            ("Directorate", "Education and children’s services"),
            ("Owner", "Headteacher, Example Lane Primary School"),
            ("Partner organisations", "Sampleton Council: pupil services\nPretend NHS Trust"),
            (
                "What it covers",
                "Sharing of pupil information between partners who support children and young "
                "people aged 0 to 25 with special educational needs and disabilities (SEND).",
            ),
            ("Review date", "1 September 2027"),
            ("Ends", ""),
        ),
        history=(
            HistoryLine(
                version="1",
                day="6 March 2026",
                author="C Pencil",
                released_to="A Blotter",
                comment="For technical advice",
            ),
            HistoryLine(
                version="2",
                day="3 June 2026",
                author="A Blotter",
                released_to="C Pencil, P Inkwell",
                comment="Approved text",
            ),
        ),
        approvals=(
            ApprovalLine(
                organisation="Sampleton Council", post="Head of School Improvement", name="S Ruler"
            ),
            ApprovalLine(organisation="Pretend NHS Trust", post="Head of Service", name="L Paper"),
        ),
        flows=flow_lines() if flows is None else flows,
    )


def a_record(count: int = 6) -> ProcessingRecord:
    return ProcessingRecord(
        frame=a_frame(),
        as_at="1 September 2026",
        parties=(
            ("Controller", "The governing body of Example Lane Primary School"),
            ("Contact", "Example Lane, Sampleton; office@example-lane.invalid"),
            ("Data protection officer", "Pat Inkwell, dpo@example-lane.invalid"),
            ("Representative", ""),
        ),
        activities=tuple(
            Activity(
                name=("School meals", "Census", "Speech therapy")[number % 3],
                purpose="So that lunch is safe and paid for.",
                individuals=("Pupils", "Parents"),
                data=("Name", "Class", "Diet and allergies"),
                recipients=("Sample Catering", "Sampleton Council")[: 1 + number % 2],
                contract="Contract SC-12, signed 1 May 2025" if number % 2 == 0 else "",
                transfers="None",
                retention="Until the pupil leaves",
                security=("Encrypted", "Only kitchen staff"),
                lawful_basis="Public task, Article 6(1)(e)",
                condition="Substantial public interest, Article 9(2)(g)",
                schedule1="Statutory purposes, paragraph 6",
                policy_document="APD 2025; kept and erased as it says",
                rights="Access, correction, objection",
                automated="None",
                source="Parents, on admission",
                location="School office",
                dpia="Not needed",
                breach="None",
            )
            for number in range(count)
        ),
    )


def a_recovery_sheet() -> RecoverySheet:
    return RecoverySheet(
        frame=Frame(school="Example Lane Primary School", printed_on="1 September 2026"),
        register="C:\\Users\\office\\Example Lane Primary School.sharebook",
        person="Pat Inkwell",
        code="0A1B2-C3D4E-5F6G7-H8J9K-0M1N2-P3Q4R-5S6T7-V8W9X",
    )


def a_request_form() -> RequestForm:
    return RequestForm(
        frame=a_frame(), reply_to=(("Address", "1 Example Lane"), ("Telephone", "01632 960000"))
    )


def a_chase_letter() -> ChaseLetter:
    return ChaseLetter(
        frame=a_frame(),
        to=("R. Invented", "Team lead", "Pretend NHS Trust: school nursing team", "2 Sample Road"),
        reference="12",
        sent="3 September 2026",
        how="Special post",
        tracking="PR 1234 5678 9GB",
        pupils="2 pupils",
        asked=("17 September 2026", "1 October 2026"),
        signed_by="Pat Inkwell",
        reply_to=(("School", "Example Lane Primary School"), ("Telephone", "01632 960000")),
    )


def a_disposal_register(count: int = 3) -> DisposalRegister:
    return DisposalRegister(
        frame=a_frame(),
        lines=tuple(
            DisposalLine(
                number=str(number),
                day="14 Mar 2043",
                what=f"Pupil {number}, entries 4, 9, 12, 1 call note, 14 records",
                period="3 March 2026 to 14 September 2026",
                rule="The child’s record, and every entry and request about the child alone: "
                "25 years",
                because="25 years from birth have passed",
                approved_by="Theo Placeholder, Headteacher",
                written_by="Pat Inkwell",
            )
            for number in range(1, count + 1)
        ),
    )


def a_due_list() -> DueList:
    return DueList(
        frame=a_frame(marking="OFFICIAL-SENSITIVE"),
        as_at="14 September 2046",
        lines=(
            DueLine(
                what="Juno Sampleton",
                rule="25 years from birth",
                source="The governors, 2030",
                ended="14 Mar 2043",
            ),
            DueLine(
                what="Entry 12, Otis Pretendby",
                rule="6 years from its day",
                source="School practice",
                ended="2 May 2045",
                held="hold 1, a case is before a court, or may be, since 4 May 2040",
            ),
        ),
        notes=("Disposal cannot be undone here.", "Backups made before keep everything."),
    )
