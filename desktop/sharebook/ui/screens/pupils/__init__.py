"""Pupils: the list, and everything about one child beside it."""
