"""What is due heads the day; what is missing can wait but is not forgotten."""

from datetime import date

from sharebook.domain.agreements import Agreement
from sharebook.domain.disclosures import Receipt
from sharebook.domain.names import AgreementId, Code, DisclosureId, FlowId
from sharebook.words.sentences import sentence, told
from tests.builders import CATERER, a_disclosure, a_flow, a_recipient

PAT = "Pat Inkwell"


def test_an_agreement_past_its_review_is_the_first_thing_due(office):
    with office.register.writing(PAT) as writer:
        writer.add(
            Agreement(
                AgreementId(1),
                "School meals",
                (CATERER,),
                date(2021, 9, 1),
                review_due=date(2022, 4, 30),
            )
        )
        writer.add(a_flow(id=FlowId(3), cycle=Code("termly"), agreement=AgreementId(1)))

    first = office.reviewing.due()[0]
    assert (first.code, first.overdue) == ("agreement_review", True)
    assert "30 April 2022" in sentence("agreement_review_more", first.facts)


def test_a_receipt_not_come_is_due_and_a_gap(office):
    with office.register.writing(PAT) as writer:
        writer.add(a_disclosure(day=date(2026, 9, 1), receipt=Receipt.EXPECTED))

    assert [due.code for due in office.reviewing.due()] == ["receipt_missing"]


def test_a_supplier_without_a_contract_is_a_gap_until_one_is_noted(office):
    def gaps() -> set[str]:
        return {gap.finding.code for gap in office.reviewing.gaps()}

    assert "contract_missing" in gaps()
    office.arranging.change_recipient(a_recipient(contract="C-17"), "found it", PAT)
    assert "contract_missing" not in gaps()


def test_every_gap_has_its_words_and_what_to_do(office):
    with office.register.writing(PAT) as writer:
        writer.add(a_disclosure(day=date(2026, 9, 1), decided_by="", items=(Code("health"),)))

    found = office.reviewing.gaps()
    assert len(found) >= 3
    for gap in found:
        assert told(gap.finding)
        assert sentence(f"{gap.finding.code}_do", gap.finding.facts)


def test_a_corrected_entry_leaves_no_gap(office):
    with office.register.writing(PAT) as writer:
        first = writer.add(a_disclosure(day=date(2026, 9, 1), decided_by=""))
    assert any(gap.about == "entry" for gap in office.reviewing.gaps())

    right = a_disclosure(id=DisclosureId(2), day=date(2026, 9, 1), reason="her aunt asked")
    with office.register.writing(PAT) as writer:
        writer.add(right, supersedes=first, reason="the decider was missing")
    assert not any(gap.about == "entry" for gap in office.reviewing.gaps())
