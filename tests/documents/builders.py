"""Invented contents for every document."""

from sharebook.documents.frame import Frame
from sharebook.documents.notice import Notice, NoticeHeading

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
