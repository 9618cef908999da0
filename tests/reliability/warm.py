"""What the server of processes has loaded before it starts one: no process loads it again."""

import sys
from importlib import import_module

from sharebook.catalogues.loading import load

_LATE = (  # what opening a register and working in it load when they come to it
    "encodings.ascii",
    "sharebook.bootstrap.attached_copies",
    "sharebook.bootstrap.compartment",
    "sharebook.bootstrap.footprints",
    "sharebook.bootstrap.keys",
    "sharebook.bootstrap.lists",
    "sharebook.bootstrap.restores",
    "sharebook.bootstrap.sealed_writing",
    "sharebook.documents.sealed_log",
    "sharebook.services.letting_go",
    "sharebook.services.moving_along",
    "sharebook.services.publishing.sealed_log_content",
    "sharebook.services.sealing",
    "sharebook.store.compartment",
    "sharebook.vault.places_mounts",
    "sharebook.vault.places_sync",
    "tests.reliability.processes",
    "tests.reliability.school",
    "tests.vault.key_changer",
)

for name in _LATE:
    import_module(name)
if sys.platform != "win32":
    import_module("sharebook.vault.places_posix")
load()
