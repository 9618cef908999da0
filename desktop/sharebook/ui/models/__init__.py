"""Table models: one for every list."""
