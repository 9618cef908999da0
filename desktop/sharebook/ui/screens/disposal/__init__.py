"""Keeping and disposing: what is due, what is held, for how long, and what went."""
