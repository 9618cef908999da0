"""Everything an office sees in a register: each table it can decrypt, and what the services say."""

from sharebook.bootstrap.desk import Desk
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.names import PupilId
from tests.conftest import Quiet

View = dict[str, object]


def office_view(desk: Desk, pupils: list[PupilId]) -> View:
    """Return what there is to be seen at `desk`."""
    connection = desk.register._connection
    tables = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        )
    ]
    seen: View = {
        name: connection.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - its own
        for name in tables
    }
    seen["seal"] = str(desk.checking.seal())
    seen["answers"] = [desk.answering.answer(pupil) for pupil in pupils]
    seen["gaps"] = desk.reviewing.gaps()
    seen["due"] = desk.reviewing.due()
    seen["log"] = desk.register.history(Disclosure)
    seen["check"] = [each.code for each in desk.checking.check(Quiet()).findings]
    return seen
