"""Which requests are about certain children alone, and so go with their records."""

from collections.abc import Collection

from sharebook.domain.names import PupilId, RequestId
from sharebook.domain.requests import Request
from sharebook.services.ports import Register


def asked_alone(
    register: Register, pupil: PupilId, gone: Collection[PupilId]
) -> tuple[RequestId, ...]:
    """Return the requests, not yet blank, that go with `pupil`, in order.

    Args:
        register: everybody's, or the compartment's.
        pupil: whose record goes.
        gone: children who were disposed of; `pupil` counts as one.
    """
    named: dict[RequestId, set[PupilId]] = {}
    blank = set()
    for each in register.history(Request):
        named.setdefault(each.record.id, set()).update(each.record.pupils)
        if each.disposed:
            blank.add(each.record.id)
    away = {pupil, *gone}
    return tuple(
        request
        for request, pupils in sorted(named.items())
        if request not in blank and pupil in pupils and pupils <= away
    )
