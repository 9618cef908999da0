"""A program of its own that holds the writer's lock until its input ends."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from sharebook.vault.writer_lock import WriterLock
from tests.conftest import StillClock

lock = WriterLock(Path(sys.argv[1]), "Anna Field", StillClock(datetime(2026, 9, 14, tzinfo=UTC)))
lock.take()
sys.stdout.write("held\n")
sys.stdout.flush()
sys.stdin.read()
lock.let_go()
