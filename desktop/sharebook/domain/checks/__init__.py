"""Combinations that look wrong: pure functions from a case to findings; they never raise."""
