"""The colours of the printed page: the look's own tokens, and the few only paper needs."""

import tomllib
from functools import cache

from sharebook import assets

INK = "#1B2632"
GREY = "#56606B"
NAVY = "#12395B"
BLUE = "#0B5F96"  # the line above the title
PALE = "#9CD3F2"  # second series; always with a navy outline, so that it survives a mono printer
GROUND = "#F6F8FA"  # cards and every second row
KEY_GROUND = "#EAF1F7"  # names of things, number tiles
HAIRLINE = "#C3CCD5"
WHITE = "#FFFFFF"


@cache
def _tokens() -> dict[str, str]:
    light: dict[str, str] = tomllib.loads(assets.read_text("qss", "tokens.toml"))["light"]
    return light


def edge(token: str) -> str:
    """Return the colour of a card's edge; a token the look does not have gets the navy."""
    return _tokens().get(token, NAVY)
