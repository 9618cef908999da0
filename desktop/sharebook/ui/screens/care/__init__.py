"""The register itself: whether all is well with it, where it is, and the pages behind that."""
