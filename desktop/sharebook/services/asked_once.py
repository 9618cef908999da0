"""Put the checks' questions once to entries that are alike, while the register stands still."""

from collections.abc import Callable, Hashable
from datetime import date

from sharebook.domain.catalogue import Catalogues
from sharebook.domain.checks.alike import Alike, Around
from sharebook.domain.checks.facts import Arranged
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.findings import Finding
from sharebook.domain.flows import Flow
from sharebook.domain.names import FlowId, RecipientId
from sharebook.services.book import Book
from sharebook.services.cases import Cases

_Findings = tuple[Finding, ...]
_Written = tuple[FlowId | None, int | None]  # a flow and its version, as the entry names them
_Version = tuple[Hashable, date | None]


class AskedOnce:
    """The findings of a long list of entries; it is made for one list and dropped with it.

    Nothing may be written meanwhile: `Book.held` is what keeps the book as it is.
    """

    def __init__(self, book: Book, cases: Cases, catalogues: Catalogues) -> None:
        self._book = book
        self._cases = cases
        self._alike = Alike(catalogues)
        self._found: dict[Hashable, _Findings] = {}
        self._flows: dict[_Written, _Version] = {}
        self._noticed: dict[date, frozenset[RecipientId]] = {}
        self._ended = {each.id: each.ended for each in book.recipients().values() if each.ended}

    def findings(
        self,
        entry: Disclosure,
        today: date | None,
        look_again: date | None,
        ask: Callable[[], _Findings],
    ) -> _Findings:
        """Return what `ask` says of `entry`, or said of one like it.

        Args:
            entry: an entry that is no mistake.
            today: the day on which it is asked, or None.
            look_again: the day by which its emergency is to be looked at again, or None.
            ask: puts every question to the entry itself.
        """
        key = self._alike.key(entry, self._around(entry), (today, look_again))
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = ask()
        return found

    def _around(self, entry: Disclosure) -> Around:
        day, recipient = entry.day, entry.recipient
        if day not in self._noticed:
            self._noticed[day] = self._book.in_notice_on(day)
        flow, agreed_until = self._flow(entry)
        ended = self._ended.get(recipient)
        return Around(
            flow,
            recipient in self._noticed[day],
            ended is not None and ended < day,
            agreed_until is not None and agreed_until < day,
        )

    def _flow(self, entry: Disclosure) -> _Version:
        """Return what names the version an entry stands under, and its agreement's last day."""
        written = entry.flow, entry.flow_version
        known = self._flows.get(written)
        if known is not None:
            return known
        flow = self._cases.version(entry, entry.day)
        found = _told(flow, self._cases.arranged(flow))
        if flow is None or flow.version == entry.flow_version:  # else its day has a say as well
            self._flows[written] = found
        return found


def _told(flow: Flow | None, arranged: Arranged | None) -> _Version:
    if flow is None or arranged is None:
        return None, None
    return (flow.id, flow.version), arranged.agreement_ends
