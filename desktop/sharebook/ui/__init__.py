"""The window: widgets show, services decide."""
