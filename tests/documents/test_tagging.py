"""Every PDF is PDF/UA-1 and PDF/A-2a, and its tree leads to its text and back."""

import page
import pytest

from tests.documents.every import NAMES, every_document, pdf_of
from tests.documents.reading import Opened, Read, Where, opened, said, squeezed


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def pdf(name: str) -> bytes:
    return pdf_of(name)


@pytest.fixture
def read(pdf: bytes) -> Opened:
    return opened(pdf)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_no_rule_of_the_standard_fails(pdf: bytes, profile: str) -> None:
    report = page.validate_pdf_bytes(pdf, profile=profile)

    assert [(one.rule_id, one.message) for one in report.failures] == []
    assert report.rules.total > 50
    assert report.is_compliant


def _leads_astray(read: Opened) -> list[Where]:
    """The marks whose way through the parent tree ends at another element than claims them."""
    numbers = read.pdf.Root.StructTreeRoot.ParentTree.Nums
    ways = {int(numbers[place]): numbers[place + 1] for place in range(0, len(numbers), 2)}
    astray = []
    for (page_number, mark), element in _claimed(read):
        way = ways[int(read.pdf.pages[page_number].obj.StructParents)]
        if way[mark].objgen != element.raw.objgen:
            astray.append((page_number, mark))
    assert sum(len(way) for way in ways.values()) == len(read.marks)
    return astray


def _claimed(read: Opened) -> list[tuple[Where, Read]]:
    """Every mark the tree holds, in the order of the tree, with its element."""
    pages = {page.obj.objgen: number for number, page in enumerate(read.pdf.pages)}
    return [
        ((pages[kid.Pg.objgen], int(kid.MCID)), element)
        for element in read.tree.walk()
        for kid in element.raw.K
        if "/MCID" in kid
    ]


def test_every_mark_is_in_the_tree_once_and_the_parent_tree_leads_back(read: Opened) -> None:
    assert sorted(where for where, _ in _claimed(read)) == sorted(read.marks)
    assert _leads_astray(read) == []


def test_a_parent_tree_with_two_entries_swapped_is_noticed() -> None:
    read = opened(pdf_of("report"))
    way = read.pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    first, second = way[0], way[1]

    way[0], way[1] = second, first

    assert _leads_astray(read) == [(0, 0), (0, 1)]


def test_parents_and_kids_point_at_each_other(read: Opened) -> None:
    for element in read.tree.walk():
        for kid in element.kids:
            assert kid.raw.P.objgen == element.raw.objgen


def test_the_tree_reads_in_the_order_of_the_pages(read: Opened) -> None:
    walked = [where for where, _ in _claimed(read)]

    assert walked == sorted(walked)


def test_all_fonts_are_embedded_subsets(read: Opened) -> None:
    for one in read.pdf.pages:
        for font in one.resources.Font.as_dict().values():
            assert "+" in str(font.BaseFont)
            assert "/FontFile2" in font.FontDescriptor


def test_pictures_have_words_and_a_place(read: Opened) -> None:
    for one in read.tree.walk():
        if one.tag == "Figure":
            assert one.alt
            assert len(one.raw.A.BBox) == 4


def test_the_description_names_title_language_and_nothing_of_the_register(
    read: Opened, name: str
) -> None:
    told = read.pdf.Root.Metadata.read_bytes().decode()
    document = every_document()[name]

    assert str(read.pdf.Root.Lang) == "en-GB"
    assert bool(read.pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert document.title in told
    assert "Juno" not in told
    assert "/Info" not in read.pdf.trailer
    assert "Date" not in told


def test_head_and_foot_stand_on_every_page_and_are_not_read_out(read: Opened) -> None:
    count = len(read.pdf.pages)
    for number, furniture in enumerate(read.furniture, start=1):
        assert "Example Lane Primary School" in furniture
        assert squeezed(f"Printed 1 September 2026 Page {number} of {count}") in squeezed(furniture)
    assert "Page 1 of" not in said(read.tree)
