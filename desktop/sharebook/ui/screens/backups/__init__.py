"""Backups: which there are, making one, and putting one back."""
