"""The bank holidays of a nation, from the `holidays` library; nothing is asked of a network."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType


@cache
def bank_holidays(part: str, year: int) -> Mapping[date, str]:
    """Return the bank holidays of one year, by day, in English.

    Args:
        part: the library's code of the nation: "ENG", "WLS", "SCT", "NIR"; "" means none.
        year: of the common calendar.
    """
    if not part:
        return MappingProxyType({})
    from holidays import country_holidays  # a slow import; most starts need none

    found = country_holidays("GB", subdiv=part, years=year, language="en_GB")
    return MappingProxyType({day: name for day, name in sorted(found.items()) if day.year == year})
