"""The program's own sources, read and taken apart once for every test of the house."""

import ast
from functools import cache
from pathlib import Path


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Return every node of a module, as `ast.walk` yields them: the module itself first."""
    return tuple(ast.walk(ast.parse(path.read_bytes(), path.name)))
