"""Bring in pupils and the school's own page."""
