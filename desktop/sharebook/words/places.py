"""Places as a person reads them."""

from sharebook.domain.places import Place, PlaceKind

_KINDS = {
    PlaceKind.SYNCED: "In a folder that {who} copies elsewhere",
    PlaceKind.ROAMING: "In a profile that Windows copies at every log-on and log-off",
    PlaceKind.TEMPORARY: "In a folder that the computer may empty",
    PlaceKind.REMOVABLE: "On a stick or a disk that can be pulled out",
    PlaceKind.NETWORK: "On the network, where several computers can open it",
    PlaceKind.OWN: "On this computer",
}


def kind_words(place: Place) -> str:
    """Return "On this computer" and the like."""
    return _KINDS[place.kind].format(who=place.synced_by)
