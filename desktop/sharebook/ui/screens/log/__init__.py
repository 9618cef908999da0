"""The log: every entry, its filters, and one entry in full."""
