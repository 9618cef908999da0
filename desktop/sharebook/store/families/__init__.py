"""Every kind of record the register holds; a new noun is one file here and one schema script."""
