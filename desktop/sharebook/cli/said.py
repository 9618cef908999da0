"""NAME=VALUE as typed after `--set`, into the fields of a record."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from sharebook.domain.errors import Refused

T = TypeVar("T")
Reader = Callable[[str], Any]


def with_said(record: T, said: Iterable[str], readers: Mapping[str, tuple[str, Reader]]) -> T:
    """Return `record` with every NAME=VALUE in it; a name with lists may come several times.

    Args:
        record: what it was, or a new one.
        said: as typed.
        readers: for each name, the field (with a dot: of a record inside) and what reads the value.

    Raises:
        Refused: a name is unknown, there is no `=`, or a value cannot be read.
    """
    gathered: dict[str, Any] = {}
    for each in said:
        name, equals, value = each.partition("=")
        name = name.strip().replace("_", "-")
        if not equals or name not in readers:
            raise Refused("set_unknown", "set", typed=each, known=", ".join(sorted(readers)))
        field, read = readers[name]
        found = read(value.strip())
        if isinstance(found, tuple) and field in gathered:
            found = (*gathered[field], *found)
        gathered[field] = found
    for field, value in gathered.items():
        record = _with(record, field, value)
    return record


def _with(record: Any, field: str, value: Any) -> Any:
    outer, dot, inner = field.partition(".")
    if dot:
        value = _with(getattr(record, outer), inner, value)
    return replace(record, **{outer: value})
