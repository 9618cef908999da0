"""Puts Sharebook on a machine."""
