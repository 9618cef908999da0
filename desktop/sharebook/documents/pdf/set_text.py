"""Sets headings, paragraphs and lists."""

from sharebook.documents.model import Bullets, Heading, Lead, Paragraph
from sharebook.documents.pdf.pen import Pen
from sharebook.documents.pdf.setting import Place, Setting, baseline, text_strips, tied
from sharebook.documents.pdf.strips import Strip
from sharebook.documents.pdf.tree import Node
from sharebook.documents.pdf.wrapping import Style

_PART = 2
BULLET = "•"
BULLET_INDENT = 13.0


def set_opening(eyebrow: str, title: str, setting: Setting) -> list[Strip]:
    """Set the small line and the title of the document."""
    place = _whole(setting)
    strips: list[Strip] = []
    if eyebrow:
        strips += text_strips(eyebrow, setting.styles.eyebrow, place, setting.node.child("P"))
    heading = setting.node.child("H1", title=title)
    lines = text_strips(title, setting.styles.title, place, heading)
    lines[0].above = 5.0
    return tied([*strips, *lines, Strip(height=7.0)])


def set_heading(block: Heading, setting: Setting) -> list[Strip]:
    """Set a heading and keep it with what follows."""
    node = setting.node.child(f"H{block.level}", title=block.text)
    part = block.level == _PART
    style = setting.styles.part if part else setting.styles.subpart
    strips = tied(text_strips(block.text, style, _whole(setting), node))
    strips[0].above = 20.0 if part else 12.0
    strips.append(Strip(height=1.0))
    return _kept_on(strips)


def set_paragraph(block: Paragraph, setting: Setting) -> list[Strip]:
    """Set a paragraph."""
    style = setting.styles.note if block.quiet else setting.styles.body
    strips = text_strips(block.text, style, _whole(setting), setting.node.child("P"))
    strips[0].above = 9.0 if block.quiet else 7.0
    return tied(strips) if block.clings else strips


def set_lead(block: Lead, setting: Setting) -> list[Strip]:
    """Set the opening sentence."""
    strips = text_strips(block.text, setting.styles.lead, _whole(setting), setting.node.child("P"))
    return [*tied(strips), Strip(height=4.0)]


def set_bullets(block: Bullets, setting: Setting) -> list[Strip]:
    """Set a list."""
    listed = setting.node.child("L")
    place = _whole(setting)
    strips: list[Strip] = []
    for number, item in enumerate(block.items):
        lines = item_strips(item, setting.styles.body, place, listed.child("LI"))
        lines[0].above = 4.0
        if strips and _beside(number, len(block.items)):
            strips[-1].keep = True
        strips += lines
    return strips


def _beside(number: int, count: int) -> bool:
    """Say whether item `number` stays with the one before: no page for a single item."""
    return number == 1 or number == count - 1


def item_strips(text: str, style: Style, place: Place, item: Node) -> list[Strip]:
    """Return the lines of one list item, its bullet before the first."""
    label = item.child("Lbl")
    inside = Place(place.left + BULLET_INDENT, place.room - BULLET_INDENT)
    strips = tied(text_strips(text, style, inside, item.child("LBody")))
    first = strips[0].draw

    def draw(pen: Pen, top: float) -> None:
        pen.reads(label)
        pen.line(place.left, baseline(top, style), ((style.bold, BULLET),), style.size, "#0B5F96")
        first(pen, top)

    strips[0].draw = draw
    return strips


def _whole(setting: Setting) -> Place:
    return Place(setting.sheet.left, setting.sheet.room)


def _kept_on(strips: list[Strip]) -> list[Strip]:
    for strip in strips:
        strip.keep = True
    return strips
