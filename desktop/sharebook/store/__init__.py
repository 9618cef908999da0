"""The encrypted register on disk: the only place that knows SQL."""
