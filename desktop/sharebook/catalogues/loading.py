"""Catalogue files into rows: one TOML file a catalogue, one table a row, the key its code."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

from sharebook import assets
from sharebook.catalogues.starters import whole
from sharebook.domain.catalogue import Catalogues, Row
from sharebook.domain.names import Code

FOLDER = "catalogues"
RowType = TypeVar("RowType", bound=Row)


class Misshapen(ValueError):
    """A catalogue file does not hold what its catalogue wants: a fault in the program's own files.

    Attributes:
        catalogue: which catalogue.
        code: the row, or "" for the whole file.
        why: what is wrong with it.
    """

    def __init__(self, catalogue: str, code: str, why: str) -> None:
        super().__init__(f"{catalogue} {code}: {why}")
        self.catalogue = catalogue
        self.code = code
        self.why = why


@cache
def load() -> Catalogues:
    """Return every catalogue as shipped, read once.

    Raises:
        Misshapen: a file is not TOML, repeats a code, or a row has an unknown key, lacks one,
            or holds a value of the wrong type.
    """
    tables: dict[str, Any] = {
        catalogue: read(catalogue, shape, assets.read_text(FOLDER, f"{catalogue}.toml"))
        for catalogue, shape in shapes().items()
    }
    tables["starter_flows"] = MappingProxyType(
        whole(tables["starter_flows"], tables["safeguard_sets"])
    )
    return Catalogues(**tables)


def shapes() -> Mapping[str, type[Row]]:
    """Return the row shape of each catalogue, by its name."""
    hints = get_type_hints(Catalogues)
    return {part.name: get_args(hints[part.name])[1] for part in fields(Catalogues)}


def read(catalogue: str, shape: type[RowType], text: str) -> Mapping[Code, RowType]:
    """Return the rows in `text`, by code, in their order.

    Raises:
        Misshapen: as for `load`.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:  # a code that comes twice ends here too
        raise Misshapen(catalogue, "", str(problem)) from problem
    known = frozenset(part.name for part in fields(shape)) - {"code"}
    rows = {
        Code(code): _row(catalogue, code, table, shape, known) for code, table in tables.items()
    }
    return MappingProxyType(rows)


def _row(
    catalogue: str, code: str, table: Any, shape: type[RowType], known: frozenset[str]
) -> RowType:
    if not isinstance(table, dict):
        raise Misshapen(catalogue, code, "is no table")
    if unknown := sorted(table.keys() - known):  # msgspec passes over keys a dataclass lacks
        raise Misshapen(catalogue, code, f"has unknown keys: {', '.join(unknown)}")
    try:
        return msgspec.convert({"code": code, **table}, shape)
    except msgspec.ValidationError as problem:
        raise Misshapen(catalogue, code, str(problem)) from problem
