"""The annual report, the Article 30 record, the agreement and the recovery sheet."""

from dataclasses import replace

import pytest

from sharebook.documents import agreement, annual_report, recovery_sheet, ropa
from sharebook.documents.charts import BarChart, ColumnChart, Series
from sharebook.documents.model import Column, Table
from sharebook.documents.pdf.composing import composed
from sharebook.documents.plain import body
from tests.documents import reports


def test_the_report_tells_each_chart_in_words_with_all_its_figures() -> None:
    text = body(annual_report.build(reports.a_report()))

    assert "Public task 742, Legal obligation 391, Consent 96" in text
    assert "Sep: Planned returns 96, One-off requests 44" in text


def test_the_report_says_so_where_there_is_nothing_to_tell() -> None:
    empty = replace(reports.a_report(), most=(), changes=(), gaps=(), reviews=(), few=(), notes=())

    text = body(annual_report.build(empty))

    assert "No review is overdue." in text
    assert "The register has no open gaps." in text
    assert "Nothing was refused, and no emergency was recorded." in text


def test_charts_without_figures_say_so() -> None:
    assert BarChart("Bars", ()).in_words == "Bars. Bar chart. No figures."
    assert ColumnChart("Columns", (), ()).in_words == "Columns. Column chart. No figures."
    assert ColumnChart("Columns", ("Sep",), (Series("a", (1,)), Series("b", (2,)))).totals == (3,)


def test_the_record_is_lying_and_has_what_article_30_asks_for() -> None:
    document = ropa.build(reports.a_record())
    text = body(document)

    assert all(page.sheet.wide > page.sheet.high for page in composed(document).pages)
    for asked in (
        "The governing body of Example Lane Primary School",
        "So that lunch is safe and paid for.",
        "Pupils; Parents",
        "Diet and allergies",
        "Sample Catering",
        "Contract SC-12",
        "Abroad None",
        "Until the pupil leaves",
        "Encrypted",
        "Article 6(1)(e)",
        "Article 9(2)(g)",
        "paragraph 6",
        "APD 2025",
        "Access, correction, objection",
        "On admission".lower(),
        "School office",
        "Not needed",
    ):
        assert asked in text


def test_the_agreement_turns_its_appendix_and_repeats_its_heads() -> None:
    document = agreement.build(reports.an_agreement(reports.flow_lines(30)))

    pages = composed(document).pages

    assert not pages[0].sheet.wide > pages[0].sheet.high
    lying = [page for page in pages if page.sheet.wide > page.sheet.high]
    assert len(lying) > 2
    assert all(page.placed[0].again for page in lying[1:])


def test_empty_lines_of_the_cover_sheet_are_left_out() -> None:
    text = body(agreement.build(reports.an_agreement()))

    assert "Review date" in text
    assert "Ends" not in text


def test_the_recovery_sheet_is_one_page_with_eight_groups_of_five() -> None:
    content = reports.a_recovery_sheet()

    groups = recovery_sheet.groups(content.code)

    assert len(groups) == 8
    assert {len(group) for group in groups} == {5}
    assert "-".join(groups) == content.code
    assert len(composed(recovery_sheet.build(content)).pages) == 1


def test_a_row_with_too_few_cells_is_a_mistake_in_the_program() -> None:
    with pytest.raises(ValueError, match="1 cells under 2 headings"):
        Table((Column("A"), Column("B")), (("only one",),))
