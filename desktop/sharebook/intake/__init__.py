"""Foreign files in, a preview out; nothing here writes."""
