"""Answer a parent on the telephone."""
