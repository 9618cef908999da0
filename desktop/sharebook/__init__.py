"""Sharebook: a school's encrypted register of which pupil data went to whom, when and why."""

__version__ = "0.1.0"
