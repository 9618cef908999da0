"""Writes the structure tree, its way back from the pages, and the outline."""

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from sharebook.documents.cleaning import cleaned
from sharebook.documents.pdf.tree import Mark, Node

_HEADINGS = frozenset({"H1", "H2", "H3"})


class StructureWriter:
    """Turns the tree of a document into PDF objects.

    Attributes:
        root: the tree's root, ready for the catalogue.
    """

    def __init__(self, pdf: Pdf, tree: Node) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._written: dict[Node, Object] = {}
        self.root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.root.K = self._element(tree, self.root)

    def _element(self, node: Node, parent: Object) -> Object:
        made = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name("/" + node.tag), P=parent)
        )
        self._written[node] = made
        if node.alt:
            made.Alt = String(cleaned(node.alt))
        attributes = _attributes(node)
        if attributes is not None:
            made.A = attributes
        made.K = Array([self._kid(kid, made) for kid in node.kids])
        return made

    def _kid(self, kid: Node | Mark, parent: Object) -> Object:
        if isinstance(kid, Node):
            return self._element(kid, parent)
        return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page], MCID=kid.number)

    def link_pages(self, marked: list[list[Node]]) -> None:
        """Write the parent tree: for each page, which element each of its marks belongs to."""
        numbers = Array()
        for number, nodes in enumerate(marked):
            self._pages[number].StructParents = number
            self._pages[number].Tabs = Name.S
            ways = self._pdf.make_indirect(Array([self._written[node] for node in nodes]))
            numbers.append(number)
            numbers.append(ways)
        self.root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=numbers))
        self.root.ParentTreeNextKey = len(marked)


def _attributes(node: Node) -> Object | None:
    if node.scope:
        return Dictionary(O=Name.Table, Scope=Name("/" + node.scope))
    if node.tag == "L":
        return Dictionary(O=Name.List, ListNumbering=Name.Disc)
    if node.box is not None:
        box = Array([round(part, 2) for part in node.box])
        return Dictionary(O=Name.Layout, BBox=box, Placement=Name.Block)
    return None


def headings(tree: Node) -> list[tuple[str, int]]:
    """Return the titles of all headings with the number of the page each stands on, from 0."""
    found: list[tuple[str, int]] = []
    for kid in tree.kids:
        if isinstance(kid, Node):
            marks = [mark for mark in kid.kids if isinstance(mark, Mark)]
            if kid.tag in _HEADINGS and marks:
                found.append((cleaned(kid.title), marks[0].page))
    return found
