"""Every document, by name, from invented contents."""

from functools import cache

from sharebook.documents import (
    agreement,
    annual_report,
    chase_letter,
    disposals,
    notice,
    pupil_log,
    recovery_sheet,
    request_form,
    ropa,
    sealed_log,
)
from sharebook.documents.model import Document
from sharebook.documents.pdf.making import as_pdf
from tests.documents import builders, reports


@cache
def every_document() -> dict[str, Document]:
    return {
        "notice": notice.build(builders.a_notice()),
        "empty notice": notice.build(builders.a_notice(shown=())),
        "log": pupil_log.build(builders.a_log()),
        "empty log": pupil_log.build(builders.a_log(regular=(), occasions=())),
        "long log": pupil_log.build(builders.a_log(occasions=builders.occasion_rows(200))),
        "report": annual_report.build(reports.a_report()),
        "record": ropa.build(reports.a_record()),
        "agreement": agreement.build(reports.an_agreement()),
        "disposal register": disposals.build_register(reports.a_disposal_register()),
        "due for disposal": disposals.build_due(reports.a_due_list()),
        "sealed log": sealed_log.build(builders.a_sealed_log()),
        "empty sealed log": sealed_log.build(builders.a_sealed_log(0)),
        "request form": request_form.build(reports.a_request_form()),
        "chase letter": chase_letter.build(reports.a_chase_letter()),
        "recovery sheet": recovery_sheet.build(reports.a_recovery_sheet()),
    }


@cache
def pdf_of(name: str) -> bytes:
    return as_pdf(every_document()[name])


NAMES = tuple(every_document())
