"""Invented contents for every document."""

from dataclasses import replace

from sharebook.documents.frame import Frame
from sharebook.documents.notice import Notice, NoticeHeading
from sharebook.documents.pupil_log import Occasion, PupilLog, RegularSharing
from sharebook.documents.sealed_log import SealedLine, SealedLog

SEAL = "1,284 7F3A-91C2-0D4E-B8A6-55D0"


def a_frame(*, marking: str = "", school: str = "Example Lane Primary School") -> Frame:
    return Frame(school=school, seal=SEAL, printed_on="1 September 2026", marking=marking)


def headings() -> tuple[NoticeHeading, ...]:
    return (
        NoticeHeading(
            words="Public interest",
            purpose="So that the school runs well and every child gets a good education.",
            colour="g_pi",
            lines=(
                "The school a pupil goes to next",
                "Our pupil records system",
                "The NHS: school nurse, speech and language therapists, occupational therapists",
                "Our safeguarding record system",
                "Our broadband and network provider",
                "Sample Catering, for school meals",
                "HMRC, for nursery funding",
                "Lunch, club payment and messaging systems",
                "Our pupil progress tracker",
                "Visiting experts such as educational psychologists",
                "Providers of after-school clubs",
                "Residential trip centres",
                "Learning websites such as Sample Sums and Pretend Runners",
            ),
        ),
        NoticeHeading(
            words="Legal obligation",
            purpose="Because a law says so: census returns, or a worry about a child.",
            colour="g_lo",
            lines=(
                "Department for Education",
                "Children’s social care",
                "The local authority (tests, attendance, exclusions)",
                "The police",
            ),
        ),
        NoticeHeading(
            words="Vital interests",
            purpose="To keep children safe in an emergency, or where a child has a medical need.",
            colour="g_vi",
            lines=("Emergency services", "The NHS"),
        ),
        NoticeHeading(
            words="Legal claims",
            purpose="To deal with legal claims.",
            colour="g_lc",
            lines=("Legal advisers", "Insurers"),
        ),
        NoticeHeading(
            words="Consent",
            purpose="Only with your own consent, for example before a photograph is printed.",
            lead_in="We will ask you before sharing information with:",
            colour="g_co",
            lines=("Newspapers and broadcasters", "Organisations making publications"),
        ),
    )


def a_notice(
    *, shown: tuple[NoticeHeading, ...] | None = None, frame: Frame | None = None
) -> Notice:
    return Notice(
        frame=frame or a_frame(),
        dated="1 September 2026",
        version="12",
        headings=headings() if shown is None else shown,
        dpo="Pat Inkwell, dpo@example-lane.invalid",
        contact="Example Lane, Sampleton; office@example-lane.invalid; 01632 960000",
        record_right="Parents may also see their child’s educational record. Ask us in writing.",
        regulator="the Sample Regulator (regulator.invalid, 01632 960001)",
    )


LONG_NAME = "Oluwaṣẹ́gun Nguyễn Thị Phương-Łukasiewicz"
WHATS = (
    "Name, date of birth, address, UPN",
    "Attendance record, autumn term, including codes and notes of absence",
    "Medical needs, inhaler plan and emergency contacts",
    "Full pupil file including SEN records, passed on at a change of school",
)
WHYS = (
    ("To provide school meals safely.", "Public task"),
    ("Asked for in writing during an enquiry under section 47.", "Legal obligation"),
    ("To keep the child safe in an emergency.", "Vital interests"),
    ("To plan support with the family.", "Public task"),
)
WHO = (
    ("Sample Catering", ""),
    ("Sampleton Council", "admissions and attendance"),
    ("Pretend NHS Trust", "speech and language therapy"),
    ("Make-Believe Clubs CIC", ""),
)
HOWS = (
    "Secure e-mail. P Inkwell (SENCo)",
    "Telephone, then confirmed by secure e-mail. J Quill (school business manager)",
    "By hand, in a sealed envelope. P Inkwell (SENCo)",
)


def regular_rows(count: int = 4) -> tuple[RegularSharing, ...]:
    return tuple(
        RegularSharing(
            organisation=WHO[number % 4][0],
            unit=WHO[number % 4][1],
            what=WHATS[number % 4],
            why=WHYS[number % 4][0],
            basis=WHYS[number % 4][1],
            often="Every term, since 1 September 2024",
            last="14 Jul 2026",
        )
        for number in range(count)
    )


def occasion_rows(count: int = 9) -> tuple[Occasion, ...]:
    return tuple(
        Occasion(
            day=f"{1 + number % 28} Sep {2019 + number // 28}",
            time="" if number % 5 == 4 else f"08:{number % 60:02}",
            organisation=WHO[number % 4][0],
            unit=WHO[number % 4][1],
            what=WHATS[(number + 1) % 4],
            why=WHYS[number % 4][0],
            basis=WHYS[number % 4][1],
            how=HOWS[number % 3],
        )
        for number in range(count)
    )


def a_log(
    *,
    regular: tuple[RegularSharing, ...] | None = None,
    occasions: tuple[Occasion, ...] | None = None,
    pupil: str = "Juno Sampleton, Year 4 (Kingfisher class)",
) -> PupilLog:
    return PupilLog(
        frame=a_frame(marking="OFFICIAL-SENSITIVE"),
        pupil=pupil,
        born="14 March 2018",
        period="1 September 2025 to 31 August 2026",
        asked_by="Mrs J Sampleton (mother), 28 August 2026",
        regular=regular_rows() if regular is None else regular,
        occasions=occasion_rows() if occasions is None else occasions,
    )


def a_sealed_log(entries: int = 3) -> SealedLog:
    line = SealedLine(
        number="S1",
        day="14 Sep 2026\n09:10",
        whom="Example Children’s Services",
        what="What a pupil told the school",
        why="So that a child is kept safe",
        basis="Public task",
        how="Telephone. Quinn Samplewright",
    )
    lines = tuple(replace(line, number=f"S{place}") for place in range(1, entries + 1))
    frame = a_frame(marking="FOR THE SAFEGUARDING LEAD")
    return SealedLog(frame=frame, pupil="Juno Sampleton", born="14 March 2018", lines=lines)
