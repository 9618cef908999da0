"""The pass that makes a drawn file PDF/UA-1 and PDF/A-2a."""

import io
import re
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from sharebook.documents.cleaning import cleaned
from sharebook.documents.model import Document
from sharebook.documents.pdf import srgb
from sharebook.documents.pdf.structure import StructureWriter, headings
from sharebook.documents.pdf.tree import Node

_MAPPED = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>")
_BLOCK = 100  # mappings a block of a character map may hold
_OUTLINE_FROM = 3  # pages

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{school}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>Sharebook</xmp:CreatorTool>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def finished(drawn: bytes, document: Document, tree: Node, marked: list[list[Node]]) -> bytes:
    """Return the file with its structure, description and colour profile written in.

    Args:
        drawn: the pages as ReportLab left them.
        document: for title, school and language.
        tree: the structure of what was drawn.
        marked: for each page, the element each mark belongs to.
    """
    target = io.BytesIO()
    with Pdf.open(io.BytesIO(drawn)) as pdf:
        writer = StructureWriter(pdf, tree)
        writer.link_pages(marked)
        root = pdf.Root
        root.StructTreeRoot = writer.root
        root.MarkInfo = Dictionary(Marked=True)
        root.Lang = String(document.language)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        _describe(pdf, document)
        _profile(pdf)
        _mend_character_maps(pdf)
        _outline(pdf, tree)
        pdf.save(
            target,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        )
    return target.getvalue()


def _describe(pdf: Pdf, document: Document) -> None:
    """Write the description; no dates, no names beyond what the first page shows."""
    packet = _XMP.format(
        title=escape(cleaned(document.title)),
        subject=escape(cleaned(document.subject or document.title)),
        school=escape(cleaned(document.school)),
        language=escape(document.language),
    )
    stream = pdf.make_stream(packet.encode())
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = stream
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]


def _profile(pdf: Pdf) -> None:
    stream = pdf.make_stream(srgb.profile())
    stream.N = 3
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String(srgb.NAME),
                Info=String(srgb.NAME),
                DestOutputProfile=stream,
            )
        ]
    )


def _mend_character_maps(pdf: Pdf) -> None:
    """Drop filler codes, which ReportLab maps to U+0000; PDF/UA forbids that."""
    seen = set()
    for page in pdf.pages:
        for font in page.resources.get("/Font", Dictionary()).as_dict().values():
            stream = font.get("/ToUnicode")
            if stream is not None and stream.objgen not in seen:
                seen.add(stream.objgen)
                stream.write(_mended(stream.read_bytes()))


def _mended(character_map: bytes) -> bytes:
    start = re.search(rb"\d+ beginbfchar", character_map)
    end = character_map.find(b"endbfchar")
    if start is None:
        return character_map
    kept = [
        b"<%s> <%s>" % pair
        for pair in _MAPPED.findall(character_map[start.end() : end])
        if int(pair[1], 16)
    ]
    blocks = [
        b"%d beginbfchar\n%s\nendbfchar" % (len(part), b"\n".join(part))
        for part in (kept[place : place + _BLOCK] for place in range(0, len(kept), _BLOCK))
    ]
    return (
        character_map[: start.start()]
        + b"\n".join(blocks)
        + character_map[end + len(b"endbfchar") :]
    )


def _outline(pdf: Pdf, tree: Node) -> None:
    if len(pdf.pages) < _OUTLINE_FROM:
        return
    with pdf.open_outline() as outline:
        for title, page in headings(tree):
            outline.root.append(OutlineItem(title, page))
