"""The first hour: a practice school, or our own."""
