"""Reads a PDF back as a screen reader would: the tree, and each mark's text."""

import io
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import pikepdf

Where = tuple[int, int]  # page from 0, mark
_FURNITURE = -1


@dataclass
class Read:
    """One structure element with its text, and its children in order."""

    tag: str
    text: str
    alt: str
    kids: list["Read"] = field(default_factory=list)
    raw: Any = None

    def walk(self) -> list["Read"]:
        return [self, *(inner for kid in self.kids for inner in kid.walk())]


@dataclass
class Opened:
    """A PDF, read.

    Attributes:
        marks: text by page and mark number, as drawn.
        furniture: text of each page outside every mark.
    """

    pdf: pikepdf.Pdf
    marks: dict[Where, str]
    furniture: list[str]
    tree: Read


def opened(data: bytes) -> Opened:
    pdf = pikepdf.open(io.BytesIO(data))
    marks: dict[Where, str] = defaultdict(str)
    furniture = [""] * len(pdf.pages)
    for number, page in enumerate(pdf.pages):
        _read_page(page, number, marks, furniture)
    places = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return Opened(pdf, marks, furniture, _element(pdf.Root.StructTreeRoot.K, marks, places))


def _read_page(
    page: pikepdf.Page, number: int, marks: dict[Where, str], furniture: list[str]
) -> None:
    maps = {
        name: _map(font) for name, font in page.resources.get("/Font", pikepdf.Dictionary()).items()
    }
    current: dict[int, str] = {}
    mark: int | None = None
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "BDC" | "BMC":
                assert mark is None, "marks do not nest"
                mark = _begun(operands)
                assert mark == _FURNITURE or (number, mark) not in marks, "used twice"
            case "EMC":
                mark = None
            case "Tf":
                current = maps[str(operands[0])]
            case "Tj":
                assert mark is not None, "all text belongs somewhere"
                said = "".join(current[code] for code in bytes(operands[0]))
                marks[number, mark] += said
    furniture[number] = marks.pop((number, _FURNITURE), "")


def _begun(operands: Any) -> int:
    told = operands[1] if len(operands) > 1 else {}
    return int(told["/MCID"]) if "/MCID" in told else _FURNITURE


def _map(font: Any) -> dict[int, str]:
    stream = font.ToUnicode.read_bytes()
    return {
        int(code, 16): chr(int(sign, 16))
        for code, sign in re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>", stream)
    }


def _element(raw: Any, marks: dict[Where, str], places: dict[tuple[int, int], int]) -> Read:
    found = Read(str(raw.S)[1:], "", str(raw.get("/Alt", "")), raw=raw)
    for kid in raw.K:
        if "/MCID" in kid:
            found.text += marks[places[kid.Pg.objgen], int(kid.MCID)]
        else:
            found.kids.append(_element(kid, marks, places))
    return found


def said(read: Read) -> str:
    """The document's words in reading order; bullets left out, pictures by their words."""
    parts = []
    for one in read.walk():
        if one.tag == "Figure":
            parts.append(one.alt)
        elif one.tag != "Lbl":
            parts.append(one.text)
    return " ".join(parts)


def squeezed(text: str) -> str:
    """Text without any white space, for comparing what is broken into lines differently."""
    return "".join(text.split())
