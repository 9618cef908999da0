"""A real SQLCipher register under a raw key, in a folder of its own."""

import itertools
import shutil

import pytest

from sharebook.store.creating import create_database
from sharebook.store.opening import open_database
from sharebook.store.register import SqlRegister
from tests.store.samples import KEY


@pytest.fixture
def path(tmp_path):
    return tmp_path / "register-1.db"


@pytest.fixture
def salts():
    """Salts that repeat from run to run."""
    numbers = itertools.count(1)
    return lambda size: next(numbers).to_bytes(size, "big")


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """One empty register file, made once."""
    path = tmp_path_factory.mktemp("template") / "register-1.db"
    create_database(path, KEY, "register-of-tests").close()
    return path


@pytest.fixture
def made(path, template):
    """An empty register file, closed."""
    return shutil.copy(template, path)


@pytest.fixture
def connection(made):
    opened = open_database(made, KEY)
    yield opened
    opened.close()


@pytest.fixture
def register(connection, clock, salts):
    return SqlRegister(connection, clock, salts)
