"""Frozen facts and pure rules: no Qt, no SQL, no files, no clock of its own."""
